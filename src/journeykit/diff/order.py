"""The smallest set of moves that turns one order into another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def moved(order: Sequence[int]) -> set[int]:
    """The places in `order` whose items must move, so that the others already stand in rising order.

    What stays is a longest rising subsequence, found in n log n steps (Schensted 1961).
    """
    ends: list[int] = []  # the smallest last value of a rising run of each length
    at: list[int] = []  # the place of that value
    before: list[int] = []  # for each place, the place before it in its run
    for place, value in enumerate(order):
        length = bisect_left(ends, value)
        before.append(at[length - 1] if length else -1)
        ends[length : length + 1] = [value]
        at[length : length + 1] = [place]
    stays = set()
    place = at[-1] if at else -1
    while place >= 0:
        stays.add(place)
        place = before[place]
    return set(range(len(order))) - stays
