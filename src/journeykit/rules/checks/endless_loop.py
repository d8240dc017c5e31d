"""A loop of `next` without any way out: no end of the journey, no arrow with a `when`, nobody who leaves.

Loops need a way out. Where customers go round for ever in the map, either the way out was forgotten, or they have
none, and will make one themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.derive.arrows import Spot
from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.walking import END, Walk, action_at, following, reach


def check(look: Look) -> Iterator[Finding]:
    """The last action of each loop from which nobody comes to the end of the journey."""
    for walk in look.walks:
        for loop in _loops(walk):
            last = max(loop, key=_place)
            action = action_at(look, last)
            if action is None:
                continue
            back = min(loop, key=_place)
            again = action_at(look, back)
            target = again.text if again is not None else look.stages[back.stage].text
            after = action_at(look, following(look, last))
            yield Finding(
                action,
                f"from {shown(action.text)} the way leads back to {shown(target)} for ever",
                "say with `when:` in which case, lead on with another `next:`, or tell who leaves with `leaves:`",
                "next",
                () if after is None else (Elsewhere("nobody comes to this", after, is_told=True),),
            )


def _loops(walk: Walk) -> Iterator[frozenset[Spot]]:
    """The loops a persona comes into and never out of."""
    back: dict[Spot, list[Spot]] = {}
    for spot, onward in walk.ways.items():
        for target in onward:
            back.setdefault(target, []).append(spot)
    sources = {spot: tuple(before) for spot, before in back.items()}
    told = reach(sources, END)
    for spot in sorted((spot for spot in walk.ways if spot not in told), key=_place, reverse=True):
        if spot in told:
            continue
        loop = reach(walk.ways, spot)
        leading_here = reach(sources, spot)
        if loop <= leading_here:
            told |= leading_here
            yield frozenset(loop)


def _place(spot: Spot) -> tuple[int, int]:
    return spot.stage, -1 if spot.action is None else spot.action


RULE = Rule(
    code="JK111",
    name="endless-loop",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Review
    actions:
      - action: Rides to work
        channel: shop
        emotion: 2
        advocacy: yes
        evidence: [counts]
        next: discovery
""",
    good="""\
stages:
  - stage: Review
    actions:
      - action: Rides to work
        channel: shop
        emotion: 2
        advocacy: yes
        evidence: [counts]
        next: {to: discovery, when: the child wants one too}
""",
)
