"""Where the words on a curve stand. Nothing is measured: a column is one unit wide, and heights are estimated.

What has no room beside its point moves into the notes under the curve, where a cell grows with its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from journeykit.model.derive import Point
from journeykit.render.views.poster import words
from journeykit.render.views.poster.columns import Span
from journeykit.render.views.poster.items import Avatar

STEP, WIDE_STEP, PRINT_STEP = 40, 46, 34
PRINT_WIDENING = 1.0
_FACE, _DOT, _GAP, _DOT_GAP = 13, 10, 15, 11
_LINE, _BECAUSE_LINE = 17, 18
_LETTERS, _BECAUSE_LETTERS = 14, 17
_MOST_LINES, _MOST_BECAUSE_LINES = 2, 4
_LEAST_TOP, _LEAST_BOTTOM = 68, 40

Interval = tuple[float, float]


@dataclass(frozen=True)
class Spot:
    """A face on a curve and its label. `level` and `desired` are scores below +2; `side` is up or down."""

    span: Span
    level: float
    face: str
    score: str
    feeling: str
    because: str
    side: str
    tone: str
    star: bool = False
    small: bool = False
    desired: float | None = None


@dataclass(frozen=True)
class Dot:
    """A point on the curve of a persona that is not in the foreground; `shift` moves it aside, in pixels."""

    span: Span
    level: float
    avatar: Avatar
    shift: int
    label: str
    side: str


@dataclass(frozen=True)
class Note:
    """What a point says that has no room beside it."""

    avatar: Avatar
    score: str
    tone: str
    feeling: str
    because: str


@dataclass(frozen=True)
class _Label:
    """A way to label a spot: how high it is, and the spot that shows it."""

    spot: Spot
    lines: int
    because_lines: int

    @property
    def height(self) -> float:
        return self.lines * _LINE + self.because_lines * _BECAUSE_LINE

    def interval(self, step: float) -> Interval:
        y = self.spot.level * step
        return (y - _GAP - self.height, y - _GAP) if self.spot.side == "up" else (y + _GAP, y + _GAP + self.height)


def _measured(spot: Spot, wider: float = 1) -> _Label:
    widen = min(1.5, spot.span.width) * wider
    text = f"{spot.feeling} {spot.score}".strip()
    because = f"because {spot.because}" if spot.because else ""
    return _Label(
        spot,
        words.lines(text, int(_LETTERS * widen)) if text else 0,
        words.lines(because, int(_BECAUSE_LETTERS * widen)) if because else 0,
    )


def _trimmed(spot: Spot) -> Spot:
    """The spot without what is too long to stand on the curve."""
    label = _measured(spot)
    if label.because_lines > _MOST_BECAUSE_LINES:
        spot = replace(spot, because="")
    return replace(spot, feeling="") if label.lines > _MOST_LINES else spot


def alone(spots: Iterable[Spot], step: float) -> list[Spot]:
    """The spots of a curve that is seen alone."""
    return [_choose(spot, (), step) for spot in spots]


def _choose(spot: Spot, blocked: Sequence[Interval], step: float) -> Spot:
    """The spot with the fullest label that keeps clear of what is blocked."""
    full = _trimmed(spot)
    other = "down" if spot.side == "up" else "up"
    terse = replace(full, because="")
    bare = replace(terse, feeling="")
    ways = (full, terse, replace(full, side=other), replace(terse, side=other), bare, replace(bare, side=other))
    own = [*blocked]
    if spot.desired is not None:
        own.append((spot.desired * step - 4, spot.desired * step + 4))
    for way in ways:
        if not _meets(_measured(way).interval(step), own):
            return way
    return replace(bare, score="")


def _meets(interval: Interval, blocked: Iterable[Interval]) -> bool:
    return any(interval[0] < end and start < interval[1] for start, end in blocked)


def place(
    spots: Sequence[Spot],
    avatar: Avatar,
    others: Sequence[tuple[Avatar, Sequence[tuple[Span, Point, float | None]]]],
    step: float,
) -> tuple[list[Spot], list[list[Dot]], dict[int, tuple[Note, ...]]]:
    """The labels of all curves when they are seen together.

    Returns the primary persona's spots, the other personas' dots, and the notes by the unit where their cell begins.
    """
    notes: dict[int, list[Note]] = {}
    at: dict[float, list[tuple[int, Avatar, Span, Point, float]]] = {}
    for number, (who, points) in enumerate(others):
        for span, point, level in points:
            if level is not None:
                at.setdefault(span.middle, []).append((number, who, span, point, level))
    dots: list[list[Dot]] = [[] for _ in others]
    placed, columns = [], {spot.span.middle: spot for spot in spots}
    for spot in spots:
        dotted = [(entry[4] * step - _DOT, entry[4] * step + _DOT) for entry in at.get(spot.span.middle, ())]
        face = (spot.level * step - _FACE, spot.level * step + _FACE)
        chosen = _choose(spot, [d for d in dotted if not _meets(face, [d])], step)
        placed.append(chosen)
        feeling = spot.feeling if spot.feeling != chosen.feeling else ""
        because = spot.because if spot.because != chosen.because else ""
        if feeling or because or spot.score != chosen.score:
            note = Note(avatar, spot.score, spot.tone, spot.feeling, because)
            notes.setdefault(spot.span.start, []).append(note)
        columns[spot.span.middle] = chosen
    for middle, entries in at.items():
        spot = columns.get(middle)
        taken: list[Interval] = []
        if spot is not None:
            taken = [(spot.level * step - _FACE, spot.level * step + _FACE), _measured(spot).interval(step)]
            if spot.desired is not None:
                taken.append((spot.desired * step - 4, spot.desired * step + 4))
        marks = [taken[0]] if taken else []
        spread = []
        for entry in sorted(entries, key=lambda found: (found[4], found[0])):
            y = entry[4] * step
            beside = sum(_meets((y - _DOT, y + _DOT), [mark]) for mark in marks)
            marks.append((y - _DOT, y + _DOT))
            spread.append((entry, (beside + 1) // 2 * (1 if beside % 2 else -1) * 23))
        taken += marks
        for (number, who, span, point, level), shift in spread:
            dot, note = _light(who, span, point, level, shift, taken, step)
            dots[number].append(dot)
            if note:
                notes.setdefault(span.start, []).append(note)
    for row in dots:
        row.sort(key=lambda dot: dot.span.middle)
    return placed, dots, {start: tuple(found) for start, found in notes.items()}


def _light(
    who: Avatar, span: Span, point: Point, level: float, shift: int, taken: list[Interval], step: float
) -> tuple[Dot, Note | None]:
    """The dot of another persona with a label of one line where there is room, else with a note."""
    score = words.signed(point.score or 0)
    text = f"{point.emotion.feeling or ''} {score}".strip()
    y = level * step
    above = (y - _DOT_GAP - _LINE, y - _DOT_GAP)
    below = (y + _DOT_GAP, y + _DOT_GAP + _LINE)
    sides = (("up", above), ("down", below)) if level <= 2 else (("down", below), ("up", above))
    fits = not shift and words.lines(text, _LETTERS) == 1
    for side, interval in sides:
        if fits and not _meets(interval, taken):
            taken.append(interval)
            return Dot(span, level, who, shift, text, side), None
    tone = "pos" if level < 2 else "neg" if level > 2 else ""
    note = Note(who, score, tone, point.emotion.feeling, "") if point.emotion.feeling else None
    return Dot(span, level, who, shift, "", "up"), note


def pads(spots: Iterable[Spot], wider: float) -> tuple[int, int]:
    """The pixels needed above +2 and below −2, in the worst case of a small step."""
    top, bottom = float(_LEAST_TOP), float(_LEAST_BOTTOM)
    for spot in spots:
        start, end = _measured(spot, wider).interval(PRINT_STEP)
        top, bottom = max(top, 8 - start), max(bottom, end + 8 - 4 * PRINT_STEP)
    return round(top), round(bottom)
