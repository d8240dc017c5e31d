"""Where things stand across a poster: every action has one unit, a stage at least two."""

from __future__ import annotations

from dataclasses import dataclass

from journeykit.model.elements import Stage

LEAST_UNITS = 2
#: As many units as one A3 sheet takes at the poster's print size, each 118 px.
SHEET_UNITS = 20


@dataclass(frozen=True)
class Span:
    """A stretch of units: where it begins, from 0, and how many it has."""

    start: int
    width: int

    @property
    def middle(self) -> float:
        return self.start + self.width / 2

    @property
    def end(self) -> int:
        return self.start + self.width


@dataclass(frozen=True)
class StageColumns:
    """The units of a stage and of each of its actions."""

    span: Span
    actions: tuple[Span, ...]


@dataclass(frozen=True)
class Piece:
    """The part of a stage that stands on one sheet: `stage` and `actions` are places from 0.

    A stage wider than a sheet goes on (`first` is False) on the next.
    """

    stage: int
    span: Span
    actions: tuple[int, ...]
    first: bool = True


@dataclass(frozen=True)
class Sheet:
    """A stretch of the poster that is set as one table."""

    span: Span
    pieces: tuple[Piece, ...]

    def at(self, unit: float) -> str:
        """A place in units as per cent of this sheet's width."""
        return f"{(unit - self.span.start) / self.span.width * 100:.3f}".rstrip("0").rstrip(".")

    def share(self, units: float) -> str:
        """A number of units as per cent of this sheet's width."""
        return f"{units / self.span.width * 100:.3f}".rstrip("0").rstrip(".")

    def holds(self, unit: float) -> bool:
        """Whether a place in units lies on this sheet."""
        return self.span.start <= unit < self.span.end

    @property
    def seams(self) -> tuple[int, ...]:
        """Where one stage ends and the next begins."""
        return tuple(piece.span.start for piece in self.pieces[1:])


def print_widening(units: int) -> float:
    """How much wider a unit is on paper than its least width on the screen, for a map so many units wide."""
    return SHEET_UNITS / min(units, SHEET_UNITS)


def columns(stages: tuple[Stage, ...]) -> tuple[StageColumns, ...]:
    """The units of all stages, from left to right. A lone action has its whole stage."""
    found, start = [], 0
    for stage in stages:
        count = len(stage.actions)
        width = max(LEAST_UNITS, count)
        each = width if count == 1 else 1
        actions = tuple(Span(start + index * each, each) for index in range(count))
        found.append(StageColumns(Span(start, width), actions))
        start += width
    return tuple(found)


def whole(stages: tuple[StageColumns, ...]) -> Sheet:
    """All stages on one sheet."""
    pieces = tuple(Piece(i, stage.span, tuple(range(len(stage.actions)))) for i, stage in enumerate(stages))
    return Sheet(Span(0, stages[-1].span.end if stages else LEAST_UNITS), pieces)


def sheets(stages: tuple[StageColumns, ...], units: int = SHEET_UNITS) -> tuple[Sheet, ...]:
    """The stages on as many sheets as they need, cut between stages; a stage wider than a sheet is cut in itself."""
    pieces: list[Piece] = []
    for index, stage in enumerate(stages):
        actions = tuple(range(len(stage.actions)))
        if stage.span.width <= units:
            pieces.append(Piece(index, stage.span, actions))
            continue
        for begin in range(0, stage.span.width, units):
            part = actions[begin : begin + units]
            pieces.append(Piece(index, Span(stage.span.start + begin, len(part)), part, begin == 0))
    groups: list[list[Piece]] = []
    for piece in pieces:
        if not groups or piece.span.end - groups[-1][0].span.start > units:
            groups.append([])
        groups[-1].append(piece)
    return tuple(
        Sheet(Span(group[0].span.start, group[-1].span.end - group[0].span.start), tuple(group)) for group in groups
    )
