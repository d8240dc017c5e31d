"""An expansion alert that may ring for customers who are not doing well.

To be sold more while the thing one has does not work is an insult. Those who do well are glad of more; those who do not
need help first.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.conditions import Clause
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Option, Rule
from journeykit.rules.look import Look


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The expansion alerts whose condition has no `health > N` with N of the limit or more."""
    for stage in look.stages:
        for alert in stage.alerts:
            if alert.kind != "expansion" or any(_is_well(clause, limit) for clause in alert.when.clauses):
                continue
            yield Finding(
                alert,
                f"{shown(alert.text)} may ring for customers who are not well",
                f"let it ring for those who are: join `health > {limit:g}` to its condition with `and`",
                "when",
            )


def _is_well(clause: Clause, limit: float) -> bool:
    return clause.subject == "health" and clause.comparison == ">" and (clause.bound or 0) >= limit


RULE = Rule(
    code="JK910",
    name="expansion-when-unwell",
    severity="warning",
    doc=__doc__,
    check=check,
    options={"limit": Option(70, "the health from which customers do well, 0 to 100")},
    bad="""\
stages:
  - stage: Review
    alerts:
      - {alert: Ready for a trailer, when: health > 60, kind: expansion, notify: [Shop team]}
""",
    good="""\
stages:
  - stage: Review
    alerts:
      - {alert: Ready for a trailer, when: health > 70, kind: expansion, notify: [Shop team]}
""",
)
