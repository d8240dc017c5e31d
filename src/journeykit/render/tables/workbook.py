"""The tables as a workbook of a spreadsheet program. Nothing in it is a formula or a link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from journeykit.extras import need
from journeykit.model.derive import Facts
from journeykit.model.values import Amount, CalendarDate
from journeykit.render.dot.measure import width_of, wrap
from journeykit.render.language import page_language, say
from journeykit.render.tables.base import Cell, Column, Items, Kind, Table
from journeykit.render.tables.overview import overview
from journeykit.render.tables.sheets import tables
from journeykit.render.theme import Theme
from journeykit.render.views.words import direction

#: A workbook has to say when it was made: without a review, then.
_MADE = datetime(2000, 1, 1)
#: Excel takes this many letters into a cell, and into the name of a sheet.
_LONGEST, _LONGEST_NAME = 32_767, 31
_NARROWEST, _WIDEST, _OVERVIEW = 7, 46, 90
#: The height of a line of 11 points, and the greatest of a row, both in points.
_LINE, _TALLEST = 15, 405
#: Excel knows no day before this year.
_FIRST_YEAR = 1900
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
#: Letters of 11 points to a unit of a column's width.
_UNIT = 6.1
_FORMATS: dict[Kind, str] = {"share": "0.##%", "score": "+0.##;-0.##;0", "number": "#,##0.##"}
#: Excel writes `31.%` with the places of `0.##%` where there are none; whole shares and numbers have a format each.
_WHOLE: dict[Kind, str] = {"share": "0%", "score": "+0;-0;0", "number": "#,##0", "rating": "0"}
_DATES = {1: "yyyy-mm-dd", 31: "yyyy-mm", 366: "yyyy"}
#: The tokens of the look for a score: from where on, up to below where, surface, ink.
_FEELINGS = (
    (-2.0, -1.5, "n2", "face"),
    (-1.5, -0.5, "n1", "ink"),
    (-0.5, 0.5, "sunk", "ink"),
    (0.5, 1.5, "p1", "ink"),
    (1.5, 2.01, "p2", "face"),
)
_BAD = ("open", "critical", "high", "missing", "failing")
_GOOD = ("answered", "closed", "done", "live")


def workbook(facts: Facts, look: Theme, lanes: Sequence[str] | None = None) -> bytes:
    """The workbook of a map in the colours of a look, with those of the lanes that are chosen.

    Raises `MissingExtraError`.
    """
    xlsxwriter = need("xlsxwriter", "office")
    output = BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = xlsxwriter.Workbook(output, safe)
    reviewed = facts.journey.reviewed
    made = datetime.combine(reviewed.first, datetime.min.time()) if reviewed else _MADE
    book.set_properties({"title": _cut(facts.journey.title, 250), "comments": "", "created": max(made, _MADE)})
    _Book(book, look, direction(page_language(facts.journey.lang)) == "rtl").fill(facts, lanes)
    book.close()
    return output.getvalue()


def sheet_name(title: str, taken: set[str]) -> str:
    """A title as the name of a sheet: without the signs Excel refuses, short, and its own."""
    base = _NO_NAME.sub(" ", title).strip().strip("'")[:_LONGEST_NAME].strip() or "Sheet"
    name, number = base, 1
    while name.casefold() in taken:
        number += 1
        end = f" {number}"
        name = base[: _LONGEST_NAME - len(end)] + end
    taken.add(name.casefold())
    return name


def _aligned(kind: str) -> dict[str, Any]:
    """Scales stand in the middle of their column; other numbers at its end, apart from the text that follows."""
    if kind in ("score", "rating"):
        return {"align": "center"}
    return {"align": "right", "indent": 1} if kind in ("number", "share", "money") else {}


def _cut(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


class _Book:
    """A workbook being filled."""

    def __init__(self, book: Any, look: Theme, rtl: bool) -> None:
        self._book, self._look, self._rtl = book, look.light, rtl
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._names: set[str] = set()

    def fill(self, facts: Facts, lanes: Sequence[str] | None) -> None:
        self._overview(facts)
        for table in tables(facts, lanes):
            self._table(table)

    def _format(self, **looks: Any) -> Any:
        """A format; the same one for the same looks."""
        looks = {"valign": "top", "font_color": self._look["ink"], "font_name": "Calibri", **looks}
        if self._rtl:
            looks["reading_order"] = 2
        key = tuple(sorted(looks.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(looks)
        return self._formats[key]

    def _sheet(self, title: str) -> Any:
        sheet = self._book.add_worksheet(sheet_name(title, self._names))
        if self._rtl:
            sheet.right_to_left()
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(8)  # A3
        sheet.fit_to_pages(1, 0)
        return sheet

    def _overview(self, facts: Facts) -> None:
        sheet = self._sheet(say("Overview"))
        head = self._format(bold=True, font_color=self._look["ink2"], text_wrap=True)
        for row, (name, value, kind) in enumerate(overview(Items(facts))):
            sheet.write_string(row, 0, name, head)
            looks = {"bold": True, "font_size": 16} if row == 0 else {}
            sheet.set_row(row, _height(value, _OVERVIEW, size=16 if row == 0 else 11))
            self._cell(sheet, row, 1, value, "number" if kind == "score" else kind, align="left", **looks)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 1, _OVERVIEW)

    def _table(self, table: Table) -> None:
        sheet = self._sheet(table.title)
        look = self._look
        head = {"bold": True, "bg_color": look["head"], "font_color": look["head-ink"], "valign": "vcenter"}
        widths = [_width(column, [row[at] for row in table.rows]) for at, column in enumerate(table.columns)]
        sheet.set_row(0, 22)
        for number, row in enumerate(table.rows, 1):
            sheet.set_row(number, max(_height(cell, width) for cell, width in zip(row, widths, strict=True)))
        for at, column in enumerate(table.columns):
            sheet.write_string(0, at, column.title, self._format(**head, **_aligned(column.kind)))
            sheet.set_column(at, at, widths[at])
            for number, row in enumerate(table.rows, 1):
                self._cell(sheet, number, at, row[at], column.kind, bottom=1, bottom_color=look["line"])
            self._colours(sheet, column, at, len(table.rows))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        sheet.repeat_rows(0)

    def _cell(self, sheet: Any, row: int, at: int, value: Cell, kind: str, **looks: Any) -> None:
        """A cell that is what its value is: a number, a day, an amount of money, a text."""
        if value is None:
            sheet.write_blank(row, at, None, self._format(**looks))
        elif isinstance(value, CalendarDate):
            if value.first.year < _FIRST_YEAR:
                sheet.write_string(row, at, value.text, self._format(align="left", **looks))
                return
            shape = next(form for days, form in _DATES.items() if (value.last - value.first).days < days)
            looks = {"align": "left", **looks, "num_format": shape}
            sheet.write_datetime(row, at, datetime.combine(value.first, datetime.min.time()), self._format(**looks))
        elif isinstance(value, Amount):
            whole = "" if float(value.number).is_integer() else ".00"
            looks |= {"num_format": f'#,##0{whole} "{value.currency}"', **_aligned("money")}
            sheet.write_number(row, at, value.number, self._format(**looks))
        elif isinstance(value, str):
            sheet.write_string(row, at, _cut(value), self._format(text_wrap=True, **looks))
        else:
            shown = value * 100 if kind == "share" else value
            forms = _WHOLE if abs(shown - round(shown)) < 1e-9 else _FORMATS
            looks["num_format"] = forms.get(kind, "0.##")  # type: ignore[call-overload]
            looks = {**_aligned(kind), **looks}
            sheet.write_number(row, at, value, self._format(**looks))

    def _colours(self, sheet: Any, column: Column, at: int, rows: int) -> None:
        """Colours that follow the values, also those that are changed later."""
        look = self._look
        if column.kind == "score" and column.key in ("score", "desired"):
            # An empty cell would count as 0.
            blank = {"type": "blanks", "stop_if_true": True, "format": None}
            sheet.conditional_format(1, at, rows, at, blank)
            for least, below, surface, ink in _FEELINGS:
                style = self._book.add_format({"bg_color": look[surface], "font_color": look[ink]})
                between = {"type": "cell", "criteria": "between", "minimum": least, "maximum": below - 0.01}
                sheet.conditional_format(1, at, rows, at, {**between, "format": style})
        if column.key in ("state", "severity", "harm"):
            from journeykit.render.views.words import human

            for words, side in ((_BAD, "neg"), (_GOOD, "pos")):
                style = self._book.add_format({"bg_color": look[f"{side}-bg"], "font_color": look[side]})
                for word in words:
                    equal = {"type": "cell", "criteria": "==", "value": f'"{human(word)}"', "format": style}
                    sheet.conditional_format(1, at, rows, at, equal)


def _width(column: Column, cells: list[Cell]) -> float:
    """The width of a column in Excel's unit: its longest line, within limits; what is longer is wrapped."""
    # The arrow of the filter stands beside the title.
    widest = width_of(column.title, 11, bold=True) / _UNIT + 3
    for cell in cells:
        for line in str(cell).splitlines() if isinstance(cell, str) else ["0000-00-00"[: 10 if cell else 0]]:
            widest = max(widest, width_of(line, 11) / _UNIT + 1)
    return round(min(max(widest, _NARROWEST), _WIDEST), 1)


def _height(cell: Cell, width: float, size: float = 11) -> float:
    """The height of a row in points in which a cell shows all its lines; not every program works it out by itself."""
    lines = 1
    if isinstance(cell, str):
        room = max(width - 1, 1) * _UNIT
        lines = sum(len(wrap(line, room, size, bold=size > 11)) for line in cell.splitlines()) or 1
    return min(lines * _LINE * size / 11 + 2, _TALLEST)
