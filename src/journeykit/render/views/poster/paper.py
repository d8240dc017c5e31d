"""How the poster's one table is cut on paper: which sheet each stage and each phase stands on.

The screen shows the whole table. On paper the same cells stand in a grid, those of a later sheet below those of the one
before it, so that nothing has to be written twice but the heads.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeykit.render.views.poster.columns import Piece, Sheet


@dataclass(frozen=True)
class Stand:
    """Where a stage begins on paper: the place of its sheet from 0, and how many units of it stand there.

    `starts` and `ends` say whether it is the first or the last on that sheet.
    """

    sheet: int
    width: int
    starts: bool
    ends: bool


@dataclass(frozen=True)
class PhasePart:
    """What a sheet holds of a phase: `width` units there; `whole` are its units on the screen, 0 where it goes on."""

    name: str
    sheet: int
    width: int
    whole: int


@dataclass(frozen=True)
class Paper:
    """The sheets of a poster. `stands` are by stage; `continued` are stages that go on, with the place of the sheet."""

    sheets: tuple[Sheet, ...]
    stands: tuple[Stand, ...]
    continued: tuple[tuple[int, Piece], ...]
    phases: tuple[PhasePart, ...]

    @property
    def units(self) -> int:
        """The units of the widest sheet; all are set on that many columns."""
        return max(sheet.span.width for sheet in self.sheets)


def paper(sheets: tuple[Sheet, ...], phases: Iterable[tuple[str, int, int]]) -> Paper:
    """The poster's sheets; `phases` are names with the places of the first and the last stage, from 0."""
    stands: list[Stand] = []
    continued: list[tuple[int, Piece]] = []
    for on, sheet in enumerate(sheets):
        for place, piece in enumerate(sheet.pieces):
            if piece.first:
                stands.append(Stand(on, piece.span.width, place == 0, place == len(sheet.pieces) - 1))
            else:
                continued.append((on, piece))
    parts: list[PhasePart] = []
    for name, first, last in phases:
        widths = [sum(piece.span.width for piece in sheet.pieces if first <= piece.stage <= last) for sheet in sheets]
        whole = sum(widths)
        for on, width in enumerate(widths):
            if width:
                parts.append(PhasePart(name, on, width, whole))
                whole = 0
    return Paper(sheets, tuple(stands), tuple(continued), tuple(parts))
