"""An opportunity that is neither done nor dropped, and whose date has passed.

It was a promise the organisation made to itself. Customers have waited since that day, and a map full of such dates is
believed by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The opportunities still to be done whose `due` is over; a month or a year counts to its last day."""
    for opportunity in look.opportunities:
        if opportunity.state in ("done", "dropped") or not opportunity.due:
            continue
        if look.has_passed(opportunity.due) and not look.is_faulty(opportunity, "state"):
            yield Finding(
                opportunity,
                f"{shown(opportunity.text)} was due {opportunity.due} and is not done",
                "agree on a new `due`, or write `state: done` or `state: dropped`",
                "due",
            )


RULE = Rule(
    code="JK505",
    name="opportunity-overdue",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
opportunities:
  - opportunity: Lend bicycles for a week
    impact: 4
    effort: 3
    state: doing
    owner: Shop team
    due: 2026-09
""",
    good="""\
opportunities:
  - opportunity: Lend bicycles for a week
    impact: 4
    effort: 3
    state: doing
    owner: Shop team
    due: 2027-03
""",
)
