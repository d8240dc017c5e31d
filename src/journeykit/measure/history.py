"""How customers were at earlier days: everything reckoned once more from the same data, by the same rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from journeykit.measure.engines.base import Engine
from journeykit.measure.health import StageHealth, by_stage, healths
from journeykit.measure.stages import Walk
from journeykit.model.values import Duration
from journeykit.model.values.times import add_months

#: So many days are looked at, at most.
MOST = 120


class Apart:
    """An engine whose kept tables have names of their own, so that another walk can be taken beside the first."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine, self._name = engine, name
        self.dialect, self.slices, self.take_in = engine.dialect, engine.slices, engine.take_in
        self.orders_pairs = engine.orders_pairs
        self.rows, self.stream, self.close = engine.rows, engine.stream, engine.close

    def keep(self, name: str, expression: Any) -> Any:
        """The rows of an expression as a table that the engine keeps."""
        return self._engine.keep(f"{self._name}_{name}", expression)

    def gather(self, name: str, expression: Callable[[], Any]) -> Any:
        """As `keep`, of an expression that looks at each customer alone."""
        return self._engine.gather(f"{self._name}_{name}", expression)


def earlier(engine: Engine, walk: Walk, until: datetime, has_answers: bool, name: str) -> tuple[Walk, Any]:
    """The way of all customers, and their health, as they were at an earlier moment, by the same rules."""
    apart = Apart(engine, name)
    then = walk.at(apart, until)
    return then, healths(apart, then, then.table, has_answers, walk)


@dataclass(frozen=True)
class Past:
    """The health of the customers of each stage at the end of a day."""

    day: date
    stages: tuple[StageHealth, ...]

    @property
    def n(self) -> int:
        """How many have a health."""
        return sum(one.n for one in self.stages)

    @property
    def mean(self) -> float | None:
        """Their mean health, over all stages; None where nobody has one."""
        return sum(one.mean * one.n for one in self.stages if one.mean is not None) / self.n if self.n else None

    @property
    def bands(self) -> tuple[int, int, int]:
        """How many are unwell, between, and well."""
        found = [(one.unwell, one.between, one.well) for one in self.stages]
        unwell, between, well = (sum(column) for column in zip(*found, strict=True)) if found else (0, 0, 0)
        return unwell, between, well


def days_of(length: Duration, day: date) -> tuple[date, ...]:
    """The days looked at in so long a time up to a day, which is the last: each month's, where the time is written in
    months or years, else each week's, and for up to 14 days each one.

    Raises ValueError where these are more than `MOST`, or none but the last.
    """
    if length.months:
        back = [add_months(day, -number) for number in range(int(length.months), 0, -1)][: MOST + 1]
    else:
        step = 7 if length.days > 14 else 1
        count = int(length.days // step)
        back = [day - timedelta(days=step * number) for number in range(min(count, MOST + 1), 0, -1)]
    if not 0 < len(back) <= MOST:
        raise ValueError(f"{length} is no time to look back over; write 6 months, 12 weeks or 10 days")
    return (*back, day)


def history(
    engine: Engine, walk: Walk, has_answers: bool, moments: Sequence[tuple[date, datetime]]
) -> tuple[Past, ...]:
    """The health at several days, each with the moment (UTC) at which it ends."""
    found = []
    for day, until in moments:
        then, health = earlier(engine, walk, until, has_answers, "past")
        found.append(Past(day, by_stage(engine, then, health)))
    return tuple(found)
