"""The smallest set of moves that turns one order into another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise


def moved(order: Sequence[int], ties: Sequence[tuple[int, str]]) -> set[int]:
    """The places in `order` whose items must move, so that the others already stand in rising order.

    What stays is a longest rising subsequence, found in n log n steps (Schensted 1961). Where there are several, those
    stay whose `ties` are least: how far they are from where they stood, and their name. As these are the same both
    ways, the way back moves the same items.
    """
    if all(one < other for one, other in pairwise(order)):
        return set()
    forth = _lengths(order)
    back = _lengths([-value for value in reversed(order)])[::-1]
    longest = max(forth)
    levels: dict[int, list[int]] = {}
    for place, length in enumerate(forth):
        if length + back[place] == longest + 1:
            levels.setdefault(length, []).append(place)
    stays: list[int] = []
    for level in range(1, longest + 1):
        fits = [at for at in levels[level] if not stays or (at > stays[-1] and order[at] > order[stays[-1]])]
        stays.append(min(fits, key=ties.__getitem__))
    return set(range(len(order))) - set(stays)


def _lengths(order: Sequence[int]) -> list[int]:
    """For each place, how long the longest rising run is that ends there."""
    ends: list[int] = []  # the smallest last value of a rising run of each length
    found = []
    for value in order:
        length = bisect_left(ends, value)
        ends[length : length + 1] = [value]
        found.append(length + 1)
    return found
