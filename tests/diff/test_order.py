from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

from journeykit.diff.order import moved


@pytest.mark.parametrize(
    ("order", "told"),
    [([], set()), ([0, 1, 2], set()), ([1, 2, 3, 0], {3}), ([3, 0, 1, 2], {0}), ([1, 0], {0}), ([2, 1, 0], {0, 2})],
)
def test_the_smallest_set_of_moves(order: list[int], told: set[int]) -> None:
    assert moved(order, ties(order)) == told


def test_of_several_that_could_stay_the_one_that_stands_where_it_stood() -> None:
    assert moved([1, 0], [(2, "a"), (0, "b")]) == {0}
    assert moved([1, 0], [(0, "b"), (2, "a")]) == {1}


def ties(order: Sequence[int]) -> list[tuple[int, str]]:
    return [(abs(one - at), f"n{one}") for at, one in enumerate(order)]


def test_the_way_back_moves_the_same_items_and_no_set_is_smaller() -> None:
    for order in permutations(range(6)):
        names = [f"n{one}" for one in order]
        there = moved(order, ties(order))
        back = [order.index(one) for one in range(6)]
        assert {names[at] for at in there} == {
            f"n{at}" for at in moved(back, [(abs(one - at), f"n{at}") for at, one in enumerate(back)])
        }
        rest = [one for at, one in enumerate(order) if at not in there]
        assert rest == sorted(rest)
        longest = [1] * 6
        for at in range(6):
            longest[at] += max((longest[before] for before in range(at) if order[before] < order[at]), default=0)
        assert len(rest) == max(longest)
