"""A touchpoint that no action and no stage goes through.

It was described and rated, and stands nowhere on the journey: nobody can see when customers meet it, or how they feel
there.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map's own touchpoints in no action or stage; a retired one is off the journey by right."""
    if not look.journey.touchpoints:
        return
    used = {action.touchpoint for _, action in look.actions}
    for stage in look.stages:
        used.update(stage.touchpoints)
    for key, touchpoint in look.own("touchpoints"):
        if key not in used and touchpoint.state != "retired":
            yield Finding(
                touchpoint,
                f"the touchpoint {shown(touchpoint.name)} is nowhere on the journey",
                f"name it where customers meet it with `touchpoint: {key}`, or take it out",
            )


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
