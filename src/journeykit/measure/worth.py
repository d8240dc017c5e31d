"""What customers are worth, by how they stand: the value behind those who are stuck, unwell, or ready for more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from journeykit.measure.engines.base import Engine
from journeykit.measure.health import UNWELL, WELL
from journeykit.measure.stages import Walk, after
from journeykit.measure.tables import exact_sum


@dataclass(frozen=True)
class Behind:
    """How many customers stand so, and the sum of the values of all their events."""

    customers: int
    value: float


@dataclass(frozen=True)
class StageWorth:
    """What those who are in a stage are worth, in the unit of the data: all of them, those longer in it than its
    duration, those whose health is under 50, and those from 80, who are ready for more.

    `stuck` is None for a stage without a duration, `unwell` and `ready` for one without signals.
    """

    stage: str
    name: str
    here: Behind
    stuck: Behind | None
    unwell: Behind | None
    ready: Behind | None


def worth(engine: Engine, walk: Walk, healths: Any) -> tuple[StageWorth, ...]:
    """The value behind the customers of each stage; `healths` has their health."""
    import ibis

    table = walk.table
    table = table.left_join(healths.select("customer", "health"), "customer").select(*table.columns, "health")
    table = table.filter(table["now"].notnull() & ~table.is_gone)
    until, told = ibis.literal(walk.until), {}
    for number, stage in enumerate(walk.way.stages):
        here = table["now"] == number
        sorts: dict[str, Any] = {"here": here}
        if stage.duration is not None:
            sorts["stuck"] = here & (after(table.since, stage.duration) < until)
        if stage.health:
            sorts |= {"unwell": here & (table.health < UNWELL), "ready": here & (table.health >= WELL)}
        for name, which in sorts.items():
            told[f"{name}_{number}"] = which.sum()
            told[f"{name}_{number}_value"] = exact_sum(ibis.ifelse(which, table["value"], 0.0), 38)
    (row,) = engine.rows(table.aggregate(**told))
    found = dict(zip(told, row, strict=True))

    def behind(name: str) -> Behind | None:
        if name not in found:
            return None
        return Behind(int(found[name] or 0), float(found[f"{name}_value"] or 0))

    return tuple(
        StageWorth(
            own,
            stage.stage,
            behind(f"here_{number}") or Behind(0, 0.0),
            behind(f"stuck_{number}"),
            behind(f"unwell_{number}"),
            behind(f"ready_{number}"),
        )
        for number, (stage, own) in enumerate(zip(walk.way.stages, walk.way.ids, strict=True))
    )
