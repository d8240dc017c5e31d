"""The stage of the low point, where that is below 0, has no pain, gap or risk.

The valley is where the value lies. If the worst stage names nothing that goes wrong, nobody can mend it.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.derive import Curve, Point
from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Rule
from journeykit.rules.feelings import TROUBLES, by_stage, figure, whose
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The stages in which a curve is lowest and nothing is said to go wrong."""
    for stage, points in by_stage(look, _low):
        if look.has_issue(stage, *TROUBLES):
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
    return low if low is not None and (low.score or 0) < 0 else None


RULE = Rule(
    code="JK403",
    name="low-without-gap",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Need
    actions:
      - action: Misses the bus again
        channel: web
        emotion: {score: -1, feeling: annoyed, because: it leaves too early}
        evidence: [talks]
""",
    good="""\
stages:
  - stage: Need
    actions:
      - action: Misses the bus again
        channel: web
        emotion: {score: -1, feeling: annoyed, because: it leaves too early}
        evidence: [talks]
        pains:
          - {pain: Half an hour in the rain until the next one, evidence: [counts]}
""",
)
