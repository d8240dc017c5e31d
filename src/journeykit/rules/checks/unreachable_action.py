"""An action that is not optional, and to which no way leads by the order and by `next`, for a persona that walks it.

A journey must be walkable. What nobody comes to is either a slip in an arrow, or something the organisation offers
and customers never see.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.derive.arrows import Spot
from journeykit.model.elements import Action
from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.walking import Walk, action_at, reach


def check(look: Look) -> Iterator[Finding]:
    """The first action of each stretch that a persona cannot come to."""
    lost: dict[Spot, list[str]] = {}
    for walk in look.walks:
        for spot in _lost(look, walk):
            lost.setdefault(spot, []).append(walk.persona)
    for spot, personas in sorted(lost.items(), key=lambda item: (item[0].stage, item[0].action or 0)):
        action = look.stages[spot.stage].actions[spot.action or 0]
        walkers = [one for one in look.facts.walkers if look.facts.walks(one, action)]
        names = [shown(look.journey.personas[one].text) for one in personas if one in look.journey.personas]
        whom = "" if len(personas) == len(walkers) else " for " + " and ".join(names)
        yield Finding(
            action,
            f"no way leads to {shown(action.text)}{whom}",
            "lead there with `next:`, give the arrow that passes it a `when:`, or write `optional: yes`",
            related=tuple(_passing(look, spot)),
        )


def _lost(look: Look, walk: Walk) -> Iterator[Spot]:
    """The spots a persona must come to and cannot; of those that follow from each other, the first."""
    told = set(walk.reached)
    for number, stage in enumerate(look.stages):
        for index, action in enumerate(stage.actions):
            spot = Spot(number, index)
            if spot in told or action.optional or stage.optional:
                continue
            if look.facts.walks(walk.persona, action):
                yield spot
                told = reach(walk.ways, spot, told)


def _passing(look: Look, spot: Spot) -> Iterator[Elsewhere]:
    """The action before, whose arrow leads past it."""
    before: Action | None = None
    if spot.action:
        before = action_at(look, Spot(spot.stage, spot.action - 1))
    elif spot.stage and look.stages[spot.stage - 1].actions:
        before = look.stages[spot.stage - 1].actions[-1]
    if before is not None and before.next:
        yield Elsewhere("from here the way goes on elsewhere", before, "next")


RULE = Rule(
    code="JK110",
    name="unreachable-action",
    severity="warning",
    doc=__doc__,
    check=check,
    gives_way_to=("JK111",),
    bad="""\
stages:
  - stage: Need
    actions:
      - action: Misses the bus again
        channel: web
        emotion: {score: -1, because: it leaves too early}
        evidence: [talks]
        next: evaluation
      - Walks to work
    pains:
      - {pain: The bus leaves too early, severity: medium, evidence: [counts]}
  - stage: Discovery
    optional: yes
""",
    good="""\
stages:
  - stage: Need
    actions:
      - action: Misses the bus again
        channel: web
        emotion: {score: -1, because: it leaves too early}
        evidence: [talks]
        next: {to: evaluation, when: a friend has a bicycle to lend}
      - Walks to work
    pains:
      - {pain: The bus leaves too early, severity: medium, evidence: [counts]}
  - stage: Discovery
    optional: yes
""",
)
