"""Where each customer is: stages entered, gates passed, checkpoints reached, as tables an engine keeps.

The rules are those of the format: a stage is entered by its `enter`, else when the gate before it is passed, the first
by the customer's first event. A gate is passed when all its checkpoints that are not optional hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any

from journeykit.measure.engines.base import Engine
from journeykit.measure.tables import answers, events
from journeykit.model.derive import Facts
from journeykit.model.elements import Checkpoint, Stage
from journeykit.model.identity import slug
from journeykit.model.values import Duration


@dataclass(frozen=True)
class Way:
    """How the stages of a map are told apart in data: their ids, and for each the checkpoints that have an event.

    `open_ended` are the stages that nothing in the data can lead to.
    """

    stages: tuple[Stage, ...]
    ids: tuple[str, ...]
    checkpoints: tuple[tuple[tuple[int, Checkpoint], ...], ...]
    unreachable: tuple[str, ...]


def way(facts: Facts) -> Way:
    """What of a map's stages can be measured."""
    stages = facts.journey.stages
    told = tuple(tuple((at, point) for at, point in enumerate(stage.gate) if point.event) for stage in stages)
    lost = []
    for at, stage in enumerate(stages):
        entered = stage.enter and (stage.enter.event or stage.enter.survey)
        if at and not entered and not stages[at - 1].gate:
            lost.append(stage.stage)
    return Way(stages, tuple(facts.routes.stages), told, tuple(lost))


class Walk:
    """The way of all customers through the stages of a map, up to a moment (UTC).

    `table` has a row a customer: `customer`, `segment`, `account`, `cohort` (the month of the first event), and for
    each stage `n`: `entered_n`, `passed_n`, `left_n`, and `check_n_m` for each checkpoint `m` that has an event.
    """

    def __init__(self, engine: Engine, of: Way, until: datetime, has_answers: bool = False) -> None:
        self._engine, self.way, self.until = engine, of, until
        self._has_answers = has_answers
        self.events = events().filter(events()["at"] < until)
        self.table = self._customers()
        for number in range(len(of.stages)):
            self.table = engine.keep(f"walk_{number}", self._through(number))

    def _customers(self) -> Any:
        """Everybody seen: segment and account as last told, the first event, and the first of each way in."""
        seen = self.events
        told = {
            "segment": seen.segment.argmax(seen["at"], where=seen.segment.notnull()),
            "account": seen.account.argmax(seen["at"], where=seen.account.notnull()),
            "first_at": seen["at"].min(),
            "last_at": seen["at"].max(),
        }
        for number, stage in enumerate(self.way.stages):
            if stage.enter and stage.enter.event:
                told[f"enter_{number}"] = seen["at"].min(where=is_event(seen, (stage.enter.event,)))
        found = seen.group_by("customer").aggregate(**told)
        found = found.mutate(cohort=found.first_at.truncate("M"))
        for number, stage in enumerate(self.way.stages):
            if stage.enter and stage.enter.survey and not stage.enter.event and self._has_answers:
                found = self._by_survey(found, number, stage.enter.survey)
        return self._engine.keep("customers", found)

    def _by_survey(self, found: Any, number: int, kind: str) -> Any:
        given = answers().filter(answers()["at"] < self.until, answers().kind == kind)
        first = given.group_by("customer").aggregate(**{f"enter_{number}": given["at"].min()})
        joined = found.left_join(first, "customer")
        return joined.select(*found.columns, f"enter_{number}")

    def _through(self, number: int) -> Any:
        """The table with one stage more."""
        import ibis

        stage, table = self.way.stages[number], self.table
        none = ibis.null().cast("timestamp")
        if f"enter_{number}" in table.columns:
            entered = table[f"enter_{number}"]
        elif number == 0:
            entered = table.first_at
        else:
            entered = table[f"passed_{number - 1}"] if self.way.stages[number - 1].gate else none
        table = table.mutate(**{f"entered_{number}": entered})
        points = self.way.checkpoints[number]
        reached = self._reached(table, number, points)
        needed = [f"check_{number}_{at}" for at, point in points if not point.optional]
        if not stage.gate:
            passed = none
        elif not needed:
            passed = reached[f"entered_{number}"]
        else:
            every = [reached[name] for name in needed]
            missing = every[0].isnull()
            for one in every[1:]:
                missing = missing | one.isnull()
            passed = ibis.ifelse(missing, none, ibis.greatest(*every) if len(every) > 1 else every[0])
        return reached.mutate(**{f"passed_{number}": passed})

    def _reached(self, table: Any, number: int, points: Sequence[tuple[int, Checkpoint]]) -> Any:
        """The table with the time at which each checkpoint of a stage, and each way out of it, was reached."""
        import ibis

        stage = self.way.stages[number]
        leaves = tuple(name for leave in stage.leaves for name in leave.event)
        wanted = {point.event for _, point in points if point.event} | set(leaves)
        none = ibis.null().cast("timestamp")
        empty = {f"check_{number}_{at}": none for at, _ in points} | {f"left_{number}": none}
        if not wanted:
            return table.mutate(**empty)
        entered = table.filter(table[f"entered_{number}"].notnull()).select(
            "customer", since=table[f"entered_{number}"]
        )
        seen = self.events.filter(is_event(self.events, tuple(sorted(wanted))))
        seen = seen.inner_join(entered, "customer")
        seen = seen.filter(seen["at"] >= seen.since)
        seen = seen.select("customer", "at", "event", "since")
        told: dict[str, Any] = {}
        for at, point in points:
            assert point.event
            name = f"reached_{number}_{at}"
            seen = seen.mutate(**{name: _completion(seen, point)})
            told[f"check_{number}_{at}"] = seen[name].min()
        told[f"left_{number}"] = seen["at"].min(where=is_event(seen, leaves)) if leaves else None
        told = {key: value for key, value in told.items() if value is not None}
        found = seen.group_by("customer").aggregate(**told)
        joined = table.left_join(found, "customer").select(*table.columns, *told)
        return joined if leaves else joined.mutate(**{f"left_{number}": none})


def _completion(seen: Any, point: Checkpoint) -> Any:
    """At each event of a checkpoint, the time at which it holds: the last of so many within any window, in time."""
    import ibis

    mine = is_event(seen, (point.event or "",))
    times = max(1, ceil(point.at_least or 1))
    holds = mine
    if times > 1:
        # Only the checkpoint's own events are counted back.
        window = ibis.window(group_by=["customer", "event"], order_by=["at"])
        first = seen["at"].lag(times - 1).over(window)
        holds = holds & first.notnull()
        if point.per is not None:
            holds = holds & (seen["at"] <= after(first, point.per))
    if point.within is not None:
        holds = holds & (seen["at"] <= after(seen.since, point.within))
    return ibis.ifelse(holds, seen["at"], ibis.null().cast("timestamp"))


def after(moment: Any, length: Duration) -> Any:
    """A moment so much later: months by the calendar, days and parts of days as so many seconds."""
    import ibis

    later = moment
    if length.months:
        later = later + ibis.interval(months=int(length.months))
    days = length.days + (length.months - int(length.months)) * 30.4375
    return later + ibis.interval(seconds=round(days * 86_400)) if days else later


def is_event(table: Any, names: Sequence[str]) -> Any:
    """Whether an event has one of these names; `Report made` in a map is `report_made` in data, too."""
    if len(names) == 1:
        return table.event == names[0]
    return table.event.isin(list(names))


def event_names(action_id: str, named: Sequence[str]) -> tuple[str, ...]:
    """The names of an action in the data: those written, else its id, also with `_` for `-`."""
    return tuple(named) or (action_id, slug(action_id).replace("-", "_"))
