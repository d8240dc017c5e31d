"""A gap that is closed, or all of whose opportunities are done, at a touchpoint that is still worse than expected.

The work was done and the box was ticked, but customers still get less than they expect. It is the commonest
self-deception there is.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import Gap
from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The gaps thought to be closed whose touchpoint customers meet, at a quality below the one they expect."""
    for gap in look.facts.every("gaps"):
        point = look.journey.touchpoints.get(gap.touchpoint or "")
        if point is None or point.quality is None or point.expected is None or point.quality >= point.expected:
            continue
        if (thought := _thought_closed(gap)) and look.facts.is_met(point):
            own = gap.touchpoint and look.is_own("touchpoints", gap.touchpoint)
            yield Finding(
                gap,
                f"{thought}, but {shown(point.name)} is still at {point.quality:g} where customers expect "
                f"{point.expected:g}",
                "open it again with `state: open`, or rate the touchpoint anew if it has become better",
                "state",
                (Elsewhere("its quality stands here", point, "quality"),) if own else (),
            )


def _thought_closed(gap: Gap) -> str:
    """Why a gap is thought to be closed; "" where it is not, or where it is accepted as it is."""
    if gap.state == "closed":
        return f"the gap {shown(gap.text)} is closed"
    all_done = gap.opportunities and all(opportunity.state == "done" for opportunity in gap.opportunities)
    if all_done and gap.state != "accepted":
        return f"all that was to close the gap {shown(gap.text)} is done"
    return ""


RULE = Rule(
    code="JK509",
    name="closed-but-failing",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
touchpoints:
  counter: {expected: 4, quality: 3}
stages:
  - stage: Decision
    gaps:
      - gap: Waiting at the counter
        desired: Served within five minutes
        received: Half an hour on Saturdays
        touchpoint: counter
        state: closed
        evidence: [counts]
""",
    good="""\
touchpoints:
  counter: {expected: 4, quality: 4}
stages:
  - stage: Decision
    gaps:
      - gap: Waiting at the counter
        desired: Served within five minutes
        received: Half an hour on Saturdays
        touchpoint: counter
        state: closed
        evidence: [counts]
""",
)
