"""The stage of the low point, where that is below 0, has no pain, gap or risk.

The valley is where the value lies. If the worst stage names nothing that goes wrong, nobody can mend it. A single
feeling makes no valley. In the first stage the low point may be what sends customers on their way, and nobody's
failing: there its `because` is enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeykit.model.derive import Curve, Point
from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Rule
from journeykit.rules.feelings import TROUBLES, by_stage, figure, whose
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The stages in which a curve is lowest and nothing is said to go wrong."""
    for stage, points in by_stage(look, _low):
        if look.has_issue(stage, *TROUBLES) or (stage is look.stages[0] and _are_told(points.values())):
            continue
        lowest = {point.element: point.score or 0.0 for point in points.values()}
        yield Finding(
            stage,
            f"the low point{whose(look, points)} lies in {shown(stage.text)}, where no pain, gap or risk is named",
            "write down what goes wrong there with `pains:`, `gaps:` or `risks:`",
            "pains",
            tuple(
                Elsewhere(f"the low point, {figure(score)}", look.by_address[address], "emotion")
                for address, score in lowest.items()
            ),
        )


def _low(curve: Curve) -> Point | None:
    low = curve.low
    return low if low is not None and len(curve.points) > 1 and (low.score or 0) < 0 else None


def _are_told(points: Iterable[Point]) -> bool:
    """Whether the reason of each of these feelings is written."""
    return all(point.emotion.because for point in points)


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
