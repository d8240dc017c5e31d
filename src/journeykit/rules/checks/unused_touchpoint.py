"""A touchpoint that no action and no stage goes through.

It was described and rated, and stands nowhere on the journey: nobody can see when customers meet it, or how they feel
there. One that is only planned need not be on it yet, except in a future map.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look, unused


def check(look: Look) -> Iterator[Finding]:
    """The map's own touchpoints in no action or stage; a retired or planned one is off the journey by right."""
    absent = ("retired",) if look.journey.state == "future" else ("retired", "planned")
    own = {key: touchpoint for key, touchpoint in look.own("touchpoints") if touchpoint.state not in absent}
    idle = unused(own, _met(look))
    for key, touchpoint in own.items():
        if key in idle:
            yield Finding(
                touchpoint,
                f"the touchpoint {shown(touchpoint.name)} is nowhere on the journey",
                f"name it where customers meet it with `touchpoint: {key}`, or take it out",
            )


def _met(look: Look) -> Iterator[Iterable[str | None]]:
    """The touchpoints of stages and actions."""
    for stage in look.stages:
        yield stage.touchpoints
    yield [action.touchpoint for _, action in look.actions]


RULE = Rule(
    code="JK308",
    name="unused-touchpoint",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
touchpoints:
  pages: {name: Bicycle pages, channel: web, quality: 4, owner: Web team}
""",
    good="""\
touchpoints:
  pages: {name: Bicycle pages, channel: web, quality: 4, owner: Web team}
stages:
  - stage: Discovery
    touchpoints: [pages]
""",
)
