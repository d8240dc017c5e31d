"""Three or more scores that hardly differ: the best and the worst are nearly the same.

No journey feels the same from its first step to its last. A flat curve says that nobody asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.rules.base import Finding, Option, Rule
from journeykit.rules.feelings import figure, whose
from journeykit.rules.look import Look


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The map, where the range of a curve is below the limit."""
    flat = []
    for persona, curve in look.curves.items():
        scores = curve.scores
        if len(scores) >= 3 and round(max(scores) - min(scores), 6) < limit:
            flat.append(persona)
    if flat:
        yield Finding(
            look.journey,
            f"the curve{whose(look, flat)} is flat: the worst moment and the best lie less than {figure(limit)} apart",
            "ask customers which moments were worse and which better, and score them so",
            "stages",
        )


RULE = Rule(
    code="JK404",
    name="flat-curve",
    severity="warning",
    doc=__doc__,
    check=check,
    options={"limit": Option(1, "the range from the lowest to the highest score, below which a curve is flat")},
    gives_way_to=("JK405",),
    bad="""\
stages:
  - stage: Need
    actions:
      - action: Misses the bus again
        channel: web
        emotion: 0
        evidence: [talks]
        pains:
          - {pain: The bus leaves too early, evidence: [counts]}
  - stage: Evaluation
    actions:
      - {action: Tries three of them, touchpoint: counter, emotion: 0.5, moment_of_truth: true, evidence: [counts]}
  - stage: Decision
    actions:
      - {action: Buys the blue one, touchpoint: counter, emotion: 0.5, evidence: [talks]}
  - stage: Review
    actions:
      - {action: Rides to work, channel: shop, emotion: 0.5, advocacy: true, evidence: [counts]}
""",
    good="""\
stages:
  - stage: Evaluation
    actions:
      - {action: Tries three of them, touchpoint: counter, emotion: 0.5, moment_of_truth: true, evidence: [counts]}
  - stage: Decision
    actions:
      - {action: Buys the blue one, touchpoint: counter, emotion: 1, evidence: [talks]}
  - stage: Review
    actions:
      - {action: Rides to work, channel: shop, emotion: 2, advocacy: true, evidence: [counts]}
""",
)
