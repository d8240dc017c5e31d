"""Everything that is measured of a map, at one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from journeykit.measure.conformance import Conformance, conformance
from journeykit.measure.customers import Customer, customers
from journeykit.measure.engines.base import Engine, Intake
from journeykit.measure.feedback import GROUPS as ANSWERED
from journeykit.measure.feedback import KINDS, Feedback, Shift, feedback, method, shift
from journeykit.measure.flow import Graph, graph
from journeykit.measure.health import StageHealth, by_stage, healths
from journeykit.measure.history import Past
from journeykit.measure.intake import NO_TIME
from journeykit.measure.results import Result, results
from journeykit.measure.snapshots import Since
from journeykit.measure.sources import COLUMN_OPTIONS, FORM_EXAMPLE, MisreadError, Source
from journeykit.measure.stages import Walk, way
from journeykit.measure.standing import GROUPS as DONE
from journeykit.measure.standing import Standing, standing
from journeykit.measure.worth import StageWorth, worth
from journeykit.model.derive import Facts

#: Of more different events than this the graph is no picture of a journey any more.
_MOST_EVENTS = 2_000
#: So many events are told by name where none of them is on the map.
_MOST_NAMED = 5
#: Everything that figures can be told by.
GROUPS = tuple(dict.fromkeys((*DONE, *ANSWERED)))

Listing = Callable[[Iterator[Customer]], None]
#: Is shown the customers while the engine has them: the engine, their way, their health, whether there are answers.
Watching = Callable[[Engine, Walk, Any, bool], None]


@dataclass(frozen=True)
class Measured:
    """What the data says of a map on a day. What there is no data for is empty or None.

    `groups` are told by what was asked for, `segments` wherever the data has them. `methods` says of each kind of
    survey how its figure is reckoned. `worth` is None where no event has a value.
    """

    day: date
    intakes: tuple[Intake, ...]
    whole: Standing | None
    groups: tuple[Standing, ...]
    segments: tuple[Standing, ...]
    health: tuple[StageHealth, ...]
    worth: tuple[StageWorth, ...] | None
    results: tuple[Result, ...]
    feedback: tuple[Feedback, ...]
    feedback_groups: tuple[Feedback, ...]
    methods: tuple[tuple[str, str], ...]
    shifts: tuple[Shift, ...]
    graph: Graph | None
    conformance: Conformance | None
    notes: tuple[str, ...]
    history: tuple[Past, ...] = ()
    since: Since | None = None


@dataclass(frozen=True)
class _Ways:
    """What events say."""

    whole: Standing
    groups: tuple[Standing, ...]
    segments: tuple[Standing, ...]
    health: tuple[StageHealth, ...]
    worth: tuple[StageWorth, ...] | None
    results: tuple[Result, ...]
    graph: Graph
    conformance: Conformance


def measure(
    facts: Facts,
    engine: Engine,
    events: Source | None,
    surveys: Source | None,
    day: date,
    by: str | None = None,
    satisfied: float | None = None,
    listing: Listing | None = None,
    watching: Watching | None = None,
) -> Measured:
    """What the data says of a map by the end of a day, in the time zone of the data.

    `satisfied` is the least score that counts for CSAT, by default the second of the scale from above; `listing` is
    given the customers one by one, and `watching` everything there is about them. Raises `SourceError`.
    """
    deeds = _taken(engine, "events", events) if events else None
    words = _taken(engine, "answers", surveys) if surveys else None
    intakes = tuple(one for one in (deeds, words) if one)
    source = events or surveys
    until = end_of(day, source.zone if source else "UTC")
    notes = [note for intake in intakes for note in intake.notes]
    ways = None
    by_deeds = by if by and deeds and _tells(deeds, by, DONE) else None
    by_words = by if by and words and _tells(words, by, ANSWERED) else None
    if by and not by_deeds and not by_words:
        raise MisreadError(f"{' and '.join(one.name for one in intakes)}: there is no column to tell figures by {by}")
    if deeds:
        walk = Walk(engine, way(facts), until, surveys is not None, deeds.columns)
        ways = _ways(
            facts, engine, walk, by_deeds, deeds.columns, deeds.in_order, surveys is not None, listing, watching
        )
        notes += _doubts(walk, ways)
    told = told_by = quarters = ()
    methods: tuple[tuple[str, str], ...] = ()
    if words and surveys:
        least = surveys.scales["csat"][1] - 1 if satisfied is None else satisfied
        told = feedback(engine, until, None, least)
        told_by = feedback(engine, until, by_words, least) if by_words else ()
        quarters = feedback(engine, until, "quarter", least)
        seen = {one.kind for one in told}
        methods = tuple((kind, method(kind, surveys.scales[kind], least)) for kind in KINDS if kind in seen)
    notes += [*_nothing(deeds, ways is not None and ways.graph.events, day), *_nothing(words, told, day)]
    for one in told:
        if one.is_small:
            few = "1 answer, which says" if one.n == 1 else f"{one.n} answers, which say"
            notes.append(f"{one.kind.upper()}: only {few} little")
    return Measured(
        day,
        intakes,
        ways.whole if ways else None,
        ways.groups if ways else (),
        ways.segments if ways else (),
        ways.health if ways else (),
        ways.worth if ways else None,
        ways.results if ways else (),
        told,
        told_by,
        methods,
        _shifts(quarters),
        ways.graph if ways else None,
        ways.conformance if ways else None,
        tuple(notes),
    )


def _taken(engine: Engine, role: str, source: Source) -> Intake:
    """A source taken in. Raises `MisreadError` where no row of it can be measured: that is no figure of nobody."""
    found = engine.take_in(role, source)
    if found.kept or not found.rows:
        return found
    mend = f"{COLUMN_OPTIONS[role]} KEY=NAME says which column is which"
    if source.engine == "duckdb" and any(one.reason == NO_TIME for one in found.remarks):
        mend = f"--time-format says how times are written, {FORM_EXAMPLE}"
    raise MisreadError(f"{found.name} has nothing that can be measured. {'. '.join(found.notes)}. {mend}")


def _tells(intake: Intake, by: str, known: Sequence[str]) -> bool:
    """Whether figures can be told by a group: a column that is there, or what a time tells."""
    return by in known and (by in ("cohort", "month", "quarter") or by in intake.columns)


def _ways(
    facts: Facts,
    engine: Engine,
    walk: Walk,
    by: str | None,
    columns: frozenset[str],
    in_order: bool,
    has_answers: bool,
    listing: Listing | None,
    watching: Watching | None,
) -> _Ways:
    (whole,) = standing(engine, walk)
    of_each = healths(engine, walk, walk.table, has_answers)
    if listing is not None:
        listing(customers(engine, walk, of_each))
    if watching is not None:
        watching(engine, walk, of_each, has_answers)
    flow = graph(engine, walk.until, in_order)
    segments = standing(engine, walk, "segment") if "segment" in columns else ()
    return _Ways(
        whole,
        segments if by == "segment" else standing(engine, walk, by) if by else (),
        segments,
        by_stage(engine, walk, of_each),
        worth(engine, walk, of_each) if "value" in columns else None,
        results(facts, engine, walk),
        flow,
        conformance(facts, flow),
    )


def _nothing(intake: Intake | None, found: object, day: date) -> Iterator[str]:
    """Why figures are of nobody, where a source has no row, or none up to the day."""
    if intake and not intake.rows:
        yield f"{intake.name} has no {intake.role}, only the names of its columns"
    elif intake and not found:
        yield f"all {intake.role} of {intake.name} are later than {day}; --today names another day"


def _doubts(walk: Walk, ways: _Ways) -> Iterator[str]:
    """What a reader of the figures must know of the map, or of the data."""
    for names, said in (
        (walk.way.unreachable, "nothing in the data leads to {}: write `enter:` there, or a gate before it"),
        (
            walk.way.open_gates,
            "no checkpoint of the gate of {} must hold and has an event: everybody passes it",
        ),
    ):
        if names:
            yield said.format(", ".join(f"“{name}”" for name in names))
    events = ways.graph.events
    if events and ways.conformance.unseen and not ways.conformance.seen:
        often = sorted(events, key=lambda name: (-events[name], name))[:_MOST_NAMED]
        names = ", ".join(f"“{name}”" for name in often)
        yield f"no action of the map was seen: `event:` says which event an action is. In the data are {names}"
    if len(events) > _MOST_EVENTS:
        yield f"there are {len(events):,} different events; name those of the map with `event:`"


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
