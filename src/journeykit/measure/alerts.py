"""The alerts of a map: which customers they fire for, and the values behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from journeykit.measure.customers import moment
from journeykit.measure.engines.base import Engine
from journeykit.measure.health import DIGITS, WELL, begins
from journeykit.measure.history import earlier
from journeykit.measure.stages import Walk, after
from journeykit.measure.tables import answers, seconds
from journeykit.model.conditions import Clause
from journeykit.model.derive import Facts
from journeykit.model.elements import Alert
from journeykit.model.values import Duration

_DAY = 86_400
_SURVEYS = ("nps", "csat", "ces")


@dataclass(frozen=True)
class Fired:
    """An alert that holds for a customer: the addresses of the alert and its stage, since when (UTC) the customer is in
    that stage, and what the condition looked at, by name.
    """

    alert: str
    stage: str
    customer: str
    since: datetime
    values: tuple[tuple[str, float | str | None], ...]


def fired(facts: Facts, engine: Engine, walk: Walk, health: Any, has_answers: bool) -> Iterator[Fired]:
    """The alerts that hold at the end of the day measured, in the order of the map, each alert's by customer.

    An alert of a stage is for those who are in it. One of expansion holds only for the well. Health then, which a
    fall or a rise is counted from, is the health that was told that day: by the signals of the stage the customer was
    in; who had none then has neither fallen nor risen. A checkpoint is missed when it is not reached and its `within`
    is over; one without `within` when the customer is in a later stage, or longer in its stage than that lasts.
    """
    with_alerts = [(number, stage) for number, stage in enumerate(walk.way.stages) if stage.alerts]
    if not with_alerts:
        return
    clauses = [clause for _, stage in with_alerts for alert in stage.alerts for clause in alert.when.clauses]
    table = _seen(engine, walk, health, has_answers, clauses)
    for number, stage in with_alerts:
        here = table.filter((table["now"] == number) & ~table.is_gone)
        for alert in stage.alerts:
            yield from _held(facts, engine, walk, here, number, alert)


def _held(facts: Facts, engine: Engine, walk: Walk, here: Any, number: int, alert: Alert) -> Iterator[Fired]:
    """Those of a stage for whom an alert holds."""
    import ibis

    judge = _Judge(facts, walk, here, number)
    holds = ibis.literal(True)
    for clause in alert.when.clauses:
        holds = holds & judge.holds(clause)
    if alert.kind == "expansion":
        holds = holds & judge.well()
    ago = seconds(ibis.literal(datetime(1970, 1, 1)), here.since)
    found = here.filter(holds).select("customer", ago=ago, **judge.told).order_by("customer")
    names = tuple(judge.told)
    for customer, since, *values in engine.stream(found):
        named = tuple((judge.names[name], _value(name, value)) for name, value in zip(names, values, strict=True))
        yield Fired(facts.address(alert), walk.way.ids[number], customer, moment(since), named)


def _value(name: str, value: Any) -> float | str | None:
    if name == "last_event":
        return None if value is None else moment(value).isoformat(" ", "seconds")
    return None if value is None else round(float(value), 2)


def _window(window: Duration) -> str:
    return f"then_{window.months:g}_{window.days:g}".replace(".", "_")


def _seen(engine: Engine, walk: Walk, health: Any, has_answers: bool, clauses: list[Clause]) -> Any:
    """The customers with everything that conditions look at: health now and then, scores."""
    import ibis

    table = walk.table
    table = table.left_join(health.select("customer", "health"), "customer").select(*table.columns, "health")
    for window in dict.fromkeys(clause.window for clause in clauses if clause.subject == "health" and clause.window):
        name = _window(window)
        _, then = earlier(engine, walk, moment_before(walk.until, window), has_answers, name)
        then = then.select("customer", **{name: then.health})
        table = table.left_join(then, "customer").select(*table.columns, name)
    for kind in sorted({clause.subject for clause in clauses} & set(_SURVEYS)):
        if has_answers:
            given = answers()
            given = given.filter(given["at"] < walk.until, given.kind == kind)
            means = given.group_by("customer").aggregate(**{kind: given.score.mean().round(DIGITS)})
            table = table.left_join(means, "customer").select(*table.columns, kind)
        else:
            table = table.mutate(**{kind: ibis.null().cast("float64")})
    return engine.keep("watched", table)


def moment_before(until: datetime, window: Duration) -> datetime:
    """The moment so long before another: months by the calendar, of a month that is shorter its last day."""
    from journeykit.model.values.times import add_months

    whole = int(window.months)
    day = add_months(until.date(), -whole)
    return datetime.combine(day, until.time()) - timedelta(days=window.days + (window.months - whole) * 30.4375)


class _Judge:
    """Conditions as expressions over those in a stage; `told` are the values looked at, `names` their names."""

    def __init__(self, facts: Facts, walk: Walk, here: Any, number: int) -> None:
        self._facts, self._walk, self._here, self._number = facts, walk, here, number
        self.told: dict[str, Any] = {}
        self.names: dict[str, str] = {}

    def _tell(self, name: str, value: Any, called: str | None = None) -> Any:
        self.told[name], self.names[name] = value, called or name
        return value

    def well(self) -> Any:
        """Who is well enough to be offered more."""
        return _true(self._tell("health", self._here.health) >= WELL)

    def holds(self, clause: Clause) -> Any:
        """Whether a clause holds; what is not known does not."""
        import ibis

        here, until = self._here, ibis.literal(self._walk.until)
        if clause.subject == "checkpoint":
            return self._missed(clause.checkpoint or "")
        if clause.subject == "no event":
            assert clause.window is not None
            last = here.last_at
            self._tell("last_event", seconds(ibis.literal(datetime(1970, 1, 1)), last), "last event")
            return _true(ibis.coalesce(last, here.since) < begins(self._walk, clause.window))
        assert clause.bound is not None
        if clause.comparison in ("fell", "rose"):
            assert clause.window is not None
            now, then = self._tell("health", here.health), here[_window(clause.window)]
            self._tell(_window(clause.window), then, f"health {clause.window} before")
            by = then - now if clause.comparison == "fell" else now - then
            return _true(by.round(DIGITS) >= clause.bound)
        if clause.subject == "days in stage":
            value = self._tell("days", seconds(here.since, until) / _DAY, "days in stage")
        else:
            value = self._tell(clause.subject, here[clause.subject])
        return _true(value < clause.bound if clause.comparison == "<" else value > clause.bound)

    def _missed(self, own: str) -> Any:
        import ibis

        found = self._checkpoint(own)
        if found is None:
            return ibis.literal(False)
        number, at = found
        stage, here = self._walk.way.stages[number], self._here
        point, entered = stage.gate[at], here[f"entered_{number}"]
        self._tell("days", seconds(here.since, ibis.literal(self._walk.until)) / _DAY, "days in stage")
        limit = point.within or (stage.duration if number == self._number else None)
        skipped = ibis.literal(number < self._number)
        over = skipped if limit is None else _true(after(entered, limit) < ibis.literal(self._walk.until))
        return here[f"check_{number}_{at}"].isnull() & ibis.ifelse(entered.isnull(), skipped, over)

    def _checkpoint(self, own: str) -> tuple[int, int] | None:
        """The stage and place of a checkpoint that the data can tell of: of this stage, else of the last before it."""
        way, outline = self._walk.way, self._facts.outline
        order = [*range(self._number, -1, -1), *range(self._number + 1, len(way.stages))]
        return next(
            ((number, at) for number in order for at, point in way.checkpoints[number] if outline.id(point) == own),
            None,
        )


def _true(condition: Any) -> Any:
    import ibis

    return ibis.coalesce(condition, ibis.literal(False))


def silent(facts: Facts, walk: Walk, has_answers: bool) -> Iterator[str]:
    """The alerts that can never fire, and why, in sentences."""
    for number, stage in enumerate(walk.way.stages):
        for alert in stage.alerts:
            judge = _Judge(facts, walk, None, number)
            for clause in alert.when.clauses:
                said = None
                if clause.subject == "health" and not stage.health:
                    said = "the stage has no signals; write them under `health:`"
                elif clause.subject in _SURVEYS and not has_answers:
                    said = f"there are no answers; name them with --surveys ({clause.subject})"
                elif clause.subject == "checkpoint" and judge._checkpoint(clause.checkpoint or "") is None:
                    said = f"the checkpoint {clause.checkpoint} has no event"
                elif clause.subject == "checkpoint":
                    at_stage, at = judge._checkpoint(clause.checkpoint or "") or (0, 0)
                    point = walk.way.stages[at_stage].gate[at]
                    if at_stage > number:
                        said = f"the checkpoint {clause.checkpoint} belongs to a later stage"
                    elif at_stage == number and point.within is None and stage.duration is None:
                        said = f"nothing says when {clause.checkpoint} is late; write `within:` there"
                if said:
                    yield f"the alert “{alert.alert}” of “{stage.stage}” cannot fire: {said}"
                    break
            else:
                if alert.kind == "expansion" and not stage.health:
                    yield f"the alert “{alert.alert}” of “{stage.stage}” cannot fire: the stage has no signals"
