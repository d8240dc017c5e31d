"""A closed gap in a stage in which nothing is measured: no metrics, no gate, no health.

That it closed is a belief. Only customers can say so, and nobody listens to them there.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The closed gaps of stages without metrics (their own or their actions'), gate or health."""
    for stage, gap in look.every("gaps"):
        if gap.state != "closed" or stage.metrics or stage.gate or stage.health:
            continue
        if not any(action.metrics for action in stage.actions):
            yield Finding(
                gap,
                f"the gap {shown(gap.text)} is closed, and nothing in {shown(stage.text)} measures that it is",
                "name on the stage, under `metrics:`, what would tell if it opened again",
                "state",
            )


RULE = Rule(
    code="JK508",
    name="closed-without-measure",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Review
    metrics:
    gaps:
      - gap: The first repair takes too long
        desired: Ready on the next day
        received: A week without the bicycle
        state: closed
        evidence: [talks]
""",
    good="""\
stages:
  - stage: Review
    metrics: [helped]
    gaps:
      - gap: The first repair takes too long
        desired: Ready on the next day
        received: A week without the bicycle
        state: closed
        evidence: [talks]
""",
)
