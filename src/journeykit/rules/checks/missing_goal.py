"""A stage without a goal of the customer's.

The goal says what the customer wants to get done there. Without it a stage has no point of view: every action is
judged by what the organisation wants, and nobody can say whether the stage went well.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.together import in_stages, none_of


def check(look: Look) -> Iterator[Finding]:
    """The stages that have no goal, neither their own nor an action's; not those with nothing but a name."""
    found = [
        Finding(
            stage,
            f"nobody says what the customer wants in {shown(stage.text)}",
            "write it with `goal:`, in their words",
            "goal",
        )
        for stage in look.stages
        if not (stage.goal or any(action.goal for action in stage.actions) or look.is_bare(stage))
    ]
    return in_stages(
        look,
        found,
        lambda count: Finding(
            look.journey,
            f"{none_of(count, 'stages', 'stage')} says what the customer wants there",
            "write it with `goal:` in each stage, in their words",
            "stages",
        ),
    )


RULE = Rule(
    code="JK108",
    name="missing-goal",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Evaluation
    goal:
    business_goal: Be on the short list
""",
    good="""\
stages:
  - stage: Evaluation
    goal: Know which one fits
    business_goal: Be on the short list
""",
)
