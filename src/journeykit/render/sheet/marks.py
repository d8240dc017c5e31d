"""Small marks that many parts show: icons, avatars, letters of evidence, channels, and the faces text is set in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journeykit.render.sheet.parts import Flow, Mark, Part, Row
from journeykit.render.sheet.pen import Face, Pen
from journeykit.render.sheet.symbols import known
from journeykit.render.sheet.text import Inline, Run, Text
from journeykit.render.sheet.widths import measured
from journeykit.render.views.poster.items import Avatar, Ref, Tag

BODY = Face(12.5)
STRONG = Face(13, 600)
SECOND = Face(12.5, colour="ink2")
CAPTION = Face(12, colour="ink3")
SMALL = Face(12, colour="ink2")
HEADING = Face(13.5, 600)


def own(size: float = 13.5, colour: str = "ink2") -> Face:
    """The face of the customer's own words."""
    return Face(size, 400, colour, "serif", True)


def said(text: str, face: Face = BODY, **more: object) -> Text:
    """A text in one face."""
    return Text((Run(text, face),), **more)  # type: ignore[arg-type]


def icon(name: str, size: float = 14, colour: str = "ink3") -> Mark:
    """An icon as a part."""
    return Mark(size, size + 3, lambda pen, x, y, _: pen.icon(known(name), x, y + 1.5, size, size, colour))


def symbol(name: str, width: float, height: float, down: float = 0) -> Mark:
    """A symbol that brings its own colours."""
    return Mark(width, height + down, lambda pen, x, y, _: pen.icon(name, x, y + down, width, height))


def avatar(item: Avatar, size: float = 17) -> Mark:
    """A persona in a circle."""
    return Mark(size, size, lambda pen, x, y, _: disc(pen, item, x + size / 2, y + size / 2, size))


def disc(pen: Pen, item: Avatar, x: float, y: float, size: float) -> None:
    """A persona in a circle around a point."""
    pen.circle(x, y, size / 2, f"a{(item.number - 1) % 4 + 1}")
    face = Face(size * (0.39 if size > 30 else 0.59), 600, "av-ink")
    pen.text(x - size / 2, y - size / 2, size, size, [(item.initial, face)], "middle")


def avatars(items: Iterable[Avatar]) -> list[Inline]:
    """Personas among words."""
    return [
        Inline(17, lambda pen, x, y, item=item: disc(pen, item, x + 8.5, y, 17), 2 if place else 4)  # type: ignore[misc]
        for place, item in enumerate(items)
    ]


def evidence(letters: Iterable[str]) -> list[Inline]:
    """Letters of evidence among words, each in its box."""
    return [_letter(text) for text in letters]


def _letter(text: str) -> Inline:
    face = Face(10.5, 600, "ink2")
    width = max(15, measured(text, face) + 6)

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.rect(x, y - 7.5, width, 15, "card", "line2", 3)
        pen.text(x, y - 7.5, width, 15, [(text, face)], "middle")

    return Inline(width, draw)


def noted(mark: str, text: Text | str, face: Face = CAPTION, size: float = 13, colour: str | None = None) -> Part:
    """An icon and a text beside it."""
    whole = said(text, face) if isinstance(text, str) else text
    return Row((icon(mark, size, colour or face.colour), whole), (size, None), 5) if mark else whole


def ref(item: Ref, face: Face = CAPTION) -> Part:
    """A channel: its symbol and name."""
    return noted(item.icon, item.name, face)


def tags(items: Iterable[Tag]) -> list[Part]:
    """Short remarks with their symbols."""
    tones = {"strong": Face(12, 600, "ink2")}
    return [noted(item.icon, item.text, tones.get(item.tone, CAPTION)) for item in items]


def pips(value: float) -> Mark:
    """One to five dots."""
    return symbol(f"d{min(5, max(1, int(value + 0.5)))}", 38, 6, 1)


def many(parts: Sequence[Part], gap: float = 10) -> Part:
    """Parts one after the other; nothing where there are none."""
    return Flow(parts, gap)
