"""The stages of the template stand in another order than in the template.

A journey moves forward: customers feel a need before they look around, and compare before they decide. Where the
stages stand otherwise, the questions of one moment are answered in another, and the figures of stages cannot be
compared with those of other maps.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The first two stages that stand the wrong way round; where several share a role, one in order is enough."""
    there = {name: places for name, places in look.template_stages.items() if places}
    before, last = "", -1
    for name, places in there.items():
        following = next((place for place in places if place > last), None)
        if following is None:
            late, early = look.stages[last], look.stages[places[-1]]
            yield Finding(
                look.journey,
                f"{shown(early.text)} stands before {shown(late.text)}; "
                f"in the template {shown(look.journey.template)} it comes after it",
                f"put the stages in this order: {', '.join(there)}",
                "stages",
                (
                    Elsewhere(f"{shown(name)} of the template", early),
                    Elsewhere(f"{shown(before)} of the template", late),
                ),
            )
            return
        before, last = name, following


RULE = Rule(
    code="JK102",
    name="stage-order",
    severity="error",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Need
    as: discovery
  - stage: Discovery
    as: problem-need
""",
    good="""\
stages:
  - stage: Need
    as: problem-need
  - stage: Discovery
    as: discovery
""",
)
