"""The first stage is one in which customers buy, and nothing says what begins the journey.

The need comes first. What happened before they came to buy decides what they expect, what they fear and whom they
asked; a map that starts at the till cannot know.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Rule
from journeykit.rules.look import BUYING, Look


def check(look: Look) -> Iterator[Finding]:
    """A map whose first stage is a buying stage, unless `scope.starts` says why."""
    scope = look.journey.scope
    if look.roles[0] in BUYING and not (scope and scope.starts):
        first = look.stages[0]
        yield Finding(
            look.journey,
            f"the journey starts at the purchase, with {shown(first.text)}",
            "add the stage in which the need arises, or say what begins the journey with `scope:` and `starts:`",
            "scope",
            (Elsewhere("the first stage", first),),
        )


RULE = Rule(
    code="JK107",
    name="starts-at-purchase",
    severity="info",
    doc=__doc__,
    check=check,
    off_in_part=True,
    bad="""\
template:
scope: {ends: Rides every day}
stages:
  - stage: Need
    as: order
    questions:
      - {question: Is it not too dear?, kind: objection, channels: [web], help: [guide]}
""",
    good="""\
template:
scope: {starts: Misses the bus, ends: Rides every day}
stages:
  - stage: Need
    as: order
    questions:
      - {question: Is it not too dear?, kind: objection, channels: [web], help: [guide]}
""",
)
