"""The foot of a shown map: its metrics as bars, what touches the whole journey, and the evidence."""

from __future__ import annotations

from math import ceil, floor, log10

from journeykit.model.derive import is_on_target
from journeykit.model.elements import Metric
from journeykit.render.taming import one_line
from journeykit.render.terminal.cells import cut, width
from journeykit.render.terminal.marks import figure, rank, when
from journeykit.render.terminal.page import Page
from journeykit.render.terminal.promises import misalignments
from journeykit.render.terminal.styled import Line, Run, Style, columns, hanging, line, line_width

_INDENT, _FIGURE = 2, 16
#: The room for the ends of a scale, and the shortest bar that tells anything.
_SCALE, _SHORTEST_BAR = 13, 8


def closing(page: Page) -> list[Line]:
    """The sections after the stages, each only where there is something to tell."""
    lines: list[Line] = []
    for title, body in (
        ("The whole journey", _whole(page)), ("Metrics", _metrics(page)), ("Evidence", _evidence(page)),
    ):  # fmt: skip
        if body:
            head = line(Run(title, "strong"))
            lines += [*(body if title == "Metrics" else [head, *body]), ()]
    return lines


def _whole(page: Page) -> list[Line]:
    journey = page.facts.journey
    lines = misalignments(page, None)
    for ranked in page.facts.opportunities:
        if ranked.mends is journey:
            lead = line("      ", Run(f"{page.marks.arrow} ", "good"))
            lines += hanging(
                lead, line(Run(rank(ranked.score), "strong"), one_line(ranked.opportunity.text)), page.width
            )
    for risk in journey.risks:
        lines += page.note(6, "risk  ", line(one_line(risk.risk)))
    return lines


def _metrics(page: Page) -> list[Line]:
    metrics = list(page.facts.journey.metrics.values())
    if not metrics:
        return []
    figures = [(_value(page, metric.now, metric), _value(page, metric.target, metric)) for metric in metrics]
    size = max(6, *(line_width(cell) for pair in figures for cell in pair))
    room = 100 if page.width is None else page.width
    longest = max(width(one_line(metric.name)) for metric in metrics)
    name = max(12, min(longest, page.sizes[0], room - _INDENT - 2 * (size + 2)))
    bar = min(48, room - _INDENT - name - 2 * (size + 2) - 2 - _SCALE)
    sizes = (_INDENT + name, size, size, max(0, bar), None)
    lines = [_cells((line(Run("Metrics", "strong")), (Run("now", "dim"),), (Run("target", "dim"),)), sizes)]
    for metric, pair in zip(metrics, figures, strict=True):
        drawn, scale = _bar(page, metric, bar) if bar >= _SHORTEST_BAR else ((), ())
        limit = None if page.width is None else _INDENT + name
        first, *rest = hanging((Run(" " * _INDENT),), line(one_line(metric.name)), limit)
        lines += [_cells((first, *pair, drawn, scale), sizes), *rest]
    return lines


def _cells(cells: tuple[Line, ...], sizes: tuple[int | None, ...]) -> Line:
    """A row of the table, its two figures to the right of their columns."""
    name, now, target, *rest = cells
    fitted = [line(" " * ((sizes[1] or 0) - line_width(cell)), cell) for cell in (now, target)]
    return columns((name, *fitted, *rest), sizes[: len(cells)], wrap=False)[0]


def _value(page: Page, value: float | None, metric: Metric) -> Line:
    if value is None:
        return (Run(page.marks.none, "dim"),)
    text = figure(value, one_line(metric.unit) if metric.unit else None)
    return line(text if page.width is None else cut(text, min(_FIGURE, page.width // 5), page.marks.ellipsis))


def _bar(page: Page, metric: Metric, cells: int) -> tuple[Line, Line]:
    """A metric's value and target on its scale, and the scale's ends; nothing without a value."""
    values = [value for value in (metric.now, metric.target) if value is not None]
    if metric.now is None or not values:
        return (), ()
    low, high = _scale(metric, values)
    signs = [page.marks.empty] * cells
    styles: list[Style] = ["dim"] * cells

    def at(value: float) -> int:
        return max(0, min(cells - 1, round((value - low) / (high - low) * (cells - 1))))

    start, end = sorted((at(0), at(metric.now)))
    style = _verdict(metric)
    for cell in range(start, end + (metric.now != 0)):
        signs[cell], styles[cell] = page.marks.bar, style
    if low < 0:
        signs[at(0)], styles[at(0)] = page.marks.origin, "dim"
    if metric.target is not None:
        signs[at(metric.target)], styles[at(metric.target)] = page.marks.target, "strong"
    runs = line(*(Run(sign, of) for sign, of in zip(signs, styles, strict=True)))
    return runs, (Run(f"{figure(low)} to {figure(high)}", "dim"),)


def _scale(metric: Metric, values: list[float]) -> tuple[float, float]:
    if metric.kind == "nps":
        return min(-100, *values), max(100, *values)
    low, high = min(0, *values), max(0, *values)
    if metric.unit == "%" and high > 50:
        return _round_up(low), max(100, high)
    return _round_up(low), _round_up(high) or 1


def _round_up(value: float) -> float:
    """The next round number away from 0: 1, 2 or 5 with noughts."""
    if not value:
        return 0
    power = 10.0 ** floor(log10(abs(value)))
    step = next(step for step in (1, 2, 5, 10) if abs(value) <= step * power * (1 + 1e-9))
    return (1 if value > 0 else -1) * (ceil(step * power) if power >= 1 else step * power)


def _verdict(metric: Metric) -> Style:
    reached = is_on_target(metric)
    return "gutter" if reached is None else "good" if reached else "bad"


def _evidence(page: Page) -> list[Line]:
    library = page.facts.journey.evidence.values()
    longest = max((width(one_line(evidence.name)) for evidence in library), default=0)
    name = min(longest, 60 if page.width is None else page.width // 2)
    lines: list[Line] = []
    for evidence in library:
        sample = f"sample of {evidence.sample}" if evidence.sample is not None else ""
        told = [evidence.method or "", sample, when(evidence.date) if evidence.date else ""]
        about = Run(", ".join(one_line(part) for part in told if part), "dim")
        room = None if page.width is None else page.width - _INDENT - name - 2
        rows = columns((line(one_line(evidence.name)), line(about)), (name, room), page.width is not None)
        lines += [line(" " * _INDENT, row) for row in rows]
    return lines
