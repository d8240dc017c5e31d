"""A hand that holds the pen: paragraphs, shapes and symbols at their places, some of them behind what came before."""

from __future__ import annotations

from collections.abc import Callable

from journeykit.render.dot.label import plain_text
from journeykit.render.dot.measure import width_of, wrap
from journeykit.render.sheet.pen import Face, Pen

#: From where on a weight counts as bold in measuring.
_BOLD = 550


class Hand:
    """Notes what is to be drawn, in order. Places are pixels from the top left, colours the names of tokens.

    A paragraph says where the next thing begins, so that a sheet is laid out while it is drawn; `behind` a place in
    the order, a ground is put below what has grown on it since. `width` is that of the whole sheet.
    """

    def __init__(self, width: float) -> None:
        self.width = width
        self._strokes: list[Callable[[Pen], None]] = []

    @property
    def now(self) -> int:
        """The place in the order that comes next."""
        return len(self._strokes)

    def drawn(self, pen: Pen) -> None:
        """Draw all of it."""
        for stroke in self._strokes:
            stroke(pen)

    def stroke(self, draw: Callable[[Pen], None], behind: int | None = None) -> None:
        """Something that the pen draws."""
        self._strokes.insert(self.now if behind is None else behind, draw)

    def rect(
        self, x: float, y: float, width: float, height: float, fill: str | None, frame: str | None = None,
        radius: float = 0, dash: str = "", behind: int | None = None,
    ) -> None:  # fmt: skip
        """A box."""
        self.stroke(lambda pen: pen.rect(x, y, width, height, fill, frame, radius, dash=dash), behind)

    def circle(
        self, x: float, y: float, radius: float, fill: str | None, ring: str | None = None, thick: float = 1.6
    ) -> None:
        """A disc or a ring around a point."""
        self.stroke(lambda pen: pen.circle(x, y, radius, fill, ring, thick))

    def line(
        self, x: float, y: float, x2: float, y2: float, colour: str = "line", thick: float = 1, dash: str = ""
    ) -> None:
        """A straight line."""
        self.stroke(lambda pen: pen.line(x, y, x2, y2, colour, thick, dash))

    def symbol(self, name: str, x: float, y: float, width: float, height: float, colour: str | None = None) -> None:
        """A symbol of the page in a box; `colour` where it is drawn in lines."""
        self.stroke(lambda pen: pen.icon(name, x, y, width, height, colour))

    def write(
        self, x: float, y: float, text: str, size: float = 13, colour: str = "ink", weight: int = 400,
        align: str = "start", family: str = "sans", leading: float = 1.4,
    ) -> float:  # fmt: skip
        """A line of text whose top is y; how wide it is. `align` is where in it x lies: start, middle or end."""
        text = plain_text(text)
        width = width_of(text, size, weight >= _BOLD)
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[align]
        face = Face(size, weight, colour, family, italic=family == "serif")
        self.stroke(lambda pen: pen.text(left, y, width, size * leading, [(text, face)], align))
        return width

    def paragraph(
        self, x: float, y: float, width: float, text: str, size: float = 13, colour: str = "ink", weight: int = 400,
        family: str = "sans", leading: float = 1.4,
    ) -> float:  # fmt: skip
        """A text in as many lines as it needs; where the next thing begins."""
        if not text.strip():
            return y
        for line in wrap(plain_text(text), width, size, bold=weight >= _BOLD):
            self.write(x, y, line, size, colour, weight, family=family, leading=leading)
            y += size * leading
        return y
