"""How well each customer is: 0 to 100, from the signals of the stage they are in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from journeykit.measure.engines.base import Engine
from journeykit.measure.stages import Walk, after
from journeykit.measure.tables import DIGITS, answers, ratio
from journeykit.model.elements import Signal
from journeykit.model.values import Duration

#: Below the first a customer is unwell, from the second on well.
UNWELL, WELL = 50, 80


@dataclass(frozen=True)
class StageHealth:
    """The health of those in a stage: how many have one, its mean, and how many are unwell, between, and well."""

    stage: str
    name: str
    n: int
    without: int
    mean: float | None
    unwell: int
    between: int
    well: int


def healths(engine: Engine, walk: Walk, placed: Any, has_answers: bool, now: Walk | None = None) -> Any:
    """A row a customer who is in a stage with signals: `customer`, `stage` (its place from 0), `health` or null.

    Health is the weighted mean, over the signals that have data, of the share of the target reached, at most 1, times
    100; a signal with `at_most` is 1 up to it and falls to 0 at twice that. An event that nobody has done yet is no
    data. An earlier health is held against that of `now`, and so made of the same signals.
    """
    import ibis

    known = _names_seen(engine, now or walk)
    parts = []
    for number, stage in enumerate(walk.way.stages):
        if not stage.health:
            continue
        here = placed.filter((placed["now"] == number) & ~placed.is_gone)
        found = here.select("customer")
        weights: list[tuple[Any, float]] = []
        for at, signal in enumerate(stage.health):
            share = f"share_{at}"
            if signal.survey and has_answers:
                told = _asked(walk, here, signal)
            elif signal.event in known:
                told = _counted(walk, here, signal)
            else:
                continue
            told = told.select("customer", **{share: told.share})
            found = found.left_join(told, "customer").select(*found.columns, share)
            weights.append((share, signal.weight))
        score = _mean(found, weights)
        parts.append(found.select("customer", stage=ibis.literal(number).cast("int64"), health=score))
    if not parts:
        empty = placed.filter(ibis.literal(False))
        parts = [empty.select("customer", stage=ibis.literal(0).cast("int64"), health=ibis.null().cast("float64"))]
    return engine.gather("healths", lambda: ibis.union(*parts) if len(parts) > 1 else parts[0])


def _names_seen(engine: Engine, walk: Walk) -> set[str]:
    wanted = {signal.event for stage in walk.way.stages for signal in stage.health if signal.event}
    if not wanted:
        return set()
    seen = walk.events
    rows = engine.rows(seen.filter(seen.event.isin(sorted(wanted))).select("event").distinct())
    return {row[0] for row in rows}


def begins(walk: Walk, window: Duration | None) -> Any:
    """The moment from which a signal counts; None for all of the past."""
    import ibis

    if window is None:
        return None
    back = Duration(-window.months, -window.days, "")
    if window.months:
        return after(ibis.literal(walk.until), back)
    return ibis.literal(walk.until - timedelta(days=window.days))


def _counted(walk: Walk, here: Any, signal: Signal) -> Any:
    """The share of a signal's target that each customer's events reach; who did none has counted none."""
    import ibis

    seen = walk.events.filter(walk.events.event == signal.event)
    start = begins(walk, signal.per)
    if start is not None:
        seen = seen.filter(seen["at"] >= start)
    counts = seen.group_by("customer").aggregate(found=seen.count())
    joined = here.select("customer").left_join(counts, "customer")
    value = ibis.coalesce(joined.found, 0).cast("float64")
    return joined.select("customer", share=_share(value, signal))


def _asked(walk: Walk, here: Any, signal: Signal) -> Any:
    """The share of a signal's target that the mean of each customer's own scores reaches; null without an answer."""
    given = answers()
    given = given.filter(given["at"] < walk.until, given.kind == signal.survey)
    start = begins(walk, signal.per)
    if start is not None:
        given = given.filter(given["at"] >= start)
    means = given.group_by("customer").aggregate(found=given.score.mean())
    joined = here.select("customer").left_join(means, "customer")
    return joined.select("customer", share=_share(joined.found, signal))


def _share(value: Any, signal: Signal) -> Any:
    import ibis

    if signal.at_most is not None:
        if signal.at_most == 0:
            return ibis.ifelse(value > 0, 0.0, 1.0)
        return ibis.greatest(0.0, ibis.least(1.0, 2 - value / signal.at_most))
    if not signal.target:
        return ibis.ifelse(value.isnull(), ibis.null().cast("float64"), 1.0)
    # Least and greatest pass over what is null on one engine and not on another.
    reached = value / signal.target
    return ibis.ifelse(reached > 1, 1.0, ibis.ifelse(reached < 0, 0.0, reached))


def _mean(found: Any, weights: Sequence[tuple[str, float]]) -> Any:
    import ibis

    if not weights:
        return ibis.null().cast("float64")
    total: Any = ibis.literal(0.0)
    weight: Any = ibis.literal(0.0)
    for name, heavy in weights:
        there = found[name].notnull()
        total = total + ibis.ifelse(there, found[name] * float(heavy), 0.0)
        weight = weight + ibis.ifelse(there, float(heavy), 0.0)
    return (ratio(total, weight) * 100).round(DIGITS)


def by_stage(engine: Engine, walk: Walk, kept: Any) -> tuple[StageHealth, ...]:
    """The health of the customers of each stage that has signals."""
    health = kept.health
    rows = engine.rows(
        kept.group_by("stage").aggregate(
            n=health.count(),
            everybody=kept.count(),
            mean=health.mean(),
            unwell=(health < UNWELL).sum(),
            well=(health >= WELL).sum(),
        )
    )
    told = {int(row[0]): row[1:] for row in rows}
    found = []
    for number, (stage, own) in enumerate(zip(walk.way.stages, walk.way.ids, strict=True)):
        if not stage.health:
            continue
        n, everybody, mean, unwell, well = told.get(number, (0, 0, None, 0, 0))
        unwell, well = int(unwell or 0), int(well or 0)
        mean = None if mean is None else round(mean, DIGITS)
        found.append(StageHealth(own, stage.stage, n, everybody - n, mean, unwell, n - unwell - well, well))
    return tuple(found)
