"""An opportunity of great impact and little effort that is still an idea.

It is the cheapest way up there is. As long as it lies there, customers do without something that could be theirs next
week.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Option, Rule
from journeykit.rules.look import Look


def check(look: Look, impact: float, effort: float) -> Iterator[Finding]:
    """The ideas of at least this impact, and at most this effort."""
    for opportunity in look.opportunities:
        if opportunity.state != "idea" or opportunity.impact is None or opportunity.effort is None:
            continue
        if opportunity.impact >= impact and opportunity.effort <= effort:
            yield Finding(
                opportunity,
                f"{shown(opportunity.text)} is a quick win (impact {opportunity.impact:g}, effort "
                f"{opportunity.effort:g}) and still an idea",
                "plan it: `state: planned` with an `owner` and a `due`; or drop it",
                "state",
            )


RULE = Rule(
    code="JK507",
    name="quick-win-idle",
    severity="info",
    doc=__doc__,
    check=check,
    options={
        "impact": Option(4, "The least impact of a quick win, 1 to 5."),
        "effort": Option(2, "The most effort of a quick win, 1 to 5."),
    },
    bad="""\
opportunities:
  - {opportunity: Lend a lock with every bicycle, impact: 4, effort: 1}
""",
    good="""\
opportunities:
  - opportunity: Lend a lock with every bicycle
    impact: 4
    effort: 1
    state: planned
    owner: Shop team
    due: 2027-03
""",
)
