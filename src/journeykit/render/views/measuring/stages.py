"""How customers stand: the stages as a funnel, and the gates as ladders."""

from __future__ import annotations

from dataclasses import dataclass

from journeykit.measure.standing import Standing
from journeykit.render.views import words

#: What there is no figure for.
DASH = "–"


@dataclass(frozen=True)
class StageRow:
    """A stage of the funnel, all figures as they are shown; "–" where there is none.

    `parts` are the widths, in per cent of the stage that most entered, of those who moved on, are here, and left.
    """

    number: int
    name: str
    entered: str
    moved_on: str
    conversion: str
    here: str
    stuck: str
    left: str
    drop_off: str
    skipped: str
    median: str
    p90: str
    parts: tuple[float, float, float]


@dataclass(frozen=True)
class Rung:
    """A checkpoint: how many reached it of those who entered, and how many who are here have not.

    `share` is in per cent, None for one without an event, which nobody can be seen to reach.
    """

    text: str
    optional: bool
    share: float | None
    reached: str
    percent: str
    missing: str


@dataclass(frozen=True)
class GateStage:
    """The gate of a stage, with how many passed it of those who entered."""

    number: int
    name: str
    passed: str
    entered: str
    percent: str
    rungs: tuple[Rung, ...]


def share(value: float | None) -> str:
    """A share in per cent, a dash for none."""
    return DASH if value is None else words.percent(value)


def _days(value: float | None) -> str:
    return DASH if value is None else words.plain(value, 1)


def funnel(told: Standing) -> tuple[StageRow, ...]:
    """The stages with how many entered, moved on, are there, and left."""
    most = max((stage.entered for stage in told.stages), default=0) or 1
    return tuple(
        StageRow(
            number,
            stage.name,
            words.plain(stage.entered),
            words.plain(stage.moved_on),
            share(stage.conversion),
            words.plain(stage.here),
            DASH if stage.stuck is None else words.plain(stage.stuck),
            words.plain(stage.left),
            share(stage.drop_off),
            words.plain(stage.skipped_gate) if stage.gate else DASH,
            _days(stage.to_move_on[0]),
            _days(stage.to_move_on[1]),
            (100 * stage.moved_on / most, 100 * stage.here / most, 100 * stage.left / most),
        )
        for number, stage in enumerate(told.stages, 1)
    )


def gates(told: Standing) -> tuple[GateStage, ...]:
    """The gates of the stages that have one."""
    found = []
    for number, stage in enumerate(told.stages, 1):
        rungs = []
        for point in stage.gate:
            reached = point.reached / stage.entered if point.reached is not None and stage.entered else None
            rungs.append(
                Rung(
                    point.checkpoint,
                    point.optional,
                    None if reached is None else 100 * reached,
                    DASH if point.reached is None else words.plain(point.reached),
                    share(reached),
                    DASH if point.missing is None else words.plain(point.missing),
                )
            )
        if rungs:
            passed = share(stage.passed / stage.entered if stage.entered else None)
            plain = words.plain
            found.append(GateStage(number, stage.name, plain(stage.passed), plain(stage.entered), passed, tuple(rungs)))
    return tuple(found)
