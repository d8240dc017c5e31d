"""Ways of links around boxes, as Bézier paths."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from journeykit.render.dot.drawing import Point

#: How far an arrowhead of size 1 reaches beyond the line, in points.
HEAD = 10.0
_ROUND = 10.0


def _towards(start: Point, end: Point, distance: float) -> Point:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1
    share = distance / length
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def _length(start: Point, end: Point) -> float:
    return hypot(end[0] - start[0], end[1] - start[1])


def _piece(start: Point, end: Point) -> tuple[Point, Point, Point]:
    """A straight piece after its start."""
    return (_towards(start, end, _length(start, end) / 3), _towards(end, start, _length(start, end) / 3), end)


def polyline(points: Sequence[Point], radius: float = _ROUND) -> tuple[Point, ...]:
    """A path along points with rounded corners."""
    points = [point for place, point in enumerate(points) if place == 0 or _length(points[place - 1], point) > 0.01]
    path: list[Point] = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        bend = min(radius, _length(before, corner) / 2, _length(corner, after) / 2)
        first, last = _towards(corner, before, bend), _towards(corner, after, bend)
        path += _piece(path[-1], first)
        path += (_towards(first, corner, bend * 0.55), _towards(last, corner, bend * 0.55), last)
    path += _piece(path[-1], points[-1])
    return tuple(path)


def s_curve(start: Point, end: Point) -> tuple[Point, ...]:
    """A path that leaves and arrives sideways."""
    pull = (end[0] - start[0]) * 0.5
    return (start, (start[0] + pull, start[1]), (end[0] - pull, end[1]), end)


def before(tip: Point, back: Point, head: float) -> Point:
    """Where a line ends so that its arrowhead reaches the tip, coming from `back`."""
    return _towards(tip, back, HEAD * head)


class Lanes:
    """Places for parallel stretches of links, so that none lies on another.

    A stretch takes the first lane where nothing overlaps it.
    """

    def __init__(self) -> None:
        self._taken: list[list[tuple[float, float]]] = []

    def take(self, start: float, end: float, apart: float = 6) -> int:
        """The number of the lane, from 0, for a stretch."""
        low, high = min(start, end) - apart, max(start, end) + apart
        for number, taken in enumerate(self._taken):
            if all(high <= begin or low >= finish for begin, finish in taken):
                taken.append((low, high))
                return number
        self._taken.append([(low, high)])
        return len(self._taken) - 1

    @property
    def count(self) -> int:
        """How many lanes are in use."""
        return len(self._taken)
