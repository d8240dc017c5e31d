"""Which metric belongs where, and whether it has reached its target."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeykit.model.elements import Metric, Stage

if TYPE_CHECKING:
    from journeykit.model.derive.facts import Facts


def is_on_target(metric: Metric) -> bool | None:
    """Whether a metric has reached its target; None where its value, its target or its direction is unknown."""
    if metric.now is None or metric.target is None or metric.direction is None:
        return None
    return metric.now >= metric.target if metric.direction == "higher" else metric.now <= metric.target


def metrics_by_stage(facts: Facts) -> tuple[tuple[str, ...], ...]:
    """The metrics of each stage: those that it, its actions or its checkpoints name, wherever they are named;
    those of its touchpoints and its help at the first stage that has them.
    """
    journey = facts.journey
    own = [dict.fromkeys(_named(stage)) for stage in journey.stages]
    told = {key for row in own for key in row}
    for stage, row in zip(journey.stages, own, strict=True):
        for key in _carried(facts, stage):
            if key not in told:
                told.add(key)
                row[key] = None
    return tuple(tuple(key for key in row if key in journey.metrics) for row in own)


def _named(stage: Stage) -> list[str]:
    found = [*stage.metrics, *(key for action in stage.actions for key in action.metrics)]
    return found + [point.metric for point in stage.gate if point.metric]


def _carried(facts: Facts, stage: Stage) -> Iterator[str]:
    journey = facts.journey
    for key in (*(action.touchpoint for action in stage.actions), *stage.touchpoints):
        if key in journey.touchpoints:
            yield from journey.touchpoints[key].metrics
    for key in (*stage.help, *(key for question in facts.moments(stage, "questions") for key in question.help)):
        if key in journey.help and (metric := journey.help[key].metric):
            yield metric
