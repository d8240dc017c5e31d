"""A fall of the emotion curve below 0 from one action to the next in another channel, with no gap or pain there.

What customers have said and typed is lost when they change the channel, and they begin again. It is the classic break
of a journey, and it happens between two departments, so that neither sees it.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.derive import Point
from journeykit.model.elements import Action
from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Option, Rule
from journeykit.rules.feelings import stage_of
from journeykit.rules.look import Look
from journeykit.rules.meeting import channel_name, is_told


def _falls(look: Look, limit: float) -> Iterator[tuple[Point, Point]]:
    """Neighbouring actions of a persona between which its feeling falls by the limit or more, to below 0."""
    for persona, curve in look.curves.items():
        scores = curve.scores
        if not scores or (lowest := min(scores)) >= 0 or max(scores) - lowest < limit:
            continue
        before, start = None, 0.0
        for after, end in zip(curve.points, scores, strict=True):
            if after.action is None:
                continue
            if before and end < 0 and start - end >= limit and not _goes_between(look, persona, before, after):
                yield before, after
            before, start = after, end


def _goes_between(look: Look, persona: str, before: Point, after: Point) -> bool:
    """Whether a persona does something between two of its actions, of which nobody knows how it feels."""
    first, last = look.places[id(before.owner)], look.places[id(after.owner)]
    return any(look.facts.walks(persona, action) for _, action in look.actions[first + 1 : last])


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The handovers at which something breaks; each once, for however many personas."""
    for before, after in _falls(look, limit):
        first, second = before.owner, after.owner
        assert isinstance(first, Action)
        assert isinstance(second, Action)
        left, entered = look.facts.channel_of(first), look.facts.channel_of(second)
        if left is None or entered is None or left == entered:
            continue
        if is_told(look, stage_of(look, before)) or is_told(look, stage_of(look, after)):
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
