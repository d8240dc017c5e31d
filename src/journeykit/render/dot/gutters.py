"""Ways beside columns: up and down in the gutters between them, along in channels above and below them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from journeykit.model.derive.arrows import Arrow
from journeykit.render.dot.drawing import Box, Link, Point
from journeykit.render.dot.palette import INK, INK2, INK3
from journeykit.render.dot.route import Lanes, before, polyline

_LANE = 9.0
_EDGE = 21.0
_SLOT = 11.0


@dataclass
class Way:
    """An arrow between two columns or beside one. `leaves` is the y at which it leaves its source.

    `high` says that it rather runs above the columns than below, where it has to pass some.
    """

    arrow: Arrow
    source: Box
    target: Box
    start: int
    end: int
    leaves: float
    high: bool
    arrives: float = 0
    #: The gutters and lanes of its upright stretches, and the y of its level stretch.
    stretches: list[tuple[int, int]] = field(default_factory=list)
    level: float | None = None

    @property
    def first_gutter(self) -> int:
        """The gutter it enters first; gutter n is right of column n."""
        return self.start - 1 if self.end < self.start else self.start

    @property
    def last_gutter(self) -> int:
        """The gutter it comes out of."""
        return self.end - 1 if self.end > self.start else self.end


class Gutters:
    """The gutters between columns of one width; gutter n lies right of column n.

    Boxes have their x from the left side of their column, and their y. `bottoms` are the lower ends of the columns,
    `top` is their upper end.
    """

    def __init__(self, width: float, pad: float, bottoms: list[float], top: float) -> None:
        self._width, self._pad, self._bottoms = width, pad, bottoms
        self.top = top
        self.bottom = max(bottoms)
        self._columns_top = top
        self._ways: list[Way] = []
        self._lanes = [Lanes() for _ in bottoms]
        self._above, self._below = Lanes(), Lanes()
        self._taken: dict[tuple[str, bool], list[float]] = {}
        self._lefts: list[float] = []

    def add(self, way: Way) -> None:
        """Takes in a way; `settle` finds its place."""
        self._ways.append(way)

    def settle(self) -> None:
        """Finds a lane for every stretch, then the width of every gutter."""
        for way in self._ways:
            self._taken.setdefault((way.source.key, way.end >= way.start), []).append(way.leaves)
        for way in sorted(self._ways, key=lambda way: not way.arrow.ordered):
            way.arrives = self._slot(way)
        for way in sorted(self._ways, key=lambda way: abs(way.leaves - way.arrives)):
            self._settle(way)
        x = self._pad
        for lanes in self._lanes:
            self._lefts.append(x)
            gutter = 2 * _EDGE + max(0, lanes.count - 1) * _LANE
            x += self._width + (gutter if lanes.count else 2 * _EDGE)
        last = self._lanes[-1].count
        self.width = x - 2 * _EDGE - max(0, last - 1) * _LANE + max(self._pad, _EDGE + last * _LANE if last else 0)

    def _slot(self, way: Way) -> float:
        """Where a way arrives at its target: at the middle of its side, or as near to it as there is room."""
        box = way.target
        taken = self._taken.setdefault((box.key, way.end <= way.start), [])
        middle = box.y + box.height / 2
        steps = [middle + _SLOT * step * sign for step in range(12) for sign in (1, -1)]
        inside = [y for y in steps if box.y + 8 <= y <= box.bottom - 8]
        free = [y for y in inside if all(abs(y - other) >= _SLOT - 1 for other in taken)]
        found = (free or inside or [middle])[0]
        taken.append(found)
        return found

    def _settle(self, way: Way) -> None:
        first, last = way.first_gutter, way.last_gutter
        if first == last:
            if abs(way.leaves - way.arrives) > 0.5 or way.start == way.end:
                way.stretches = [(first, self._lanes[first].take(way.leaves, way.arrives))]
            return
        low, high = sorted((first, last))
        passed = self._bottoms[low + 1 : high + 1]
        floor = max(passed, default=0)
        up = way.leaves + way.arrives - 2 * self._columns_top
        down = 2 * floor - way.leaves - way.arrives
        if way.high or up < down:
            way.level = self._columns_top - 14 - _LANE * self._above.take(low, high, 0.4)
            self.top = min(self.top, way.level)
        else:
            deep = max(self._bottoms[low : high + 2])
            way.level = deep + 14 + _LANE * self._below.take(low, high, 0.4)
            self.bottom = max(self.bottom, way.level)
        way.stretches = [
            (first, self._lanes[first].take(way.leaves, way.level)),
            (last, self._lanes[last].take(way.level, way.arrives)),
        ]

    def left(self, column: int) -> float:
        """The x at which the boxes of a column begin."""
        return self._lefts[column]

    def _lane_x(self, gutter: int, lane: int) -> float:
        return self._lefts[gutter] + self._width + _EDGE + lane * _LANE

    def _side(self, box: Box, column: int, right: bool) -> float:
        """The x of a side of a box."""
        if right:
            return self._lefts[column] + box.x + box.width
        return self._lefts[column] + box.x

    def link(self, way: Way, title: str) -> Link:
        """A way as a link."""
        leaves_right, arrives_right = way.end >= way.start, way.end <= way.start
        begin: Point = (self._side(way.source, way.start, leaves_right), way.leaves)
        tip: Point = (self._side(way.target, way.end, arrives_right), way.arrives)
        points = [begin]
        for number, (gutter, lane) in enumerate(way.stretches):
            x = self._lane_x(gutter, lane)
            y = points[-1][1]
            points.append((x, y))
            last = number == len(way.stretches) - 1
            points.append((x, way.arrives if last or way.level is None else way.level))
        between = way.start != way.end
        plain = way.arrow.when is None
        ink = INK if between and plain else INK2 if plain else INK3
        pen = 2.0 if between and plain else 1.6 if plain else 1.4
        path = polyline([*points, before(tip, points[-1] if points[-1][1] == tip[1] else begin, 0.75)], 14)
        kind = "arrow" if plain else "case"
        return Link(way.source.key, way.target.key, path, tip, ink, pen, title=title, kind=kind)

    def links(self, titled: Callable[[Arrow], str]) -> list[Link]:
        """All ways as links."""
        return [self.link(way, titled(way.arrow)) for way in self._ways]
