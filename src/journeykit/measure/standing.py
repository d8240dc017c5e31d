"""The figures of stages and gates: who is where, who passed what, how long it took, who left, who is stuck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from journeykit.measure.engines.base import Engine
from journeykit.measure.stages import Walk, after
from journeykit.measure.tables import DIGITS, ratio, seconds

#: What figures can be told by.
GROUPS = ("segment", "cohort", "account")
_DAY = 86_400


@dataclass(frozen=True)
class GateFigures:
    """A checkpoint: how many who entered the stage have reached it, and how many of those who are in it still miss it.

    A checkpoint without an event is told, and cannot be counted: both are None.
    """

    checkpoint: str
    optional: bool
    reached: int | None
    missing: int | None


@dataclass(frozen=True)
class StageFigures:
    """A stage. Times are in days, None where nobody gives one.

    `entered` have ever come in, each counted once; of them `here` are in it now, `left` have left the journey from it,
    `passed` have passed its gate, `moved_on` are in a later stage or have been, `skipped_gate` of these without
    passing it. `conversion` is `moved_on` of `entered`, None for the last stage; `drop_off` is `left` of `entered`.
    `stuck` of those here are in it longer than the stage's duration. `to_move_on` are the median and the 90th
    percentile of the days from entering it to entering the first later one, of those who did so in this order;
    `since` those of the days that those who are here have been in it.
    """

    stage: str
    name: str
    entered: int
    here: int
    left: int
    passed: int
    moved_on: int
    skipped_gate: int
    conversion: float | None
    drop_off: float | None
    stuck: int | None
    to_move_on: tuple[float | None, float | None]
    since: tuple[float | None, float | None]
    gate: tuple[GateFigures, ...]


@dataclass(frozen=True)
class Standing:
    """All stages of all customers, or of one group of them. `seen` is everybody, `nowhere` those in no stage."""

    group: str | None
    seen: int
    nowhere: int
    stages: tuple[StageFigures, ...]


def standing(engine: Engine, walk: Walk, group: str | None = None) -> tuple[Standing, ...]:
    """The figures of all customers, or with `group` (segment, cohort or account) of each group, the largest first."""
    table, told = walk.table, _figures(walk.table, walk)
    if group is None:
        (row,) = engine.rows(table.aggregate(**told))
        return (_read(None, dict(zip(told, row, strict=True)), walk),)
    rows = engine.rows(table.group_by(group).aggregate(**told))
    found = [_read(row[0], dict(zip(told, row[1:], strict=True)), walk) for row in rows]
    return tuple(sorted(found, key=lambda one: (-one.seen, one.group is None, one.group or "")))


def _figures(table: Any, walk: Walk) -> dict[str, Any]:
    """The aggregates of all stages, by name."""
    import ibis

    told: dict[str, Any] = {"seen": table.count(), "nowhere": table["now"].isnull().sum()}
    until = ibis.literal(walk.until)
    for number, stage in enumerate(walk.way.stages):
        entered, moved = table[f"entered_{number}"], table[f"moved_{number}"]
        inside, moved_on = entered.notnull(), entered.notnull() & moved.notnull()
        passed = inside & table[f"passed_{number}"].notnull()
        here = (table["now"] == number) & ~table.is_gone
        took, waits = seconds(entered, moved), seconds(entered, until)
        told |= {
            f"entered_{number}": inside.sum(),
            f"here_{number}": here.sum(),
            f"left_{number}": ((table["now"] == number) & table.is_gone).sum(),
            f"passed_{number}": passed.sum(),
            f"moved_{number}": moved_on.sum(),
            f"skipped_{number}": (moved_on & table[f"passed_{number}"].isnull()).sum() if stage.gate else None,
            f"conversion_{number}": ratio(moved_on.sum(), inside.sum()),
            f"drop_{number}": ratio(((table["now"] == number) & table.is_gone).sum(), inside.sum()),
            f"median_{number}": took.quantile(0.5, where=moved_on & (moved >= entered)),
            f"p90_{number}": took.quantile(0.9, where=moved_on & (moved >= entered)),
            f"here_median_{number}": waits.quantile(0.5, where=here),
            f"here_p90_{number}": waits.quantile(0.9, where=here),
        }
        if stage.duration is not None:
            told[f"stuck_{number}"] = (here & (after(entered, stage.duration) < until)).sum()
        for at, _ in walk.way.checkpoints[number]:
            reached = table[f"check_{number}_{at}"].notnull()
            told[f"reached_{number}_{at}"] = reached.sum()
            told[f"missing_{number}_{at}"] = (here & ~reached).sum()
    return {key: value for key, value in told.items() if value is not None}


def _read(group: Any, row: Mapping[str, Any], walk: Walk) -> Standing:
    def whole(name: str) -> int:
        return int(row.get(name) or 0)

    def days(name: str) -> float | None:
        value = row.get(name)
        return None if value is None else round(float(value) / _DAY, DIGITS)

    stages = []
    for number, (stage, own) in enumerate(zip(walk.way.stages, walk.way.ids, strict=True)):
        counted = {at for at, _ in walk.way.checkpoints[number]}
        gate = tuple(
            GateFigures(
                point.checkpoint,
                point.optional,
                whole(f"reached_{number}_{at}") if at in counted else None,
                whole(f"missing_{number}_{at}") if at in counted else None,
            )
            for at, point in enumerate(stage.gate)
        )
        stages.append(
            StageFigures(
                own,
                stage.stage,
                whole(f"entered_{number}"),
                whole(f"here_{number}"),
                whole(f"left_{number}"),
                whole(f"passed_{number}"),
                whole(f"moved_{number}"),
                whole(f"skipped_{number}"),
                row[f"conversion_{number}"] if number + 1 < len(walk.way.stages) else None,
                row[f"drop_{number}"],
                whole(f"stuck_{number}") if stage.duration is not None else None,
                (days(f"median_{number}"), days(f"p90_{number}")),
                (days(f"here_median_{number}"), days(f"here_p90_{number}")),
                gate,
            )
        )
    return Standing(group, whole("seen"), whole("nowhere"), tuple(stages))
