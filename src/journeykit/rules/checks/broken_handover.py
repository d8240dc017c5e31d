"""A fall of the emotion curve below 0 from one action to the next in another channel, with no gap or pain there.

What customers have said and typed is lost when they change the channel, and they begin again. It is the classic break
of a journey, and it happens between two departments, so that neither sees it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from journeykit.model.elements import Action, Stage
from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Option, Rule
from journeykit.rules.feelings import stage_of
from journeykit.rules.look import Look
from journeykit.rules.meeting import channel_name, is_told

Step = tuple[Stage, Action]


def _falls(look: Look, limit: float) -> Iterator[tuple[Step, Step]]:
    """Neighbouring actions of a persona between which its feeling falls by the limit or more, to below 0."""
    for persona, curve in look.curves.items():
        points = [(point, point.owner) for point in curve.points if isinstance(point.owner, Action)]
        for (start, left), (end, entered) in pairwise(points):
            before, after = start.score or 0, end.score or 0
            if after < 0 and before - after >= limit:
                first, second = (stage_of(look, start), left), (stage_of(look, end), entered)
                if not any(look.facts.walks(persona, action) for action in _between(look, first, second)):
                    yield first, second


def _between(look: Look, first: Step, second: Step) -> Iterator[Action]:
    """The actions between two."""
    inside = False
    for _, action in look.actions:
        if action is second[1]:
            return
        if inside:
            yield action
        inside = inside or action is first[1]


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The handovers at which something breaks; each once, for however many personas."""
    for (before, first), (after, second) in _falls(look, limit):
        left, entered = look.facts.channel_of(first), look.facts.channel_of(second)
        if left is None or entered is None or left == entered or is_told(look, before) or is_told(look, after):
            continue
        left, entered = shown(channel_name(look, left)), shown(channel_name(look, entered))
        yield Finding(
            second,
            f"something breaks on the way from {left} to {entered}: the feeling falls at {shown(second.text)}",
            "write what is lost there as a gap or a pain",
            "gaps",
            (Elsewhere("it was better here", first, "emotion"),),
        )


RULE = Rule(
    code="JK312",
    name="broken-handover",
    severity="warning",
    doc=__doc__,
    check=check,
    options={"limit": Option(1, "how far the feeling falls, on the scale from −2 to 2")},
    bad="""\
stages:
  - stage: Evaluation
    actions:
      - action: Tries three of them
        touchpoint: counter
        emotion: {score: 1, desired: 2}
        moment_of_truth: true
        evidence: [counts]
      - action: Looks for them on the website
        channel: web
        emotion: {score: -1, because: none of them is there, desired: 1}
        evidence: [talks]
""",
    good="""\
stages:
  - stage: Evaluation
    actions:
      - action: Tries three of them
        touchpoint: counter
        emotion: {score: 1, desired: 2}
        moment_of_truth: true
        evidence: [counts]
      - action: Looks for them on the website
        channel: web
        emotion: {score: -1, because: none of them is there, desired: 1}
        evidence: [talks]
        pains:
          - {pain: Shop and website sell different bicycles, severity: medium, evidence: [talks]}
""",
)
