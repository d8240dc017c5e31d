"""Feelings fall steeply from one point to the next, and the stage they fall in has no pain, gap or risk.

Customers who were content a moment ago have met something that broke. It should be on the map.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Option, Rule
from journeykit.rules.feelings import TROUBLES, at_point, figure, place_of, stage_of
from journeykit.rules.look import Look


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The actions or stages in which a curve falls by the limit or more, unexplained."""
    for curve in look.curves.values():
        for start, end, by in curve.falls:
            if round(by, 6) < limit or look.has_issue(stage_of(look, end), *TROUBLES):
                continue
            before, after = figure(start.score or 0), figure(end.score or 0)
            yield Finding(
                end.owner,
                f"feelings fall from {before} to {after} at {shown(end.owner.text)}, "
                "and no pain, gap or risk in that stage says what broke",
                "write down what goes wrong there with `pains:`, `gaps:` or `risks:`",
                "emotion",
                (at_point(look, start, f"{before}, before it falls"),),
                span=place_of(look, end.owner, end.emotion),
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
