"""A map as one flat table, for any program that reads sheets.

The file is data: its columns and words are those of the format, alike in every language. It is CSV by RFC 4180 in
UTF-8, and begins with a byte order mark: without one, Excel takes the text for the code page of the machine.
"""

from __future__ import annotations

import csv
import io

from journeykit.model.derive import Facts
from journeykit.model.values import Amount, CalendarDate
from journeykit.render.options import Options
from journeykit.render.tables.base import Cell
from journeykit.render.tables.flat import flat
from journeykit.render.tables.formulas import harmless

#: The views this format can hold: the whole map.
VIEWS = ("map",)


def write(facts: Facts, options: Options) -> bytes:
    """The table, a row an element; what does not exist is an empty cell."""
    table = flat(facts, options.lanes)
    output = io.StringIO(newline="")
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(column.key for column in table.columns)
    writer.writerows([_said(cell) for cell in row] for row in table.rows)
    return output.getvalue().encode("utf-8-sig", "replace")


def _said(cell: Cell) -> str | int | float:
    """A cell as CSV holds it: numbers as numbers, dates as the format writes them, texts that run nothing."""
    if cell is None:
        return ""
    if isinstance(cell, CalendarDate):
        return cell.text
    return harmless(str(cell)) if isinstance(cell, str | Amount) else cell
