"""A map on which nothing ever goes wrong: three or more scores, none below 0, and no pain, gap, risk, leave or branch.

Such a map is a brochure. What customers put up with is what there is to learn from it, and it has been left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.rules.base import Finding, Rule
from journeykit.rules.feelings import TROUBLES, whose
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map, where a curve never falls below 0 and nothing else tells of trouble."""
    smiling = []
    for persona, curve in look.curves.items():
        scores = curve.scores
        if len(scores) >= 3 and min(scores) >= 0:
            smiling.append(persona)
    if smiling and not _tells_of_trouble(look):
        yield Finding(
            look.journey,
            f"nothing goes wrong here{whose(look, smiling)}: no score below 0, and no pain, gap, risk, leave or branch",
            "ask customers where it hurt and who gave up, and map that too",
            "stages",
        )


def _tells_of_trouble(look: Look) -> bool:
    if look.journey.risks or any(stage.leaves or look.has_issue(stage, *TROUBLES) for stage in look.stages):
        return True
    return any(len(action.next) > 1 or any(arrow.when for arrow in action.next) for _, action in look.actions)


RULE = Rule(
    code="JK405",
    name="happy-path-only",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Need
    actions:
      - action: Misses the bus again
        channel: web
        emotion: {score: 0, feeling: used to it}
        evidence: [talks]
""",
    good="""\
stages:
  - stage: Need
    actions:
      - action: Misses the bus again
        channel: web
        emotion: {score: 0, feeling: used to it}
        evidence: [talks]
    leaves:
      - {leave: Buys a car, because: it rains, share: 10%}
""",
)
