"""What was measured as one table, a row a figure: whose it is, of what, which, its value, and of how many it is.

`group` is what figures are told by, or the day they are of; empty for all customers. `figure` has its unit in its name:
`…_days`, `…_share` (0 to 1), `…_percent`. What does not exist is an empty cell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from journeykit.measure.feedback import Feedback
from journeykit.measure.health import StageHealth
from journeykit.measure.report import Measured
from journeykit.measure.standing import StageFigures, Standing
from journeykit.model.document import Document
from journeykit.render.tables.formulas import harmless

HEADS = ("group", "stage", "figure", "value", "n")
Row = tuple[str, str, str, float | int | None, int | None]


def write(document: Document, measured: Measured) -> str:
    """The figures, with a line of heads."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(HEADS)
    for group, stage, figure, value, n in _rows(measured):
        cells = (harmless(group), harmless(stage), harmless(figure))
        writer.writerow((*cells, "" if value is None else value, "" if n is None else n))
    return output.getvalue()


def _rows(measured: Measured) -> Iterator[Row]:
    if measured.whole:
        yield from _standing(measured.whole)
    for one in measured.groups:
        yield from _standing(one)
    for stage in measured.health:
        yield from _health("", stage)
    for past in measured.history:
        for stage in past.stages:
            yield from _health(past.day.isoformat(), stage)
    if (since := measured.since) is not None:
        day = since.day.isoformat()
        for name in ("better", "worse", "same", "new", "gone"):
            yield (
                day,
                "",
                f"health_{name}_since" if name in ("better", "worse", "same") else f"customers_{name}_since",
                (getattr(since, name)),
                since.now,
            )
    for worth in measured.worth or ():
        for name in ("here", "stuck", "unwell", "ready"):
            behind = getattr(worth, name)
            if behind is not None:
                yield "", worth.stage, f"value_{name}", behind.value, behind.customers
    for result in measured.results:
        yield "", result.gate, f"passed_with_share: {result.element}", result.share_with, result.with_
        yield "", result.gate, f"passed_without_share: {result.element}", result.share_without, result.without
    for told in (*measured.feedback, *measured.feedback_groups):
        yield from _feedback(told)
    if measured.conformance:
        fitted = measured.conformance
        steps = (fitted.kept, fitted.skipped, fitted.repeated, fitted.back)
        yield "", "", "fitness_share", fitted.fitness, sum(step.count for some in steps for step in some)
        for step in measured.graph.steps if measured.graph else ():
            yield "", "", f"follows: {step.source} → {step.target}", step.count, None


def _standing(one: Standing) -> Iterator[Row]:
    group = one.group or ""
    yield group, "", "customers", one.seen, None
    yield group, "", "customers_in_no_stage", one.nowhere, one.seen
    for stage in one.stages:
        for figure, value, n in _stage(stage):
            yield group, stage.stage, figure, value, n


def _stage(stage: StageFigures) -> Iterator[tuple[str, float | int | None, int | None]]:
    entered = stage.entered
    yield "entered", entered, None
    for name in ("here", "left", "passed", "moved_on", "skipped_gate"):
        yield name, getattr(stage, name), entered
    yield "conversion_share", stage.conversion, entered
    yield "drop_off_share", stage.drop_off, entered
    yield "stuck", stage.stuck, stage.here
    for name, (median, p90), n in (
        ("to_move_on", stage.to_move_on, stage.moved_on),
        ("since", stage.since, stage.here),
    ):
        yield f"{name}_median_days", median, n
        yield f"{name}_p90_days", p90, n
    for point in stage.gate:
        yield f"reached: {point.checkpoint}", point.reached, entered
        yield f"missed: {point.checkpoint}", point.missing, stage.here


def _health(group: str, one: StageHealth) -> Iterator[Row]:
    yield group, one.stage, "health_mean", one.mean, one.n
    for name in ("unwell", "between", "well"):
        yield group, one.stage, f"health_{name}", getattr(one, name), one.n
    yield group, one.stage, "health_without", one.without, one.n + one.without


def _feedback(one: Feedback) -> Iterator[Row]:
    group, kind = one.group or "", one.kind
    for name, value in ((kind, one.value), (f"{kind}_low", one.low), (f"{kind}_high", one.high)):
        yield group, "", name, value, one.n
