"""Figures: metrics against their targets, and what is watched of a customer's health."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, log10

from journeykit.model.derive import is_on_target
from journeykit.model.elements import Metric, Stage
from journeykit.render.language import say
from journeykit.render.views import words
from journeykit.render.views.lengths import length
from journeykit.render.views.poster.items import Gauge, Line
from journeykit.render.views.poster.lookup import Lookup

_FIXED = {"nps": (-100.0, 100.0), "health": (0.0, 100.0)}


def gauges(lookup: Lookup, keys: Iterable[str]) -> list[Gauge]:
    """Metrics of these ids as bars."""
    return [_gauge(lookup, lookup.journey.metrics[key]) for key in keys]


def _gauge(lookup: Lookup, metric: Metric) -> Gauge:
    low, high = scale(metric)
    reached = is_on_target(metric)
    known = [value for value in (metric.now, metric.was, metric.target) if value is not None]
    if known:
        lookup.marks.note("bullet")
    if metric.was is not None:
        lookup.marks.note("was")

    def place(value: float | None) -> float | None:
        return None if value is None else round((value - low) / (high - low) * 100, 1)

    zero, now = place(max(low, 0)) or 0.0, place(metric.now)
    details = [
        say("was {amount}", amount=amount(metric.was, metric.unit)) if metric.was is not None else "",
        words.day(metric.as_of) if metric.as_of else "",
        say("{number} asked", number=words.plain(metric.sample)) if metric.sample else "",
        metric.source or "",
    ]
    said = [
        say("now {amount}", amount=amount(metric.now, metric.unit))
        if metric.now is not None
        else say("now not measured")
    ]
    if metric.target is not None:
        said.append(say("target {amount}", amount=amount(metric.target, metric.unit)))
    return Gauge(
        metric.name,
        amount(metric.now, metric.unit) if metric.now is not None else "–",
        amount(metric.target, metric.unit) if metric.target is not None else "",
        words.commas(said),
        "z" if reached is None else "p1" if reached else "n1",
        " · ".join(text for text in details if text),
        zero if low < 0 and known else None,
        min(zero, now) if now is not None else 0.0,
        None if now is None else round(abs(now - zero), 1),
        place(metric.was),
        place(metric.target),
        lookup.letters(metric.evidence),
    )


def amount(value: float, unit: str | None) -> str:
    """A figure with its unit: 61%, 12 days."""
    text = words.plain(value)
    if not unit:
        return text
    return say("{number}%", number=text) if unit == "%" else f"{text}\u00a0{unit}"


def scale(metric: Metric) -> tuple[float, float]:
    """The ends of a metric's bar: those of its kind, 0 to 100 for per cent over 10, else round numbers around it."""
    values = [value for value in (metric.now, metric.was, metric.target) if value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    fixed = _FIXED.get(metric.kind or "")
    if fixed and fixed[0] <= low and high <= fixed[1]:
        return fixed
    if metric.unit == "%" and low >= 0 and 10 < high <= 100:
        return 0.0, 100.0
    return (-_round_up(-low) if low < 0 else 0.0), (_round_up(high * 1.1) if high > 0 else 1.0 if low == 0 else 0.0)


def _round_up(value: float) -> float:
    size = 10.0 ** floor(log10(value))
    return next(step * size for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if step * size >= value * 0.999999)


def _survey(kind: str) -> str:
    return say("{kind} survey", kind=kind.upper())


def watched(lookup: Lookup, stage: Stage) -> list[Line]:
    """What is watched in a measured stage: how it is entered, the signals of health, the alerts."""
    found = []
    if stage.enter and (stage.enter.event or stage.enter.survey):
        entry = words.human(stage.enter.event) if stage.enter.event else _survey(stage.enter.survey or "")
        found.append(Line("arrow", entry, say("Enter")))
    for signal in stage.health:
        details = []
        if signal.target is not None:
            details.append(say("target {amount}", amount=words.plain(signal.target)))
        if signal.at_most is not None:
            details.append(say("at most {amount}", amount=words.plain(signal.at_most)))
        if signal.per:
            details.append(say("per {time}", time=length(signal.per)))
        if signal.survey:
            details.append(_survey(signal.survey))
        if signal.weight != 1:
            details.append(say("weight {number}", number=words.plain(signal.weight)))
        found.append(Line("pulse", signal.signal, "", tuple(details)))
    for alert in stage.alerts:
        details = [str(alert.when)]
        if alert.notify:
            details.append(say("tell {people}", people=words.joined(alert.notify)))
        if alert.does:
            details.append(alert.does)
        found.append(Line("bell", alert.alert, "", tuple(details), tone="pos" if alert.kind == "expansion" else ""))
    return found
