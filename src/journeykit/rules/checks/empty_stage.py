"""A stage with no action.

A stage is a stretch of the customer's life, not a column of a table. Without an action nobody knows what the customer
does there, so nobody can feel with them, help them, or measure anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The stages without actions."""
    for stage in look.stages:
        if not stage.actions:
            yield Finding(
                stage,
                f"in {shown(stage.text)} the customer does nothing",
                "write what they do there, in their words, with `actions:`",
                "actions",
            )


RULE = Rule(
    code="JK103",
    name="empty-stage",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - Riding all winter
""",
    good="""\
stages:
  - stage: Riding all winter
    goal: Stay warm and on time
    duration: 3 months
    questions:
      - {question: Do I need other tyres?, channels: [shop], help: [guide]}
    actions:
      - {action: Rides through the snow, channel: shop, emotion: 2}
    metrics: [helped]
""",
)
