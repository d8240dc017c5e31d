"""A promise that touchpoints of one channel alone carry, while customers also go through others that are yours.

For customers a promise has no edges. The one that is kept in the shop and unknown on the website ends where they
change from one to the other, and that is where they need it.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.meeting import channel_name, is_live
from journeykit.rules.wording import listed

_KINDS = ("digital", "human", "physical")


def _walked(look: Look) -> tuple[str, ...]:
    """The owned digital, human and physical channels that actions go through, in the library's order."""
    used = {look.facts.channel_of(action) for _, action in look.actions}
    channels = look.journey.channels
    return tuple(key for key, held in channels.items() if key in used and held.media == "owned" and held.kind in _KINDS)


def check(look: Look) -> Iterator[Finding]:
    """The map's own promises that end at the edge of a channel."""
    if not look.journey.promises:
        return
    walked = _walked(look)
    touchpoints = look.journey.touchpoints
    for key, promise in look.own("promises"):
        carriers = [touchpoints[carrier] for carrier in look.facts.promises[key].carriers]
        kept = {touchpoint.channel for touchpoint in carriers if is_live(look, touchpoint)}
        # Where a touchpoint fails, or is known to be missing, the promise has been made there: JK302 and JK310 tell it.
        made = kept | {touchpoint.channel for touchpoint in carriers if touchpoint.state in ("failing", "missing")}
        others = [channel for channel in walked if channel not in made]
        if len(kept) == len(made) == 1 and others:
            here = channel_name(look, kept.pop())
            names = listed(channel_name(look, other) for other in others)
            yield Finding(
                promise,
                f"{shown(promise.name)} is kept in {shown(here)} alone, while customers also go through {names}",
                f"let a touchpoint there carry it too with `promises: [{key}]`, or promise it for {shown(here)} alone",
            )


RULE = Rule(
    code="JK304",
    name="promise-in-one-channel",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
promises:
  back: Bring it back whenever you like
touchpoints:
  counter: {promises: [back]}
  pages: {name: Bicycle pages, channel: web, quality: 4, owner: Web team}
stages:
  - stage: Discovery
    actions:
      - action: Looks at bicycles in the shop
        touchpoint: counter
        emotion: {score: 0, desired: 1}
        evidence: [talks]
      - action: Looks them up at home
        touchpoint: pages
        emotion: {score: 0, desired: 1}
        evidence: [talks]
""",
    good="""\
promises:
  back: Bring it back whenever you like
touchpoints:
  counter: {promises: [back]}
  pages: {name: Bicycle pages, channel: web, quality: 4, owner: Web team, promises: [back]}
stages:
  - stage: Discovery
    actions:
      - action: Looks at bicycles in the shop
        touchpoint: counter
        emotion: {score: 0, desired: 1}
        evidence: [talks]
      - action: Looks them up at home
        touchpoint: pages
        emotion: {score: 0, desired: 1}
        evidence: [talks]
""",
)
