"""What slides are made of: boxes with paragraphs, lines, and how much room texts need. All lengths are points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from journeykit.render.dot.measure import width_of, wrap
from journeykit.render.engine import is_latin
from journeykit.render.taming import one_line

#: The size of a slide, and the room left free at its sides.
WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 36.0
INNER = WIDTH - 2 * MARGIN
#: The height of a line as a multiple of its letters: of Latin ones, and of the fonts that stand in for other scripts.
LEADING, LEADING_OTHERS = 1.22, 1.45
#: Georgia and its like run a little wider than the letters that are measured.
_SERIF = 1.05


@dataclass(frozen=True)
class Para:
    """A paragraph in one style. `ink` is a token of the look, `gap` the room above it."""

    text: str
    size: float = 11
    ink: str = "ink"
    bold: bool = False
    italic: bool = False
    serif: bool = False
    gap: float = 0
    align: Literal["start", "middle"] = "start"

    def lines(self, width: float) -> tuple[str, ...]:
        """Its lines in a width."""
        return wrap(self.text, width / (_SERIF if self.serif else 1), self.size, bold=self.bold)

    @property
    def leading(self) -> float:
        """The height of one of its lines."""
        return self.size * (LEADING if is_latin(self.text) else LEADING_OTHERS)

    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.leading


@dataclass(frozen=True)
class Box:
    """A shape with text in it. Colours are tokens of the look, None for none; `pad` is the room around the text."""

    name: str
    x: float
    y: float
    width: float
    height: float
    paras: tuple[Para, ...] = ()
    kind: Literal["rect", "round", "oval", "chevron", "first"] = "rect"
    fill: str | None = None
    line: str | None = None
    weight: float = 0.75
    dashed: bool = False
    pad: float = 0
    middle: bool = False
    is_title: bool = False

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def touches(self, other: Box) -> bool:
        """Whether two boxes share more than an edge."""
        across = min(self.right, other.right) - max(self.x, other.x)
        return across > 0.5 and min(self.bottom, other.bottom) - max(self.y, other.y) > 0.5


@dataclass(frozen=True)
class Path:
    """A smooth line through cubic segments: each a start, two inner points and an end. `alt` says it in words."""

    name: str
    alt: str
    segments: tuple[tuple[tuple[float, float], ...], ...]
    ink: str
    weight: float
    dashed: bool = False


@dataclass(frozen=True)
class Slide:
    """A slide: its shapes from the back to the front, and what the speaker reads. The title is among the boxes."""

    boxes: tuple[Box, ...]
    paths: tuple[Path, ...] = ()
    notes: str = field(default="", repr=False)

    @property
    def title(self) -> Box:
        return next(box for box in self.boxes if box.is_title)


def para(text: str, size: float = 11, ink: str = "ink", **looks: object) -> Para:
    """A paragraph of a text of the map or of ours, harmless and on one line."""
    return Para(one_line(text), size, ink, **looks)  # type: ignore[arg-type]


def paras(*found: Para | None) -> tuple[Para, ...]:
    """The paragraphs there are, without those in which nothing stands."""
    return tuple(one for one in found if one is not None and one.text)


def tall(paragraphs: Iterable[Para], width: float) -> float:
    """The height of paragraphs below each other in a width."""
    return sum(one.height(width) + one.gap for one in paragraphs)


def fitted(one: Para, width: float, height: float, least: float) -> Para:
    """The paragraph in the greatest size, down to `least`, in which it keeps to its place and breaks no word."""
    size = one.size
    while size > least:
        broken = any(width_of(word, size, one.bold) > width for word in one.text.split())
        if not broken and one.height(width) <= height:
            break
        size = max(least, size - 1)
        one = replace(one, size=size)
    return one


def split(paragraphs: Sequence[Para], width: float, height: float) -> tuple[tuple[Para, ...], tuple[Para, ...]]:
    """The paragraphs that find room in a height, and the rest; a text that is too long alone is parted at a line."""
    kept: list[Para] = []
    used = 0.0
    for at, one in enumerate(paragraphs):
        needed = one.height(width) + one.gap
        if used + needed > height:
            if kept:
                return tuple(kept), tuple(paragraphs[at:])
            lines = one.lines(width)
            count = max(1, int((height - one.gap) / one.leading))
            head, rest = lines[:count], lines[count:]
            after = (replace(one, text=" ".join(rest)), *paragraphs[at + 1 :]) if rest else tuple(paragraphs[at + 1 :])
            return (replace(one, text=" ".join(head)),), after
        kept.append(one)
        used += needed
    return tuple(kept), ()


def mirrored(slide: Slide) -> Slide:
    """The same slide for a language that is written from right to left."""
    return replace(
        slide,
        boxes=tuple(replace(box, x=WIDTH - box.right) for box in slide.boxes),
        paths=tuple(
            replace(path, segments=tuple(tuple((WIDTH - x, y) for x, y in segment) for segment in path.segments))
            for path in slide.paths
        ),
    )
