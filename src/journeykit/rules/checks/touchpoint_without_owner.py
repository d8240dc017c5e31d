"""A live touchpoint without `owner`.

What belongs to nobody falls between departments: it is nobody's task to notice that it is broken, and nobody's to
mend it.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.meeting import is_live


def check(look: Look) -> Iterator[Finding]:
    """The map's own live touchpoints without an owner."""
    for _, touchpoint in look.own("touchpoints"):
        if not touchpoint.owner and is_live(look, touchpoint):
            yield Finding(
                touchpoint,
                f"the touchpoint {shown(touchpoint.name)} belongs to nobody",
                "name those who keep it with `owner:`",
                "owner",
            )


RULE = Rule(
    code="JK307",
    name="touchpoint-without-owner",
    severity="warning",
    doc=__doc__,
    check=check,
    for_library=True,
    gives_way_to=("JK311",),
    bad="""\
touchpoints:
  pages: {name: Bicycle pages, channel: web, quality: 4}
stages:
  - stage: Discovery
    touchpoints: [pages]
""",
    good="""\
touchpoints:
  pages: {name: Bicycle pages, channel: web, quality: 4, owner: Web team}
stages:
  - stage: Discovery
    touchpoints: [pages]
""",
)
