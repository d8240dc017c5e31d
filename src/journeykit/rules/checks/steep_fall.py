"""Feelings fall steeply from one point to the next, and the stage they fall in has no pain, gap or risk.

Customers who were content a moment ago have met something that broke. It should be on the map.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Option, Rule
from journeykit.rules.feelings import TROUBLES, figure, stage_of
from journeykit.rules.look import Look


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The actions or stages in which a curve falls by the limit or more, unexplained."""
    for curve in look.curves.values():
        for (before, after), (start, end) in zip(pairwise(curve.scores), pairwise(curve.points), strict=True):
            if round(before - after, 6) < limit or look.has_issue(stage_of(look, end), *TROUBLES):
                continue
            owner = look.by_address[end.element]
            yield Finding(
                owner,
                f"feelings fall from {figure(before)} to {figure(after)} at {shown(owner.text)}, "
                "and no pain, gap or risk in that stage says what broke",
                "write down what goes wrong there with `pains:`, `gaps:` or `risks:`",
                "emotion",
                (Elsewhere(f"{figure(before)}, before it falls", look.by_address[start.element], "emotion"),),
            )


RULE = Rule(
    code="JK409",
    name="steep-fall",
    severity="info",
    doc=__doc__,
    check=check,
    options={"limit": Option(3, "the fall between neighbouring points from which on it needs an explanation")},
    bad="""\
stages:
  - stage: Evaluation
    actions:
      - {action: Tries three of them, touchpoint: counter, emotion: 2, moment_of_truth: true, evidence: [counts]}
  - stage: Decision
    actions:
      - action: Buys the blue one
        touchpoint: counter
        emotion: {score: -1, feeling: annoyed, because: lights and lock cost extra}
        evidence: [talks]
""",
    good="""\
stages:
  - stage: Evaluation
    actions:
      - {action: Tries three of them, touchpoint: counter, emotion: 2, moment_of_truth: true, evidence: [counts]}
  - stage: Decision
    actions:
      - action: Buys the blue one
        touchpoint: counter
        emotion: {score: -1, feeling: annoyed, because: lights and lock cost extra}
        evidence: [talks]
        pains:
          - {pain: The price on the tag is not the price at the till, evidence: [talks]}
""",
)
