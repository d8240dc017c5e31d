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


def _walked(look: Look) -> dict[str, str]:
    """The owned digital, human and physical channels that actions go through: their names by id."""
    used = look.facts.gone_through
    return {
        key: held.name
        for key, held in look.journey.channels.items()
        if key in used and held.media == "owned" and held.kind in _KINDS
    }


def check(look: Look) -> Iterator[Finding]:
    """The map's own promises that end at the edge of a channel."""
    if not look.journey.promises:
        return
    kept: set[str] = set()
    made: dict[str, set[str]] = {}
    for touchpoint in look.journey.touchpoints.values():
        keeps = is_live(look, touchpoint)
        # Where a touchpoint fails, or is known to be missing, the promise has been made there: JK302 and JK310 tell it.
        if keeps or touchpoint.state in ("failing", "missing"):
            for key in touchpoint.promises:
                made.setdefault(key, set()).add(touchpoint.channel)
            if keeps:
                kept.update(touchpoint.promises)
    alone = {key: next(iter(channels)) for key, channels in made.items() if len(channels) == 1 and key in kept}
    walked = _walked(look) if alone else {}
    for key, promise in look.own("promises"):
        if key not in alone:
            continue
        others = dict(walked)
        others.pop(alone[key], None)
        if others:
            here = channel_name(look, alone[key])
            names = listed(others.values())
            yield Finding(
                promise,
                f"{shown(promise.name)} is promised in {shown(here)} alone, while customers also go through {names}",
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
