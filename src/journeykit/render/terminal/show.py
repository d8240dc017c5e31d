"""A map in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journeykit.model.derive import Facts, freshness
from journeykit.render.terminal.cells import cut, one_line, width
from journeykit.render.terminal.closing import closing
from journeykit.render.terminal.curve import curve
from journeykit.render.terminal.header import header
from journeykit.render.terminal.marks import ASCII, UNICODE, Marks, feeling_style, mean, spark
from journeykit.render.terminal.page import Page
from journeykit.render.terminal.stages import stages
from journeykit.render.terminal.styled import Line, Run, line, line_width, pad


def show(facts: Facts, width: int | None, unicode: bool, today: date) -> list[Line]:
    """The map: head, emotion curve, stages, metrics and evidence.

    It fits `width` cells (from about 40 on); with None, as in a pipe, nothing is cut or wrapped.
    """
    page = Page(facts, width, unicode, today)
    lines = [*header(page), *curve(page), *stages(page), *closing(page)]
    return lines[:-1]


def in_a_line(maps: Sequence[Facts], width: int | None, unicode: bool, today: date) -> list[Line]:
    """A line for each map: curve, mean, questions answered, open gaps, title, and whether its review is overdue."""
    marks = UNICODE if unicode else ASCII
    longest = None if width is None else max(8, width // 3)
    rows = [_row(facts, marks, today, longest) for facts in maps]
    sizes = [max((line_width(row[column]) for row in rows), default=0) for column in range(4)]
    lines = []
    for *figures, title, overdue in rows:
        lead: Line = ()
        for cell, size in zip(figures, sizes, strict=True):
            lead = line(lead, pad(cell, size), "  ") if size else lead
        room = None if width is None else max(8, width - line_width(lead) - (line_width(overdue) + 2) * bool(overdue))
        name = cut(title, room, marks.ellipsis)
        lines.append(line(lead, name, "  " if overdue else "", overdue))
    return lines


def _row(facts: Facts, marks: Marks, today: date, longest: int | None) -> tuple[Line, Line, Line, Line, str, Line]:
    curve = facts.curves[facts.primary]
    fits = longest is None or len(curve.scores) <= longest
    drawn = curve.scores if fits else curve.scores[: longest - len(marks.ellipsis)]
    bars = line(*(Run(spark(score, marks), feeling_style(score)) for score in drawn), "" if fits else marks.ellipsis)
    average = "" if curve.mean is None else mean(curve.mean)
    states = list(facts.questions.values())
    answered = f"{sum(one.state == 'answered' for one in states)}/{len(states)}" if states else ""
    count = len(facts.gaps.elements)
    gaps = f"{count} gap{'' if count == 1 else 's'}"
    days = freshness(facts.journey, today).overdue_days
    overdue: Line = (Run(f"{days} day{'s' * (days > 1)} overdue", "bad"),) if days else ()
    figures = (line(f"{average:>4}"), line(f"{answered:>{max(4, width(answered))}}"), line(f"{gaps:>7}"))
    return bars, *figures, one_line(facts.journey.title), overdue
