"""A map in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journeykit.model.derive import Facts, freshness
from journeykit.render.taming import one_line
from journeykit.render.terminal.cells import cut
from journeykit.render.terminal.closing import closing
from journeykit.render.terminal.curve import curve
from journeykit.render.terminal.header import header
from journeykit.render.terminal.marks import ASCII, UNICODE, Marks, feeling_style, mean, spark
from journeykit.render.terminal.page import Page
from journeykit.render.terminal.stages import stages
from journeykit.render.terminal.styled import Line, Run, line, line_width, pad

#: Narrower than this an overdue review is told without its days.
_NARROW = 80


def show(facts: Facts, width: int | None, unicode: bool, today: date) -> list[Line]:
    """The map: head, emotion curve, stages, metrics and evidence.

    It fits `width` cells (from about 40 on); with None, as in a pipe, nothing is cut or wrapped.
    """
    page = Page(facts, width, unicode, today)
    lines = [*header(page), *curve(page), *stages(page), *closing(page)]
    return lines[:-1]


@dataclass(frozen=True)
class _Row:
    figures: tuple[Line, ...]
    title: str
    overdue: int


def in_a_line(maps: Sequence[Facts], width: int | None, unicode: bool, today: date) -> list[Line]:
    """A line for each map: curve, mean, questions answered, open gaps, title, and whether its review is overdue.

    The lines fit `width` cells (from about 60 on); with None no title is cut.
    """
    marks = UNICODE if unicode else ASCII
    rows = [_row(facts, marks, today, None if width is None else max(8, width // 3)) for facts in maps]
    sizes = [max(map(line_width, column)) for column in zip(*(row.figures for row in rows), strict=True)]
    lines = []
    for row in rows:
        lead: Line = ()
        for cell, size in zip(row.figures, sizes, strict=True):
            lead = line(lead, pad(cell, size), "  ") if size else lead
        overdue = _overdue(row.overdue, width)
        room = None if width is None else max(8, width - line_width(lead) - line_width(overdue))
        lines.append(line(lead, cut(row.title, room, marks.ellipsis), overdue))
    return lines


def _row(facts: Facts, marks: Marks, today: date, longest: int | None) -> _Row:
    curve = facts.curves[facts.primary]
    fits = longest is None or len(curve.scores) <= longest
    drawn = curve.scores if fits else curve.scores[: longest - len(marks.ellipsis)]
    bars = line(*(Run(spark(score, marks), feeling_style(score)) for score in drawn), "" if fits else marks.ellipsis)
    average = "" if curve.mean is None else mean(curve.mean)
    states = list(facts.questions.values())
    answered = f"{sum(one.state == 'answered' for one in states)}/{len(states)}" if states else ""
    count = len(facts.gaps.elements)
    gaps = f"{count} gap{'' if count == 1 else 's'}"
    figures = (bars, line(f"{average:>4}"), line(f"{answered:>4}"), line(f"{gaps:>7}"))
    return _Row(figures, one_line(facts.journey.title), freshness(facts.journey, today).overdue_days or 0)


def _overdue(days: int, width: int | None) -> Line:
    if not days:
        return ()
    narrow = width is not None and width < _NARROW
    return line("  ", Run("overdue" if narrow else f"{days} day{'s' * (days > 1)} overdue", "bad"))
