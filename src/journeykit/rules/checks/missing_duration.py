"""A stage that does not say how long it takes; a warning in a customer's lifecycle.

Two days and two months are two different experiences. Without a timeline nobody sees that customers wait, and nobody
notices those who are stuck.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.together import in_stages, none_of
from journeykit.source.diagnostic import Severity


def check(look: Look) -> Iterator[Finding]:
    """The stages that have no duration, neither their own nor an action's; not those with nothing but a name."""
    severity: Severity | None = "warning" if look.journey.template == "customer-lifecycle" else None
    found = [
        Finding(
            stage,
            f"nothing says how long {shown(stage.text)} takes",
            "write how long customers usually spend there: `duration: 2 weeks`",
            "duration",
            severity=severity,
        )
        for stage in look.stages
        if not (stage.duration or any(action.duration for action in stage.actions) or look.is_bare(stage))
    ]
    return in_stages(
        look,
        found,
        lambda count: Finding(
            look.journey,
            f"{none_of(count, 'stages', 'stage')} says how long it takes",
            "write how long customers usually spend in each: `duration: 2 weeks`",
            "stages",
            severity=severity,
        ),
    )


RULE = Rule(
    code="JK112",
    name="missing-duration",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Evaluation
    duration:
""",
    good="""\
stages:
  - stage: Evaluation
    duration: 1 week
""",
)
