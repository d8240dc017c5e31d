"""A live touchpoint without `owner`.

What belongs to nobody falls between departments: it is nobody's task to notice that it is broken, and nobody's to
mend it. A partner's touchpoint needs somebody of yours who keeps an eye on it; those in earned channels are the
public's.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.meeting import is_live
from journeykit.rules.together import none_of, together


def check(look: Look) -> Iterator[Finding]:
    """The map's own live touchpoints without an owner, in channels that are yours, paid for or a partner's."""
    theirs = {key for key, channel in look.journey.channels.items() if channel.media == "earned"}
    live = [
        touchpoint
        for _, touchpoint in look.own("touchpoints")
        if touchpoint.channel not in theirs and is_live(look, touchpoint)
    ]
    found = [
        Finding(
            touchpoint,
            f"the touchpoint {shown(touchpoint.name)} belongs to nobody",
            "name those who keep it with `owner:`",
            "owner",
        )
        for touchpoint in live
        if not touchpoint.owner
    ]
    return together(
        look,
        found,
        len(live),
        lambda: Finding(
            look.journey,
            f"{none_of(len(live), 'live touchpoints', 'live touchpoint')} belongs to anybody",
            "name at each those who keep it with `owner:`",
            "touchpoints",
        ),
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
