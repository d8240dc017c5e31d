"""Where each customer is: stages entered, gates passed, checkpoints reached, as tables an engine keeps.

The rules are those of the format: a stage is entered by its `enter`, else when the gate before it is passed, the first
by the customer's first event. A gate is passed when all its checkpoints that are not optional hold; what happened
before the stage was entered does not count for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any

from journeykit.measure.engines.base import Engine
from journeykit.measure.tables import answers, events, exact_sum
from journeykit.model.derive import Facts
from journeykit.model.elements import Checkpoint, Stage
from journeykit.model.values import Duration


@dataclass(frozen=True)
class Way:
    """How the stages of a map are told apart in data: their ids, and for each the checkpoints that have an event.

    `unreachable` are the stages that nothing in the data can lead to, `open_gates` those whose gate holds nobody back.
    """

    stages: tuple[Stage, ...]
    ids: tuple[str, ...]
    checkpoints: tuple[tuple[tuple[int, Checkpoint], ...], ...]
    unreachable: tuple[str, ...]
    open_gates: tuple[str, ...]


def way(facts: Facts) -> Way:
    """What of a map's stages can be measured."""
    stages = facts.journey.stages
    told = tuple(tuple((at, point) for at, point in enumerate(stage.gate) if point.event) for stage in stages)
    lost = []
    for at, stage in enumerate(stages):
        entered = stage.enter and (stage.enter.event or stage.enter.survey)
        if at and not entered and not stages[at - 1].gate:
            lost.append(stage.stage)
    holding = [any(not point.optional for _, point in points) for points in told]
    free = tuple(stage.stage for stage, holds in zip(stages, holding, strict=True) if stage.gate and not holds)
    return Way(stages, tuple(facts.routes.stages), told, tuple(lost), free)


class Walk:
    """The way of all customers through the stages of a map, up to a moment (UTC).

    `table` has a row a customer: `customer`, `segment`, `account`, `cohort` (the month of the first event), `first_at`,
    `last_at`, `value` (of all events); for each stage `n`: `entered_n`, `passed_n`, `left_n`, `moved_n` (when a later
    stage was entered), and `check_n_m` for each checkpoint `m` that has an event; and `now`, the place of the stage
    the customer is in from 0 (null in none), `since`, from when, and `is_gone`, for who has left from it.
    """

    def __init__(
        self, engine: Engine, of: Way, until: datetime, has_answers: bool = False, columns: frozenset[str] = frozenset()
    ) -> None:
        self._engine, self.way, self.until = engine, of, until
        self._has_answers, self._columns = has_answers, columns
        self.events = events().filter(events()["at"] < until)
        self.table = engine.gather("walk", self._taken)

    def at(self, engine: Engine, until: datetime) -> Walk:
        """The way as it was at another moment; the engine must keep its tables under other names."""
        return Walk(engine, self.way, until, self._has_answers, self._columns)

    def _taken(self) -> Any:
        """The rows of `table`; what leads to them is kept."""
        customers = self._engine.keep("customers", self._customers())
        table, stage = customers, None
        for number in range(len(self.way.stages)):
            stage = self._engine.keep(f"stage_{number}", self._through(number, customers, stage))
            new = [name for name in stage.columns if name != "customer"]
            table = table.left_join(stage, "customer").select(*table.columns, *new)
        return _placed(table, len(self.way.stages))

    def _customers(self) -> Any:
        """Everybody seen: segment and account as last told, the first event, and the first of each way in."""
        import ibis

        seen = self.events
        groups = [name for name in ("segment", "account") if name in self._columns]
        told = {"first_at": seen["at"].min(), "last_at": seen["at"].max(), "first_local": seen.local.min()}
        if "value" in self._columns:
            told["value"] = exact_sum(seen["value"])
        entries = {number: stage.enter for number, stage in enumerate(self.way.stages) if stage.enter}
        for number, enter in entries.items():
            if enter.event:
                told[f"enter_{number}"] = seen["at"].min(where=is_event(seen, (enter.event,)))
        if not groups or self._engine.orders_pairs:
            pairs: dict[str, Any] = {name: ibis.struct({"at": seen["at"], "said": seen[name]}) for name in groups}
            newest = {name: pair.max(where=seen[name].notnull()) for name, pair in pairs.items()}
            found = seen.group_by("customer").aggregate(**told, **newest)
            found = found.mutate(**{name: found[name]["said"] for name in groups})
        else:
            found = self._in_parts(seen, told, groups)
        for name in ("segment", "account"):
            if name not in groups:
                found = found.mutate(**{name: ibis.null().cast("string")})
        worth = found["value"].cast("float64") if "value" in told else ibis.null().cast("float64")
        found = found.mutate(value=worth)
        asked = {number: enter.survey for number, enter in entries.items() if enter.survey}
        if asked and self._has_answers:
            found = self._with_answers(self._engine.keep("people", found), asked)
        return found.mutate(cohort=found.first_local.strftime("%Y-%m")).drop("first_local")

    def _in_parts(self, seen: Any, told: dict[str, Any], groups: Sequence[str]) -> Any:
        """The same by customer and what events say of them first; from this smaller table all else follows."""
        parts = self._engine.keep("parts", seen.group_by(["customer", *groups]).aggregate(**told))
        rest = {name: parts[name].min() for name in told} | {"last_at": parts.last_at.max()}
        if "value" in rest:
            rest["value"] = parts["value"].sum()
        found = parts.group_by("customer").aggregate(**rest)
        for name in groups:
            found = _last_told(found, parts, name)
        return found

    def _with_answers(self, found: Any, asked: dict[int, str]) -> Any:
        """The customers, and those who only answered, with the first answer that lets them in."""
        import ibis

        given = answers().filter(answers()["at"] < self.until, answers().kind.isin(sorted(set(asked.values()))))
        firsts = {f"asked_{number}": given["at"].min(where=given.kind == kind) for number, kind in asked.items()}
        both = found.outer_join(given.group_by("customer").aggregate(**firsts), "customer")
        columns: dict[str, Any] = {name: both[name] for name in found.columns}
        columns["customer"] = ibis.coalesce(both.customer, both.customer_right)
        for number in asked:
            name, answer = f"enter_{number}", both[f"asked_{number}"]
            columns[name] = ibis.least(both[name], answer) if name in found.columns else answer
        return both.select(**columns)

    def _through(self, number: int, customers: Any, before: Any) -> Any:
        """Who entered a stage, when, and what they reached in it."""
        import ibis

        stage, points = self.way.stages[number], self.way.checkpoints[number]
        none = ibis.null().cast("timestamp")
        if f"enter_{number}" in customers.columns:
            entered = customers.select("customer", since=customers[f"enter_{number}"])
        elif stage.enter and (stage.enter.event or stage.enter.survey):
            entered = customers.select("customer", since=none)
        elif number == 0:
            entered = customers.select("customer", since=customers.first_at)
        else:
            entered = before.select("customer", since=before[f"passed_{number - 1}"])
        entered = entered.filter(entered.since.notnull())
        reached = self._reached(entered, number, points)
        needed = [reached[f"check_{number}_{at}"] for at, point in points if not point.optional]
        if not stage.gate:
            passed = none
        elif not needed:
            passed = reached.since
        else:
            missing = needed[0].isnull()
            for one in needed[1:]:
                missing = missing | one.isnull()
            passed = ibis.ifelse(missing, none, ibis.greatest(*needed) if len(needed) > 1 else needed[0])
        return reached.mutate(**{f"passed_{number}": passed}).rename({f"entered_{number}": "since"})

    def _reached(self, entered: Any, number: int, points: Sequence[tuple[int, Checkpoint]]) -> Any:
        """Who entered, with the time at which each checkpoint of the stage, and a way out of it, was reached."""
        import ibis

        none = ibis.null().cast("timestamp")
        leaves = tuple(name for leave in self.way.stages[number].leaves for name in leave.event)
        wanted = {point.event for _, point in points if point.event} | set(leaves)
        if not wanted:
            return entered.mutate(**{f"left_{number}": none})
        seen = self.events.filter(is_event(self.events, tuple(sorted(wanted))))
        seen = seen.inner_join(entered, "customer")
        seen = seen.filter(seen["at"] >= seen.since).select("customer", "at", "event", "since")
        told: dict[str, Any] = {}
        often: list[tuple[str, Checkpoint]] = []
        for at, point in points:
            if (point.at_least or 1) > 1:
                often.append((f"check_{number}_{at}", point))
            else:
                told[f"check_{number}_{at}"] = seen["at"].min(where=_in_time(seen, point))
        if leaves:
            told[f"left_{number}"] = seen["at"].min(where=is_event(seen, leaves))
        joined = entered
        for found in ([seen.group_by("customer").aggregate(**told)] if told else []) + [
            _repeated(seen, name, point) for name, point in often
        ]:
            new = [name for name in found.columns if name != "customer"]
            joined = joined.left_join(found, "customer").select(*joined.columns, *new)
        return joined if leaves else joined.mutate(**{f"left_{number}": none})


def _in_time(seen: Any, point: Checkpoint) -> Any:
    """Whether an event is that of a checkpoint, and not too late for it."""
    mine = is_event(seen, (point.event or "",))
    return mine if point.within is None else mine & (seen["at"] <= after(seen.since, point.within))


def _repeated(seen: Any, name: str, point: Checkpoint) -> Any:
    """When each customer had first seen the event of a checkpoint so often as it asks, within any of its windows."""
    import ibis

    mine = seen.filter(_in_time(seen, point))
    window = ibis.window(group_by="customer", order_by="at")
    mine = mine.select("customer", "at", first=mine["at"].lag(ceil(point.at_least or 1) - 1).over(window))
    holds = mine["first"].notnull()
    if point.per is not None:
        holds = holds & (mine["at"] <= after(mine["first"], point.per))
    return mine.filter(holds).group_by("customer").aggregate(**{name: lambda table: table["at"].min()})


def _last_told(found: Any, parts: Any, name: str) -> Any:
    """The customers with what the last event that says it says of them."""
    import ibis

    told = parts.filter(parts[name].notnull()).select("customer", name, "last_at")
    newest = ibis.window(group_by="customer", order_by=[told.last_at.desc(), told[name].desc()])
    told = told.mutate(rank=ibis.row_number().over(newest))
    joined = found.left_join(told.filter(told["rank"] == 0).select("customer", name), "customer")
    return joined.select(*found.columns, name)


def _placed(table: Any, count: int) -> Any:
    """The stages entered, with the one each customer is in: the last of the map that was entered.

    Who left is in the stage left, and is gone; an event after leaving brings nobody back, but entering a later stage
    does.
    """
    import ibis

    now, since, gone = ibis.null().cast("int64"), ibis.null().cast("timestamp"), ibis.literal(False)
    columns: dict[str, Any] = {}
    for number in range(count):
        entered, left = table[f"entered_{number}"], table[f"left_{number}"]
        now = ibis.ifelse(entered.notnull(), number, now)
        since = ibis.ifelse(entered.notnull(), entered, since)
        gone = ibis.ifelse(entered.notnull(), left.notnull(), gone)
        later = [table[f"entered_{other}"] for other in range(number + 1, count)]
        first = ibis.least(*later) if len(later) > 1 else later[0] if later else ibis.null().cast("timestamp")
        columns[f"moved_{number}"] = first
    return table.mutate(now=now.cast("int64"), since=since, is_gone=gone, **columns)


def after(moment: Any, length: Duration) -> Any:
    """A moment so much later: months by the calendar, days and parts of days as so many seconds."""
    import ibis

    later = moment
    if length.months:
        later = later + ibis.interval(months=int(length.months))
    days = length.days + (length.months - int(length.months)) * 30.4375
    return later + ibis.interval(seconds=round(days * 86_400)) if days else later


def is_event(table: Any, names: Sequence[str]) -> Any:
    """Whether an event has one of these names, letter by letter."""
    return table.event == names[0] if len(names) == 1 else table.event.isin(list(names))


def event_names(action_id: str, named: Sequence[str]) -> tuple[str, ...]:
    """The names of an action in the data: those written, else its id, exactly or with `_` for every `-`."""
    return tuple(named) or tuple(dict.fromkeys((action_id, action_id.replace("-", "_"))))
