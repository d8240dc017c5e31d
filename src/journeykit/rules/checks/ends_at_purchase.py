"""The map ends with the stage in which customers buy.

For the customer the journey begins there: they use what they bought, ask for help, tell others, come back or do not.
A map that ends at the till is a map of the sale.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The last stage, if it is one in which customers buy."""
    if look.last_buying == len(look.stages) - 1:
        stage = look.stages[-1]
        yield Finding(
            stage,
            f"the journey ends at the purchase, with {shown(stage.text)}",
            "go on: add a stage in which they use it, ask for help, and tell others",
        )


RULE = Rule(
    code="JK106",
    name="ends-at-purchase",
    severity="warning",
    doc=__doc__,
    check=check,
    gives_way_to=("JK101",),
    off_in_part=True,
    bad="""\
stages:
  - stage: The second one
    as: purchase
    goal: Have one for the child too
    duration: 1 day
    questions:
      - {question: Will it grow with her?, kind: concern, channels: [shop], help: [guide]}
    actions:
      - {action: Buys a small one, touchpoint: counter, emotion: 2}
    metrics: [helped]
""",
    good="""\
stages:
  - stage: The second one
    as: purchase
    goal: Have one for the child too
    duration: 1 day
    questions:
      - {question: Will it grow with her?, kind: concern, channels: [shop], help: [guide]}
    actions:
      - {action: Buys a small one, touchpoint: counter, emotion: 2}
    metrics: [helped]
  - stage: Riding together
    goal: See her ride
    duration: 1 year
    help: [stories]
    questions:
      - {question: When is it too small?, channels: [shop], help: [guide]}
    actions:
      - {action: Rides to school with her, channel: shop, emotion: 2}
    metrics: [helped]
""",
)
