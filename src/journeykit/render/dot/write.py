"""A drawing as Graphviz source.

Everything has its place already, so the source names the engine that keeps it, `nop2`; any Graphviz draws the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from journeykit.render.dot.drawing import Box, Drawing, Group, Link, Point
from journeykit.render.dot.label import quoted, table
from journeykit.render.dot.paint import Paint, light
from journeykit.render.dot.palette import GROUP

#: The font whose widths every engine knows; pictures name a better one.
FONT = "Arial"
#: The space around a picture.
MARGIN = 32.4


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _attributes(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{key}={value}" for key, value in pairs if value)


class _Writer:
    def __init__(self, drawing: Drawing, paint: Paint) -> None:
        self.drawing = drawing
        self.paint = paint
        self.ids = node_ids(drawing)

    def _at(self, point: Point) -> str:
        # Graphviz counts y upwards.
        return f"{_number(point[0])},{_number(self.drawing.height - point[1])}"

    def _area(self, x: float, y: float, width: float, height: float) -> str:
        return f'"{self._at((x, y + height))},{self._at((x + width, y))}"'

    def node(self, box: Box) -> str:
        pairs = [
            ("id", self.ids[box.key]),
            ("class", quoted(box.kind)),
            ("pos", f'"{self._at((box.middle, box.y + box.height / 2))}"'),
            ("tooltip", quoted(box.title) if box.title else ""),
            ("URL", quoted(box.href) if box.href else ""),
        ]
        if not box.rows and not box.width:
            pairs += [("shape", "point"), ("width", "0.01"), ("style", "invis")]
        else:
            pairs.append(("label", table(box, self.drawing.rtl, self.paint)))
        return f"{self.ids[box.key]} [{_attributes(pairs)}];"

    def link(self, number: int, link: Link) -> str:
        path = " ".join(self._at(point) for point in link.spline)
        tip = f"e,{self._at(link.tip)} " if link.tip else ""
        pairs = [
            ("id", link_id(number)),
            ("class", quoted(link.kind)),
            ("pos", f'"{tip}{path}"'),
            ("color", f'"{self.paint("line", link.ink)}"'),
            ("penwidth", _number(link.pen)),
            ("style", link.pattern if link.pattern != "solid" else ""),
            ("arrowhead", "" if link.tip else "none"),
            ("arrowsize", _number(link.head) if link.tip else ""),
            ("tooltip", quoted(link.title) if link.title else ""),
        ]
        return f"{self.ids[link.source]} -> {self.ids[link.target]} [{_attributes(pairs)}];"

    def group(self, number: int, group: Group) -> list[str]:
        fill, line = self.paint("fill", GROUP), self.paint("line", GROUP)
        pairs = [
            ("id", group_id(number)),
            ("bb", self._area(group.x, group.y, group.width, group.height)),
            ("style", '"rounded,filled"'),
            ("fillcolor", f'"{fill}"'),
            ("color", f'"{line}"'),
            ("label", '""'),
            ("tooltip", quoted(group.title) if group.title else ""),
        ]
        inside = [f"    {self.node(box)}" for box in self.drawing.boxes if box.group == group.key]
        return [f"  subgraph cluster_{number} {{", f"    graph [{_attributes(pairs)}];", *inside, "  }"]

    def source(self) -> str:
        drawing = self.drawing
        graph = [
            ("layout", "nop2"),
            ("bb", self._area(0, 0, drawing.width, drawing.height)),
            ("pad", _number(MARGIN / 72)),
            ("bgcolor", f'"{self.paint("fill", drawing.background)}"'),
            ("outputorder", "edgesfirst"),
            ("charset", '"UTF-8"'),
            ("tooltip", quoted(drawing.title)),
        ]
        lines = [
            f"digraph {drawing.name} {{",
            f"  graph [{_attributes(graph)}];",
            f'  node [shape=plain, margin=0, fontname="{FONT}"];',
            f'  edge [fontname="{FONT}", arrowhead=normal];',
        ]
        for number, group in enumerate(drawing.groups, 1):
            lines += self.group(number, group)
        grouped = {group.key for group in drawing.groups}
        lines += [f"  {self.node(box)}" for box in drawing.boxes if box.group not in grouped]
        lines += [f"  {self.link(number, link)}" for number, link in enumerate(drawing.links, 1)]
        return "\n".join([*lines, "}", ""])


def node_ids(drawing: Drawing) -> dict[str, str]:
    """The node ids of a drawing's boxes by their keys: n1, n2 …, whatever their texts are."""
    return {box.key: f"n{number}" for number, box in enumerate(drawing.boxes, 1)}


def link_id(number: int) -> str:
    """The id of a link by its number from 1."""
    return f"e{number}"


def group_id(number: int) -> str:
    """The id of a group by its number from 1."""
    return f"g{number}"


def titles(drawing: Drawing) -> dict[str, str]:
    """What each part of the picture says in words, by its id."""
    ids = node_ids(drawing)
    return {
        **{ids[box.key]: box.title for box in drawing.boxes},
        **{link_id(number): link.title for number, link in enumerate(drawing.links, 1)},
        **{group_id(number): group.title for number, group in enumerate(drawing.groups, 1)},
    }


def write(drawing: Drawing, paint: Paint = light) -> str:
    """The source of a drawing."""
    return _Writer(drawing, paint).source()
