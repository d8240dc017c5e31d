"""A stage without a metric, a gate or a health.

Nobody sees whether customers get through it better this year than last. A stage that is not measured hangs on the wall
as a poster.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.together import either_of, in_stages


def check(look: Look) -> Iterator[Finding]:
    """Stages with nothing to measure them by, neither of their own nor of their actions."""
    mend = "name a figure under `metrics:`, or what customers have done when it went well under `gate:`"
    found = [
        Finding(stage, f"no metric, gate or health says whether {shown(stage.text)} goes well", mend, "metrics")
        for stage in look.stages
        if not (stage.metrics or stage.gate or stage.health or any(action.metrics for action in stage.actions))
        and not (look.is_bare(stage) or look.is_faulty(stage, "gate", "health"))
    ]
    return in_stages(look, found, lambda count: _whole(look, count, mend))


def _whole(look: Look, count: int, mend: str) -> Finding:
    stages = either_of(count, "stages", "stage")
    return Finding(look.journey, f"no metric, gate or health says whether {stages} goes well", mend, "stages")


RULE = Rule(
    code="JK901",
    name="stage-unmeasured",
    severity="info",
    doc=__doc__,
    check=check,
    gives_way_to=("JK508",),
    bad="""\
stages:
  - stage: Discovery
    metrics:
""",
    good="""\
stages:
  - stage: Discovery
    metrics: [helped]
""",
)
