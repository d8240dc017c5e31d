"""Where the words on a curve stand. Nothing is measured: a column is one unit wide, and heights are estimated.

What has no room beside its point moves into the notes under the curve, where a cell grows with its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from journeykit.model.derive import Point
from journeykit.render.language import say
from journeykit.render.views import words
from journeykit.render.views.poster.columns import Span
from journeykit.render.views.poster.items import Avatar

STEP, WIDE_STEP, PRINT_STEP = 40, 46, 34
_FACE, _DOT, _DASH, _GAP, _DOT_GAP = 13, 10, 4, 15, 11
_LINE, _BECAUSE_LINE = 17, 18
_LETTERS, _BECAUSE_LETTERS = 14, 17
_MOST_LINES, _MOST_BECAUSE_LINES = 2, 4
_LEAST_TOP, _LEAST_BOTTOM = 68, 40
_ASIDE = 23
_WIDEST = 1.5

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
    """What a point says that has no room beside it; `number` is the walker's, `avatar` None for one alone."""

    number: int
    avatar: Avatar | None
    score: str
    tone: str
    feeling: str
    because: str


@dataclass(frozen=True)
class Other:
    """A persona that is not in the foreground: its number among the walkers, its initial, its scored points.

    A point is the place it stands at, the feeling, and how far below +2 it is drawn.
    """

    number: int
    avatar: Avatar
    points: tuple[tuple[Span, Point, float], ...]


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
    widen = min(_WIDEST, spot.span.width * wider)
    text = f"{spot.feeling} {spot.score}".strip()
    because = say("because {reason}", reason=spot.because) if spot.because else ""
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
    return [
        _choose(spot, () if spot.desired is None else (_around(spot.desired, step, _DASH),), step) for spot in spots
    ]


def _choose(spot: Spot, blocked: Sequence[Interval], step: float) -> Spot:
    """The spot with the fullest label that keeps clear of what is blocked."""
    full = _trimmed(spot)
    other = "down" if spot.side == "up" else "up"
    terse = replace(full, because="")
    bare = replace(terse, feeling="")
    ways = (full, terse, replace(full, side=other), replace(terse, side=other), bare, replace(bare, side=other))
    for way in ways:
        if not _meets(_measured(way).interval(step), blocked):
            return way
    return replace(bare, score="")


def _meets(interval: Interval, blocked: Iterable[Interval]) -> bool:
    return any(interval[0] < end and start < interval[1] for start, end in blocked)


def place(
    spots: Sequence[Spot], number: int, avatar: Avatar | None, others: Sequence[Other], step: float
) -> tuple[list[Spot], dict[int, list[Dot]], dict[int, tuple[Note, ...]]]:
    """The labels of all curves when they are seen together.

    Returns the primary persona's spots, the dots of the others by their number, and the notes by the unit where
    their cell begins. `number` and `avatar` are the primary persona's.
    """
    entries = [_Entry(other, *point) for other in others for point in other.points]
    entries.sort(key=lambda entry: (entry.span.middle, entry.level))
    taken, notes = _Taken(), _Notes()
    for spot in spots:
        taken.add(spot.span, _around(spot.level, step, _FACE))
        if spot.desired is not None:
            taken.add(spot.span, _around(spot.desired, step, _DASH))
    shifts = []
    for entry in entries:
        beside = sum(_meets(_around(entry.level, step, _DOT), [mark]) for mark in taken.at(entry.span.middle))
        shifts.append((beside + 1) // 2 * (1 if beside % 2 else -1) * _ASIDE)
        taken.add(entry.span, _around(entry.level, step, _DOT))
    placed = []
    for spot in spots:
        own = [_around(spot.level, step, _FACE)]
        chosen = _choose(spot, [mark for mark in taken.on(spot.span) if mark not in own], step)
        placed.append(chosen)
        taken.add(chosen.span, _measured(chosen).interval(step))
        because = spot.because if spot.because != chosen.because else ""
        if because or (spot.feeling, spot.score) != (chosen.feeling, chosen.score):
            notes.add(spot.span, Note(number, avatar, spot.score, spot.tone, spot.feeling, because))
    levels = {spot.span.middle: spot.level for spot in spots}
    dots: dict[int, list[Dot]] = {other.number: [] for other in others}
    for entry, shift in zip(entries, shifts, strict=True):
        # Away from the face in the foreground there is less of its curve to cross.
        under = entry.level > levels.get(entry.span.middle, 2.5)
        dot, note = _light(entry, shift, taken, step, under)
        dots[entry.other.number].append(dot)
        if note:
            notes.add(entry.span, note)
    return placed, dots, {start: tuple(found) for start, found in notes.items()}


class _Notes(dict[int, list[Note]]):
    """Notes by the unit where their cell begins."""

    def add(self, span: Span, note: Note) -> None:
        self.setdefault(span.start, []).append(note)


class _Taken:
    """The heights that are taken in each unit, while labels are placed."""

    def __init__(self) -> None:
        self._units: dict[int, list[Interval]] = {}

    def add(self, span: Span, interval: Interval) -> None:
        for unit in range(span.start, span.end):
            self._units.setdefault(unit, []).append(interval)

    def on(self, span: Span) -> list[Interval]:
        return [interval for unit in range(span.start, span.end) for interval in self._units.get(unit, ())]

    def at(self, middle: float) -> list[Interval]:
        return self._units.get(int(middle), [])


@dataclass(frozen=True)
class _Entry:
    """A point of another persona."""

    other: Other
    span: Span
    point: Point
    level: float


def _around(level: float, step: float, half: float) -> Interval:
    return level * step - half, level * step + half


def _light(entry: _Entry, shift: int, taken: _Taken, step: float, under: bool) -> tuple[Dot, Note | None]:
    """The dot of another persona with a label of one line where there is room, else with a note."""
    emotion, avatar, level = entry.point.emotion, entry.other.avatar, entry.level
    score = words.signed(emotion.score or 0)
    text = f"{emotion.feeling or ''} {score}".strip()
    above = ("up", (level * step - _DOT_GAP - _LINE, level * step - _DOT_GAP))
    below = ("down", (level * step + _DOT_GAP, level * step + _DOT_GAP + _LINE))
    fits = not shift and words.lines(text, _LETTERS) == 1
    for side, interval in (below, above) if under else (above, below):
        if fits and not _meets(interval, taken.on(entry.span)):
            taken.add(entry.span, interval)
            return Dot(entry.span, level, avatar, shift, text, side), None
    tone = "pos" if level < 2 else "neg" if level > 2 else ""
    note = Note(entry.other.number, avatar, score, tone, emotion.feeling, "") if emotion.feeling else None
    return Dot(entry.span, level, avatar, shift, "", "up"), note


def pads(spots: Iterable[Spot], wider: float) -> tuple[int, int]:
    """The pixels needed above +2 and below −2, in the worst case of a small step."""
    top, bottom = float(_LEAST_TOP), float(_LEAST_BOTTOM)
    for spot in spots:
        start, end = _measured(spot, wider).interval(PRINT_STEP)
        top, bottom = max(top, 8 - start), max(bottom, end + 8 - 4 * PRINT_STEP)
    return round(top), round(bottom)
