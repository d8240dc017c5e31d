"""What was measured, for people at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from journeykit.measure.feedback import Feedback, Shift
from journeykit.measure.report import Measured
from journeykit.measure.standing import Standing
from journeykit.measure.worth import Behind
from journeykit.model.document import Document
from journeykit.render.taming import one_line
from journeykit.render.terminal.cells import width
from journeykit.render.terminal.styled import Line, Run, Style, line
from journeykit.render.views.words import percent, plain, signed

#: What there is no figure for.
DASH = "–"
_MOST = 8
_MOST_GROUPS = 40


def write(document: Document, measured: Measured) -> list[Line]:
    """The figures as tables, each with what it counts."""
    journey = document.journey
    assert journey is not None
    lines = [line(Run(one_line(journey.title), "strong"), f", measured on {measured.day}")]
    lines += [line(Run(note, "warning")) for note in map(one_line, measured.notes)]
    if measured.whole:
        lines += [*_standing(measured.whole, "Stages")]
        for group in measured.groups[:_MOST]:
            lines += _standing(group, f"Stages: {one_line(group.group or 'not said')}")
        lines += _more(len(measured.groups) - _MOST, "groups")
        lines += _gates(measured.whole)
    lines += _health(measured)
    lines += _changed(measured)
    lines += _worth(measured)
    lines += _results(measured)
    lines += _feedback(measured.feedback, "What customers said")
    lines += [line(Run(f"{kind.upper()}: {method}", "dim")) for kind, method in measured.methods]
    lines += _feedback(measured.feedback_groups[:_MOST_GROUPS], "By group")
    lines += _more(len(measured.feedback_groups) - _MOST_GROUPS, "groups")
    lines += [line(_moved(shift)) for shift in measured.shifts]
    lines += _conformance(measured)
    return lines


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Line]:
    """A table whose first column is words and whose others are figures; nothing without rows."""
    if not rows:
        return []
    sizes = [max(width(row[at]) for row in (heads, *rows)) for at in range(len(heads))]

    def told(cells: Sequence[str], style: Style = "") -> Line:
        first = cells[0] + " " * (sizes[0] - width(cells[0]))
        rest = [" " * (size - width(cell)) + cell for cell, size in zip(cells[1:], sizes[1:], strict=True)]
        return line(Run("  ".join((first, *rest)), style))

    return [line(""), line(Run(title, "title")), told(heads, "dim"), *(told(row) for row in rows)]


def _standing(one: Standing, title: str) -> list[Line]:
    heads = (
        "Stage",
        "Entered",
        "Moved on",
        "of entered",
        "Left",
        "of entered",
        "Gate skipped",
        "Here",
        "Stuck",
        "Days median",
        "90 %",
    )
    rows = [
        (
            one_line(stage.name), plain(stage.entered), plain(stage.moved_on), _share(stage.conversion),
            plain(stage.left), _share(stage.drop_off), plain(stage.skipped_gate), plain(stage.here),
            DASH if stage.stuck is None else plain(stage.stuck), _days(stage.to_move_on[0]), _days(stage.to_move_on[1]),
        )
        for stage in one.stages
    ]  # fmt: skip
    people = "customer" if one.seen == 1 else "customers"
    seen = line(Run(f"{plain(one.seen)} {people} seen, {plain(one.nowhere)} in no stage", "dim"))
    return [*_table(title, heads, rows), seen]


def _gates(one: Standing) -> list[Line]:
    rows = [
        (
            one_line(f"{stage.name}: {point.checkpoint}{' (optional)' if point.optional else ''}"),
            DASH if point.reached is None else plain(point.reached),
            _share(point.reached / stage.entered if point.reached is not None and stage.entered else None),
            DASH if point.missing is None else plain(point.missing),
        )
        for stage in one.stages
        for point in stage.gate
    ]
    return _table("Gates", ("Checkpoint", "Reached", "of entered", "Missed by those here"), rows)


def _health(measured: Measured) -> list[Line]:
    rows = [
        (one_line(one.name), plain(one.n), DASH if one.mean is None else plain(one.mean, 1),
         plain(one.unwell), plain(one.between), plain(one.well), plain(one.without))
        for one in measured.health
    ]  # fmt: skip
    heads = ("Stage", "Customers", "Mean", "Under 50", "50 to 80", "From 80", "No data")
    return _table("Health, 0 to 100", heads, rows)


def _changed(measured: Measured) -> list[Line]:
    """Health since the last snapshot, and over time."""
    lines = []
    if (since := measured.since) is not None:
        told = f"{plain(since.better)} better, {plain(since.worse)} worse, {plain(since.same)} about the same"
        told += f"; {plain(since.new)} new, {plain(since.gone)} gone"
        lines.append(line(Run(f"Since {since.day}: ", "dim"), told))
    rows = [
        (str(one.day), plain(one.n), DASH if one.mean is None else plain(one.mean, 1), *map(plain, one.bands))
        for one in measured.history
    ]
    return lines + _table("Health over time", ("Day", "Customers", "Mean", "Under 50", "50 to 80", "From 80"), rows)


def _worth(measured: Measured) -> list[Line]:
    def told(one: Behind | None) -> tuple[str, str]:
        return (DASH, DASH) if one is None else (plain(one.value, 0), plain(one.customers))

    rows = [
        (one_line(one.name), *told(one.here), *told(one.stuck), *told(one.unwell), *told(one.ready))
        for one in measured.worth or ()
    ]
    heads = ("Stage", "All here", "of", "Stuck", "of", "Unwell", "of", "Ready for more", "of")
    return _table("Value behind customers, and how many they are", heads, rows)


def _results(measured: Measured) -> list[Line]:
    rows = [
        (
            one_line(f"{one.text} → gate of {one.name}"),
            _share(one.share_with), plain(one.with_), _share(one.share_without), plain(one.without),
            DASH if one.difference is None else signed(round(one.difference * 100)) + " (few)" * one.is_small,
            DASH if one.interval is None else " to ".join(signed(round(end * 100)) for end in one.interval),
        )
        for one in measured.results
    ]  # fmt: skip
    heads = ("Action", "Passed with it", "of", "without", "of", "Points", "95 % between")
    lines = _table("What goes together with passing the next gate", heads, rows)
    if lines:
        lines.append(line(Run("Going together is no cause: who is about to pass does more of everything.", "dim")))
    return lines


def _more(count: int, what: str) -> list[Line]:
    named = what.removesuffix("s") if count == 1 else what
    return [line(Run(f"and {plain(count)} {named} more; --format json has all", "dim"))] if count > 0 else []


def _feedback(told: Sequence[Feedback], title: str) -> list[Line]:
    rows = [
        (
            one.kind.upper() + (f" {one_line(one.group)}" if one.group else ""),
            plain(one.n) + (" (few)" if one.is_small else ""),
            DASH if one.value is None else plain(one.value, 1),
            f"{plain(one.low, 1)} to {plain(one.high, 1)}" if one.low is not None and one.high is not None else DASH,
        )
        for one in told
    ]
    return _table(title, ("Survey", "Answers", "Figure", "95 % between"), rows)


def _moved(one: Shift) -> Run:
    kind, ends = one.after.kind.upper(), f"from {one.before.group} to {one.after.group}"
    if one.is_noise:
        return Run(f"{kind} {ends}: {signed(one.by)}, which may be chance (± {plain(one.margin, 1)})", "dim")
    good = one.by > 0
    return Run(
        f"{kind} {ends}: {signed(one.by)}, more than chance (± {plain(one.margin, 1)})", "good" if good else "bad"
    )


def _conformance(measured: Measured) -> list[Line]:
    told, graph = measured.conformance, measured.graph
    if told is None or graph is None:
        return []
    lines = [line(""), line(Run("Planned against actual", "title"))]
    if told.fitness is None:
        lines.append(line("No two actions of the map follow each other in the data."))
    else:
        lines.append(line(f"{percent(told.fitness)} of the steps between actions of the map follow one of its arrows."))
    for name, steps in (("Skips", told.skipped), ("Goes back", told.back), ("Repeats", told.repeated)):
        for step in steps[:_MOST]:
            often = "once" if step.count == 1 else f"{plain(step.count)} times"
            lines.append(line(Run(f"  {name}: ", "dim"), one_line(f"{step.source} → {step.target}"), f" {often}"))
    if told.unseen:
        lines.append(line(Run("  Never seen: ", "dim"), ", ".join(one_line(one.text) for one in told.unseen[:_MOST])))
    if told.unknown:
        names = ", ".join(f"{one_line(name)} ({plain(count)})" for name, count in told.unknown[:_MOST])
        lines.append(line(Run("  Seen, but not on the map: ", "dim"), names))
    return lines


def _share(value: float | None) -> str:
    return DASH if value is None else percent(value)


def _days(value: float | None) -> str:
    return DASH if value is None else plain(value, 1)
