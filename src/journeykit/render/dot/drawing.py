"""A drawing: boxes, groups and links with their places, before it is written as Graphviz source.

Lengths are points, x runs to the right and y down from the upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from journeykit.render.dot.measure import LEADING, width_of, wrap
from journeykit.render.dot.palette import CARD, GREY, INK, PAGE
from journeykit.render.taming import one_line

#: A place: x, y.
Point = tuple[float, float]


@dataclass(frozen=True)
class Style:
    """How a text looks: its size in points, its colour and weight."""

    size: float
    ink: str = INK
    bold: bool = False
    italic: bool = False

    @property
    def leading(self) -> int:
        """The height of a line."""
        return round(self.size * LEADING)


@dataclass(frozen=True)
class Row:
    """A paragraph in a box, already broken into lines. `gap` is the space above it."""

    lines: tuple[str, ...]
    style: Style
    gap: int = 0

    @property
    def height(self) -> int:
        """The height of the row without its gap."""
        return len(self.lines) * self.style.leading


@dataclass(frozen=True)
class Look:
    """How a box looks."""

    fill: str = CARD
    line: str = GREY
    border: int = 1
    dashed: bool = False
    rounded: bool = True
    pad: int = 12
    pad_y: int = 6


@dataclass(frozen=True)
class Box:
    """A box with rows of text. `key` is what links name it by, `x` and `y` its upper left corner.

    `title` is its whole text in one line, for those who hear the picture; `kind` its class in the SVG.
    `group` is the key of the group it belongs to.
    """

    key: str
    rows: tuple[Row, ...]
    width: int
    look: Look = Look()
    title: str = ""
    kind: str = "node"
    href: str | None = None
    group: str | None = None
    x: float = 0
    y: float = 0
    least: int = 0

    @property
    def height(self) -> int:
        """The height of the box: its rows and padding, at least `least`."""
        rows = sum(row.height + row.gap for row in self.rows)
        return max(rows + 2 * (self.look.pad_y + self.look.border), self.least)

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def at(self, x: float, y: float) -> Box:
        """The same box at another place."""
        return replace(self, x=x, y=y)

    def lines(self) -> Iterator[tuple[float, float]]:
        """The y of the middle of every line of text, and its font's size."""
        y = self.y + self.look.border + self.look.pad_y
        for row in self.rows:
            y += row.gap
            for _ in row.lines:
                yield y + row.style.leading / 2, row.style.size
                y += row.style.leading

    def row_middle(self, index: int) -> float:
        """The y of the middle of a row."""
        above = sum(row.height + row.gap for row in self.rows[:index])
        row = self.rows[index]
        return self.y + self.look.border + self.look.pad_y + above + row.gap + row.height / 2


@dataclass(frozen=True)
class Group:
    """A surface behind boxes that belong together."""

    key: str
    x: float
    y: float
    width: float
    height: float
    title: str = ""


@dataclass(frozen=True)
class Link:
    """A line from a box to a box. `spline` is a Bézier path, three points a piece after the first.

    The last point of the path is where the line ends; with `head` an arrowhead stands from there to `tip`.
    """

    source: str
    target: str
    spline: tuple[Point, ...]
    tip: Point | None = None
    ink: str = "#434956"
    pen: float = 1.6
    pattern: str = "solid"
    title: str = ""
    head: float = 0.75
    kind: str = "arrow"


@dataclass(frozen=True)
class Drawing:
    """A whole picture."""

    name: str
    title: str
    description: str
    lang: str
    width: float
    height: float
    boxes: tuple[Box, ...] = ()
    links: tuple[Link, ...] = ()
    groups: tuple[Group, ...] = ()
    rtl: bool = field(default=False)
    background: str = PAGE


def paragraph(text: str, width: float, style: Style, gap: int = 0) -> Row:
    """A text as a row no wider than `width`."""
    return Row(wrap(one_line(text), width, style.size, bold=style.bold), style, gap)


def label(text: str, style: Style) -> Row:
    """A text as a row of one line."""
    return Row((text,), style)


def fitting(key: str, rows: Iterable[Row], look: Look, kind: str = "node") -> Box:
    """A box just as wide as its rows."""
    rows = tuple(rows)
    widest = max((width_of(line, row.style.size, row.style.bold) for row in rows for line in row.lines), default=0)
    return Box(key, rows, int(widest) + 1 + 2 * (look.pad + look.border), look, kind=kind)


def mirrored(drawing: Drawing) -> Drawing:
    """The drawing for languages written from right to left."""
    width = drawing.width

    def turn(point: Point) -> Point:
        return (width - point[0], point[1])

    return replace(
        drawing,
        rtl=True,
        boxes=tuple(replace(box, x=width - box.x - box.width) for box in drawing.boxes),
        groups=tuple(replace(group, x=width - group.x - group.width) for group in drawing.groups),
        links=tuple(
            replace(link, spline=tuple(map(turn, link.spline)), tip=link.tip and turn(link.tip))
            for link in drawing.links
        ),
    )
