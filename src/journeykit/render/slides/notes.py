"""What the speaker reads: all that a map says, where a slide has no room for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journeykit.model.derive import Facts
from journeykit.model.values import Amount, CalendarDate
from journeykit.render.tables.base import Cell, Column, Items, Table
from journeykit.render.tables.overview import overview
from journeykit.render.tables.sheets import tables
from journeykit.render.views.words import day, percent, plain, signed

#: Columns that say nothing new below the heading of a stage.
_KNOWN = ("stage_number", "stage", "address")


def notes_of_all(facts: Facts) -> str:
    """What holds for the whole map."""
    return "\n".join(f"{name}: {_said(value, kind)}" for name, value, kind in overview(Items(facts)))


def notes_of_people(facts: Facts) -> str:
    """What is known of the personas."""
    return "\n".join(_lines(table for table in tables(facts) if table.key == "personas"))


def notes_of_stages(facts: Facts, lanes: Sequence[str] | None) -> list[str]:
    """For each stage what stands in it: table by table, a line a row."""
    found = [table for table in tables(facts, lanes) if any(column.key == "stage_number" for column in table.columns)]
    said = []
    for number in range(1, len(facts.journey.stages) + 1):
        said.append("\n".join(_lines(_of_stage(table, number) for table in found)))
    return said


def _of_stage(table: Table, number: int) -> Table:
    at = [column.key for column in table.columns].index("stage_number")
    return Table(table.key, table.title, table.columns, tuple(row for row in table.rows if row[at] == number))


def _lines(found: Iterable[Table]) -> Iterator[str]:
    for table in found:
        if table.rows:
            yield f"{table.title.upper()}"
            for row in table.rows:
                yield "– " + "; ".join(_pairs(table.columns, row))


def _pairs(columns: tuple[Column, ...], row: tuple[Cell, ...]) -> Iterator[str]:
    for column, cell in zip(columns, row, strict=True):
        if cell is not None and column.key not in _KNOWN:
            yield f"{column.title}: {_said(cell, column.kind)}"


def _said(cell: Cell, kind: str) -> str:
    if isinstance(cell, CalendarDate):
        return day(cell)
    if isinstance(cell, str | Amount):
        return " / ".join(str(cell).splitlines())
    number = cell or 0
    return percent(number) if kind == "share" else signed(number) if kind == "score" else plain(number)
