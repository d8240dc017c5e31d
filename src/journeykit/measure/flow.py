"""The ways customers took: which event followed which, how often and after how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from journeykit.measure.engines.base import Engine
from journeykit.measure.tables import events


@dataclass(frozen=True)
class Step:
    """That one event directly followed another for a customer: how often, and the median of the seconds between."""

    source: str
    target: str
    count: int
    seconds: float | None


@dataclass(frozen=True)
class Graph:
    """A directly-follows graph (van der Aalst, Process Mining, 2016): how often each event occurred, began a way,
    ended one, and followed another. `ways` is the number of customers.
    """

    ways: int
    events: dict[str, int]
    starts: dict[str, int]
    ends: dict[str, int]
    steps: tuple[Step, ...]


def graph(engine: Engine, until: datetime | None = None, names: tuple[str, ...] | None = None) -> Graph:
    """The graph of all events (or of those of these names), each customer's in the order of time.

    Events of one moment stand in the order of their names, so that the answer is the same on every engine.
    """
    import ibis

    seen = events()
    if until is not None:
        seen = seen.filter(seen["at"] < until)
    if names is not None:
        seen = seen.filter(seen.event.isin(list(names)))
    window = ibis.window(group_by="customer", order_by=[seen["at"], seen.event])
    ordered = seen.select(
        "customer",
        "event",
        "at",
        before=seen.event.lag().over(window),
        next=seen.event.lead().over(window),
        later=seen["at"].lead().over(window),
    )
    kept = engine.keep("followed", ordered)
    told = kept.group_by("event").aggregate(
        n=kept.count(), starts=kept.before.isnull().sum(), ends=kept.next.isnull().sum()
    )
    pairs = kept.filter(kept.next.notnull())
    took: Any = (pairs.later.epoch_seconds() - pairs["at"].epoch_seconds()).cast("float64")
    steps = (
        pairs.mutate(took=took)
        .group_by(["event", "next"])
        .aggregate(n=lambda table: table.count(), seconds=lambda table: table.took.quantile(0.5))
    )
    counts = engine.rows(told)
    return Graph(
        sum(int(row[2]) for row in counts),
        {row[0]: int(row[1]) for row in sorted(counts)},
        {row[0]: int(row[2]) for row in sorted(counts) if row[2]},
        {row[0]: int(row[3]) for row in sorted(counts) if row[3]},
        tuple(
            Step(row[0], row[1], int(row[2]), row[3])
            for row in sorted(engine.rows(steps), key=lambda row: (-row[2], row[0], row[1]))
        ),
    )
