"""A fall of the emotion curve below 0 from one action to the next in another channel, with no gap or pain there.

What customers have said and typed is lost when they change the channel, and they begin again. It is the classic break
of a journey, and it happens between two departments, so that neither sees it. Two branches of one choice are no
handover: nobody goes from one to the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.derive import Point
from journeykit.model.derive.arrows import Spot
from journeykit.model.elements import Action
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Option, Rule
from journeykit.rules.feelings import at_point, figure, stage_of
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


def _are_branches(look: Look, first: Action, second: Action) -> bool:
    """Whether two actions are branches of one choice: arrows lead from another action to each, and none between them.

    Where both are reached by `next` in one stage, it means nothing that the second stands behind the first there.
    """
    if not any(action.next for _, action in look.actions):
        return False
    here, there = _spots(look, first), _spots(look, second)
    arrows = look.facts.arrows
    onward = [arrow for arrow in arrows if arrow.source in here and arrow.target in there]
    if any(not arrow.ordered or arrow.source.stage != arrow.target.stage for arrow in onward):
        return False
    chosen = {arrow.source for arrow in arrows if arrow.target in there and not arrow.ordered}
    return any(arrow.target in here and arrow.source in chosen and not (arrow.ordered and onward) for arrow in arrows)


def _spots(look: Look, action: Action) -> set[Spot]:
    """Where an arrow ends that leads to an action: there, or at the stage that begins with it."""
    for number, stage in enumerate(look.stages):
        for index, one in enumerate(stage.actions):
            if one is action:
                return {Spot(number, index), Spot(number)} if index == 0 else {Spot(number, index)}
    return set()


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The handovers at which the feeling falls and nothing tells why; each once, for however many personas."""
    told: set[tuple[int, int]] = set()
    for before, after in _falls(look, limit):
        first, second = before.owner, after.owner
        assert isinstance(first, Action)
        assert isinstance(second, Action)
        left, entered = look.facts.channel_of(first), look.facts.channel_of(second)
        if left is None or entered is None or left == entered or (id(first), id(second)) in told:
            continue
        if is_told(look, stage_of(look, before)) or is_told(look, stage_of(look, after)):
            continue
        if _are_branches(look, first, second):
            continue
        told.add((id(first), id(second)))
        start, end = figure(before.score or 0), figure(after.score or 0)
        yield Finding(
            second,
            f"the feeling falls from {start} to {end} between {shown(first.text)} ({channel_name(look, left)}) and "
            f"{shown(second.text)} ({channel_name(look, entered)}), and no pain or gap says why",
            "write what is lost or hurts there as a gap or a pain",
            "gaps",
            (at_point(look, before, f"{start}, before it falls"),),
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
