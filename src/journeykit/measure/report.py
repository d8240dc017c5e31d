"""Everything that is measured of a map, at one moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from journeykit.measure.conformance import Conformance, conformance
from journeykit.measure.engines.base import Engine, Intake
from journeykit.measure.feedback import Feedback, Shift, feedback, shift
from journeykit.measure.flow import Graph, graph
from journeykit.measure.health import StageHealth, by_stage, healths
from journeykit.measure.sources import Source
from journeykit.measure.stages import Walk, way
from journeykit.measure.standing import Standing, placed, standing
from journeykit.model.derive import Facts

#: Of more different events than this the graph is no picture of a journey any more.
_MOST_EVENTS = 2_000


@dataclass(frozen=True)
class Measured:
    """What the data says of a map on a day. What there is no data for is empty or None."""

    day: date
    intakes: tuple[Intake, ...]
    whole: Standing | None
    groups: tuple[Standing, ...]
    health: tuple[StageHealth, ...]
    feedback: tuple[Feedback, ...]
    feedback_groups: tuple[Feedback, ...]
    shifts: tuple[Shift, ...]
    graph: Graph | None
    conformance: Conformance | None
    notes: tuple[str, ...]


def measure(
    facts: Facts,
    engine: Engine,
    events: Source | None,
    surveys: Source | None,
    day: date,
    by: str | None = None,
    satisfied: float = 4,
) -> Measured:
    """What the data says of a map by the end of a day, in the time zone of the data. Raises `SourceError`."""
    intakes = [engine.take_in("events", events)] if events else []
    intakes += [engine.take_in("answers", surveys)] if surveys else []
    zone = (events or surveys or Source("duckdb", "csv", "")).zone
    until = end_of(day, zone)
    notes = [note for intake in intakes for note in intake.notes]
    whole, groups, health, flow, fits = None, (), (), None, None
    if events:
        walk = Walk(engine, way(facts), until, surveys is not None)
        if walk.way.unreachable:
            lost = ", ".join(f"“{name}”" for name in walk.way.unreachable)
            notes.append(f"nothing in the data leads to {lost}: write `enter:` there, or a gate before it")
        where = placed(engine, walk)
        (whole,) = standing(engine, walk)
        groups = standing(engine, walk, by) if by in ("segment", "cohort", "account") else ()
        health = by_stage(engine, walk, healths(engine, walk, where, surveys is not None))
        flow = graph(engine, until)
        if len(flow.events) > _MOST_EVENTS:
            notes.append(f"there are {len(flow.events):,} different events; name those of the map with `event:`")
        fits = conformance(facts, flow)
    told = feedback(engine, until, None, satisfied) if surveys else ()
    told_by = feedback(engine, until, by, satisfied) if surveys and by and by not in ("cohort", "account") else ()
    quarters = feedback(engine, until, "quarter", satisfied) if surveys else ()
    notes += [f"{one.kind.upper()}: only {one.n} answers, which say little" for one in told if one.is_small]
    return Measured(
        day, tuple(intakes), whole, groups, health, told, told_by, _shifts(quarters), flow, fits, tuple(notes)
    )


def end_of(day: date, zone: str) -> datetime:
    """The moment (UTC, without zone) at which a day ends somewhere."""
    midnight = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))
    return midnight.astimezone(ZoneInfo("UTC")).replace(tzinfo=None)


def _shifts(quarters: Sequence[Feedback]) -> tuple[Shift, ...]:
    """How each kind of survey moved from the last quarter but one to the last."""
    found = []
    for kind in ("nps", "csat", "ces"):
        own = [one for one in quarters if one.kind == kind]
        if len(own) > 1 and (moved := shift(own[-2], own[-1])):
            found.append(moved)
    return tuple(found)
