"""The customers one by one: the only thing that leaves an engine about a person, and only when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from journeykit.measure.engines.base import Engine
from journeykit.measure.stages import Walk
from journeykit.measure.tables import seconds


@dataclass(frozen=True)
class Customer:
    """A customer: the stage they are in (None in none) and whether they left from it, since when (UTC), their
    health, and the checkpoints of its gate that they miss.
    """

    customer: str
    stage: str | None
    gone: bool
    since: datetime | None
    health: float | None
    missing: tuple[str, ...]


def customers(engine: Engine, walk: Walk, healths: Any | None) -> Iterator[Customer]:
    """Every customer, in the order of their names."""
    import ibis

    table = walk.table
    columns: dict[str, Any] = {}
    for number, points in enumerate(walk.way.checkpoints):
        for at, _ in points:
            columns[f"missing_{number}_{at}"] = table[f"check_{number}_{at}"].isnull()
    epoch = ibis.literal(datetime(1970, 1, 1))
    told = table.select("customer", "now", "is_gone", ago=seconds(epoch, table.since), **columns)
    if healths is None:
        told = told.mutate(health=ibis.null().cast("float64"))
    else:
        told = told.left_join(healths.select("customer", "health"), "customer").select(*told.columns, "health")
    names = told.columns
    for row in engine.stream(told.order_by("customer")):
        one = dict(zip(names, row, strict=True))
        now = one["now"]
        stage = None if now is None else walk.way.stages[now]
        yield Customer(
            one["customer"],
            stage.stage if stage else None,
            bool(one["is_gone"]),
            None if one["ago"] is None else moment(one["ago"]),
            one["health"],
            tuple(
                point.checkpoint
                for at, point in (walk.way.checkpoints[now] if now is not None else ())
                if one[f"missing_{now}_{at}"]
            ),
        )


def moment(ago: float) -> datetime:
    """The moment so many seconds after the beginning of 1970."""
    return datetime(1970, 1, 1) + timedelta(seconds=ago)
