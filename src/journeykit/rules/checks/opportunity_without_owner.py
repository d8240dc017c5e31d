"""An opportunity that is planned, or being worked on, and belongs to nobody.

Everybody agreed that it should be done, so each waits for the others. Customers see no difference between this and
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The opportunities planned or doing without `owner`."""
    for opportunity in look.opportunities:
        if opportunity.state in ("planned", "doing") and not opportunity.owner:
            state = "planned" if opportunity.state == "planned" else "under way"
            yield Finding(
                opportunity,
                f"{shown(opportunity.text)} is {state}, and nobody has taken it on",
                "name with `owner:` who does it",
                "owner",
            )


RULE = Rule(
    code="JK504",
    name="opportunity-without-owner",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
opportunities:
  - {opportunity: Lend bicycles for a week, impact: 4, effort: 3, state: planned, due: 2027-03}
""",
    good="""\
opportunities:
  - opportunity: Lend bicycles for a week
    impact: 4
    effort: 3
    state: planned
    due: 2027-03
    owner: Shop team
""",
)
