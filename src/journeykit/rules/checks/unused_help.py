"""Help that no question, risk, stage or opportunity of the map refers to.

It answers nobody: either the question it was made for is missing from the map, or no customer asks it and the work
that keeps the help true is better spent elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map's own help that nothing refers to; help that is gone already is left alone."""
    used = {key for state in look.facts.asked for key in state.question.help}
    used.update(key for risk in look.risks for key in risk.mitigations)
    used.update(key for stage in look.stages for key in stage.help)
    used.update(opportunity.help for opportunity in look.opportunities if opportunity.help)
    for key, help_ in look.own("help"):
        if key not in used and help_.state != "retired":
            yield Finding(
                help_,
                f"{shown(help_.name)} answers no question and is offered nowhere",
                f"link it with `help: [{key}]` where it is needed, or take it out",
            )


RULE = Rule(
    code="JK207",
    name="unused-help",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
help:
  rain:
    {name: Riding in the rain, channels: [web], owner: Shop team, updated: 2026-05, metric: helped}
""",
    good="""\
help:
  rain:
    {name: Riding in the rain, channels: [web], owner: Shop team, updated: 2026-05, metric: helped}
stages:
  - stage: Discovery
    questions:
      - question: What do I wear when it rains?
        channels: [web]
        help: [rain]
""",
)
