"""Planned help, or an opportunity planned or being worked on, without a date.

Some day is no day. Without a date nobody notices that customers are still waiting.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map's own planned help, and the opportunities planned or doing, without `due`.

    In a future map planned help counts as live, and needs no date.
    """
    for _, help_ in look.own("help"):
        if help_.state == "planned" and not help_.due and not look.facts.is_live(help_):
            yield Finding(
                help_,
                f"{shown(help_.name)} is planned, and nobody says for when",
                "write under `due:` when it will be there",
                "due",
            )
    for opportunity in look.opportunities:
        if opportunity.state in ("planned", "doing") and not opportunity.due:
            state = (
                "planned, and nobody says for when"
                if opportunity.state == "planned"
                else "under way, and nobody says until when"
            )
            yield Finding(
                opportunity,
                f"{shown(opportunity.text)} is {state}",
                "write under `due:` when it will be done",
                "due",
            )


RULE = Rule(
    code="JK510",
    name="planned-without-date",
    severity="info",
    doc=__doc__,
    check=check,
    for_library=True,
    bad="""\
opportunities:
  - {opportunity: Lend bicycles for a week, impact: 4, effort: 3, state: planned, owner: Shop team}
""",
    good="""\
opportunities:
  - opportunity: Lend bicycles for a week
    impact: 4
    effort: 3
    state: planned
    owner: Shop team
    due: 2027-03
""",
)
