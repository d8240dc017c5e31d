from __future__ import annotations

from itertools import permutations

import pytest

from journeykit.diff.order import moved


@pytest.mark.parametrize(
    ("order", "told"),
    [([], set()), ([0, 1, 2], set()), ([1, 2, 3, 0], {3}), ([3, 0, 1, 2], {0}), ([1, 0], {0}), ([2, 1, 0], {0, 2})],
)
def test_the_smallest_set_of_moves(order: list[int], told: set[int]) -> None:
    assert moved(order, [str(one) for one in order]) == told


def test_the_way_back_moves_the_same_items_and_no_set_is_smaller() -> None:
    for order in permutations(range(6)):
        names = [f"n{one}" for one in order]
        there = moved(order, names)
        back = [order.index(one) for one in range(6)]
        assert {names[at] for at in there} == {f"n{at}" for at in moved(back, [f"n{at}" for at in range(6)])}
        rest = [one for at, one in enumerate(order) if at not in there]
        assert rest == sorted(rest)
        longest = [1] * 6
        for at in range(6):
            longest[at] += max((longest[before] for before in range(at) if order[before] < order[at]), default=0)
        assert len(rest) == max(longest)
