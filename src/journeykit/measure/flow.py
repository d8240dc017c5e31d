"""The ways customers took: which event followed which, how often and after how long."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from journeykit.measure.engines.base import Engine
from journeykit.measure.tables import DIGITS, events, seconds

#: A median needs all of its values in memory at once.
_MOST_TIMES = 15_000_000


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


def graph(engine: Engine, until: datetime | None = None, in_order: bool = False) -> Graph:
    """The graph of all events, each customer's in the order of time.

    Events of one moment stand in the order of their source (`in_order`: it has one), else in that of their names, so
    that the answer is the same on every engine.
    """
    import ibis

    seen = events()
    if until is not None:
        seen = seen.filter(seen["at"] < until)
    window = ibis.window(group_by="customer", order_by=[seen["at"], seen.position if in_order else seen.event])
    pairs = seen.select("event", "at", next=seen.event.lead().over(window), later=seen["at"].lead().over(window))
    pairs = pairs.mutate(took=seconds(pairs["at"], pairs.later))
    counts: Counter[str] = Counter()
    starts: Counter[str] = Counter()
    ends: dict[str, int] = {}
    steps = []
    for event, following, n, median in sorted(_counted(engine, pairs), key=lambda row: (-row[2], row[0], row[1] or "")):
        counts[event] += n
        starts[event] += n
        if following is None:
            ends[event] = n
        else:
            # What follows nothing begins: an event's count without all that lead to it.
            starts[following] -= n
            steps.append(Step(event, following, n, None if median is None else round(median, DIGITS)))
    begun = {event: n for event, n in sorted(starts.items()) if n}
    return Graph(sum(ends.values()), dict(sorted(counts.items())), begun, dict(sorted(ends.items())), tuple(steps))


def _counted(engine: Engine, pairs: Any) -> list[tuple[Any, ...]]:
    """What followed what, how often, and the median of the times; for so many events at once as fit into memory."""

    def counted(of: Any) -> list[tuple[Any, ...]]:
        return engine.rows(of.group_by(["event", "next"]).aggregate(n=of.count(), median=of.took.quantile(0.5)))

    if engine.slices == 1:
        return counted(pairs)
    kept = engine.gather("steps", lambda: pairs.select("event", "next", "took"))
    rounds: list[tuple[int, list[str]]] = []
    for event, n in sorted(engine.rows(kept.group_by("event").aggregate(n=kept.count()))):
        if rounds and rounds[-1][0] + n <= _MOST_TIMES:
            rounds[-1] = (rounds[-1][0] + n, [*rounds[-1][1], event])
        else:
            rounds.append((n, [event]))
    return [row for _, names in rounds for row in counted(kept.filter(kept.event.isin(names)))]
