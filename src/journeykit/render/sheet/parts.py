"""The boxes of a picture: each measures itself for a width (`fit`) and then draws itself at a place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from journeykit.render.sheet.pen import Pen

Draw = Callable[[Pen, float, float], None]


@dataclass(frozen=True)
class Fitted:
    """A part with its size in pixels; `draw` draws it with its top left corner at a place."""

    width: float
    height: float
    draw: Draw


class Part(Protocol):
    """What can be fitted: `natural` is the width it takes where there is room enough."""

    @property
    def natural(self) -> float: ...

    def fit(self, width: float) -> Fitted:
        """The part no wider than `width`."""
        ...


@dataclass(frozen=True)
class Mark:
    """A drawing of a given size; with `stretches` as wide as there is room, and `width` is its least."""

    width: float
    height: float
    paint: Callable[[Pen, float, float, float], None]
    stretches: bool = False

    @property
    def natural(self) -> float:
        return self.width

    def fit(self, width: float) -> Fitted:
        own = width if self.stretches else self.width
        return Fitted(own, self.height, lambda pen, x, y: self.paint(pen, x, y, own))


@dataclass(frozen=True)
class Stack:
    """Parts below one another; what is empty takes no gap."""

    parts: Sequence[Part]
    gap: float = 0

    @property
    def natural(self) -> float:
        return max((part.natural for part in self.parts), default=0)

    def fit(self, width: float) -> Fitted:
        fitted = [part for part in (part.fit(width) for part in self.parts) if part.height]

        def draw(pen: Pen, x: float, y: float) -> None:
            for part in fitted:
                part.draw(pen, x, y)
                y += part.height + self.gap

        height = sum(part.height for part in fitted) + self.gap * max(0, len(fitted) - 1)
        return Fitted(width, height, draw)


@dataclass(frozen=True)
class Row:
    """Parts beside one another. `widths`: pixels, or None for a share of what is left; `align` is top or middle."""

    parts: Sequence[Part]
    widths: Sequence[float | None]
    gap: float = 8
    align: str = "top"

    @property
    def natural(self) -> float:
        own = (part.natural if width is None else width for part, width in zip(self.parts, self.widths, strict=True))
        return sum(own) + self.gap * max(0, len(self.parts) - 1)

    def fit(self, width: float) -> Fitted:
        left = width - self.gap * max(0, len(self.parts) - 1) - sum(own for own in self.widths if own is not None)
        share = max(1.0, left / max(1, sum(own is None for own in self.widths)))
        widths = [share if own is None else own for own in self.widths]
        fitted = [part.fit(own) for part, own in zip(self.parts, widths, strict=True)]
        height = max((part.height for part in fitted), default=0)

        def draw(pen: Pen, x: float, y: float) -> None:
            for part, own in zip(fitted, widths, strict=True):
                part.draw(pen, x, y + ((height - part.height) / 2 if self.align == "middle" else 0))
                x += own + self.gap

        return Fitted(width, height, draw)


@dataclass(frozen=True)
class Flow:
    """Parts one after the other, as wide as they are, in as many lines as they need."""

    parts: Sequence[Part]
    gap: float = 10
    line_gap: float = 2
    align: str = "start"

    @property
    def natural(self) -> float:
        return sum(part.natural for part in self.parts) + self.gap * max(0, len(self.parts) - 1)

    def fit(self, width: float) -> Fitted:
        lines: list[list[Fitted]] = []
        used = 0.0
        for part in self.parts:
            fitted = part.fit(min(part.natural, width))
            if not lines or used + self.gap + fitted.width > width + 0.01:
                lines.append([])
                used = -self.gap
            lines[-1].append(fitted)
            used += self.gap + fitted.width
        heights = [max(part.height for part in line) for line in lines]

        def draw(pen: Pen, x: float, y: float) -> None:
            for line, height in zip(lines, heights, strict=True):
                own = sum(part.width for part in line) + self.gap * (len(line) - 1)
                at = x + (width - own if self.align == "end" else 0)
                for part in line:
                    part.draw(pen, at, y + (height - part.height) / 2)
                    at += part.width + self.gap
                y += height + self.line_gap

        return Fitted(width, sum(heights) + self.line_gap * max(0, len(heights) - 1), draw)


@dataclass(frozen=True)
class Grid:
    """Parts in columns of one width, each at least `least` wide: as many columns as fit, and no empty ones.

    With `most` no more columns than that.
    """

    parts: Sequence[Part]
    least: float
    gap: float = 16
    line_gap: float = 16
    most: int = 99
    fill: bool = True

    @property
    def natural(self) -> float:
        return len(self.parts) * self.least + self.gap * max(0, len(self.parts) - 1)

    def fit(self, width: float) -> Fitted:
        count = max(1, int((width + self.gap) // (self.least + self.gap)))
        count = max(1, min(count, self.most, len(self.parts) if self.fill else count))
        own = (width - self.gap * (count - 1)) / count
        fitted = [part.fit(own) for part in self.parts]
        rows = [fitted[start : start + count] for start in range(0, len(fitted), count)]
        heights = [max(part.height for part in row) for row in rows]

        def draw(pen: Pen, x: float, y: float) -> None:
            for row, height in zip(rows, heights, strict=True):
                for place, part in enumerate(row):
                    part.draw(pen, x + place * (own + self.gap), y)
                y += height + self.line_gap

        return Fitted(width, sum(heights) + self.line_gap * max(0, len(heights) - 1), draw)


@dataclass(frozen=True)
class Box:
    """A part with room around it: `pad` is top, right, bottom, left. Filled, framed, with a rule at its left side."""

    part: Part
    pad: tuple[float, float, float, float] = (0, 0, 0, 0)
    fill: str | None = None
    frame: str | None = None
    rule: str | None = None
    radius: float = 0
    thick: float = 1
    dash: str = ""
    least: float = 0

    @property
    def natural(self) -> float:
        return self.part.natural + self.pad[1] + self.pad[3]

    def fit(self, width: float) -> Fitted:
        top, right, bottom, left = self.pad
        inner = self.part.fit(max(1.0, width - left - right))
        height = max(self.least, inner.height + top + bottom)

        def draw(pen: Pen, x: float, y: float) -> None:
            if self.fill or self.frame:
                pen.rect(x, y, width, height, self.fill, self.frame, self.radius, self.thick, self.dash)
            if self.rule:
                pen.line(x, y, x, y + height, self.rule)
            inner.draw(pen, x + left, y + top + max(0, height - top - bottom - inner.height) / 2)

        return Fitted(width, height, draw)
