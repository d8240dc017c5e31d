"""A metric of a stage that misses its target and has come no nearer, in a stage without pain, gap or opportunity.

The number says that customers do not get what was meant for them, and the map says nothing of it: it was seen, and
left. A metric that several stages share is told once, and not where one of them says what is wrong. In a future map the
value is today's, from before what the map plans, and misses no target.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.derive import is_on_target, metrics_by_stage
from journeykit.model.elements import Metric, Stage
from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The stages, by each metric of theirs that misses its target, where nothing is written down about it."""
    missed = {key: metric for key, metric in look.journey.metrics.items() if _is_missed(metric)}
    if not missed:
        return
    if not any(_is_quiet(look, stage) for stage in look.stages):
        return
    held: dict[str, list[Stage]] = {}
    for stage, keys in zip(look.stages, metrics_by_stage(look.facts), strict=True):
        for key in missed.keys() & keys:
            held.setdefault(key, []).append(stage)
    for key, metric in missed.items():
        stages = held.get(key, [])
        if not stages or not all(_is_quiet(look, stage) for stage in stages):
            continue
        stage, *others = stages
        unit = f" {metric.unit}" if metric.unit else ""
        trend = "" if metric.was is None else " and comes no nearer to it"
        yield Finding(
            stage,
            f"{shown(metric.name)} in {shown(stage.text)} misses its target"
            f" ({metric.now:g}{unit}, wanted {metric.target:g}{unit}){trend}",
            "write down the pain or the gap behind it, or what could be done as an opportunity",
            "metrics",
            tuple(Elsewhere("it is measured here too", other, "metrics") for other in others),
        )


def _is_missed(metric: Metric) -> bool:
    """Whether a metric is on the wrong side of its target, and no nearer than it was."""
    if is_on_target(metric) is not False or metric.now is None or metric.target is None:
        return False
    if metric.was is None:
        return True
    sign = 1 if metric.direction == "higher" else -1
    # A value that was beyond the target lacked nothing.
    lacked = max(0.0, sign * (metric.target - metric.was))
    return sign * (metric.target - metric.now) >= lacked


def _is_quiet(look: Look, stage: Stage) -> bool:
    """Whether a stage has no pain, no gap, and no opportunity, on a risk either."""
    noted = look.has_issue(stage, "pains", "gaps", "opportunities")
    return not noted and not any(risk.opportunities for risk in look.facts.moments(stage, "risks"))


RULE = Rule(
    code="JK905",
    name="off-target",
    severity="info",
    doc=__doc__,
    check=check,
    off_in_future=True,
    bad="""\
metrics:
  exits: {name: Leave without a bicycle, unit: "%", better: lower, now: 61, was: 55, target: 35, as_of: 2026-10}
stages:
  - stage: Evaluation
    metrics: [exits]
""",
    good="""\
metrics:
  exits: {name: Leave without a bicycle, unit: "%", better: lower, now: 50, was: 55, target: 35, as_of: 2026-10}
stages:
  - stage: Evaluation
    metrics: [exits]
""",
)
