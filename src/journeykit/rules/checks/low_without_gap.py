"""The stage of the low point, where that is below 0, has no pain, gap or risk.

The valley is where the value lies. If the worst stage names nothing that goes wrong, nobody can mend it. A single
feeling makes no valley. In the first stage the low point may be what sends customers on their way, and nobody's
failing: there the `because` of who feels it is enough.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.derive import Curve, Point
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.feelings import TROUBLES, at_point, by_stage, figure, whose
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The stages in which a curve is lowest and nothing is said to go wrong."""
    for stage, points in by_stage(look, _low):
        if look.has_issue(stage, *TROUBLES):
            continue
        if stage is look.stages[0]:
            points = {persona: point for persona, point in points.items() if not point.emotion.because}
            if not points:
                continue
        lowest = [at_point(look, point, f"the low point, {figure(point.score or 0)}") for point in points.values()]
        yield Finding(
            stage,
            f"the low point{whose(look, points)} lies in {shown(stage.text)}, where no pain, gap or risk is named",
            "write down what goes wrong there with `pains:`, `gaps:` or `risks:`",
            "pains",
            tuple({(id(other.element), other.span): other for other in lowest}.values()),
        )


def _low(curve: Curve) -> Point | None:
    low = curve.low
    return low if low is not None and len(curve.points) > 1 and (low.score or 0) < 0 else None


RULE = Rule(
    code="JK403",
    name="low-without-gap",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Discovery
    actions:
      - action: Looks at bicycles in the shop
        touchpoint: counter
        emotion: {score: -1.5, feeling: lost, because: nobody asks what it is for, desired: 1}
        evidence: [talks]
""",
    good="""\
stages:
  - stage: Discovery
    actions:
      - action: Looks at bicycles in the shop
        touchpoint: counter
        emotion: {score: -1.5, feeling: lost, because: nobody asks what it is for, desired: 1}
        evidence: [talks]
        pains:
          - {pain: Forty bicycles and nobody to ask, evidence: [counts]}
""",
)
