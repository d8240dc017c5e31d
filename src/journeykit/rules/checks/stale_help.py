"""Live help that was last brought up to date more than twelve months ago.

Old answers are wrong answers: a price, a form or a phone number has changed since, and those who trusted the help are
sent the wrong way.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Option, Rule
from journeykit.rules.look import Look


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The map's own live help whose `updated` is older than so many months; help without the date is left alone."""
    for _, help_ in look.own("help"):
        if not help_.updated or not look.facts.is_live(help_) or look.is_faulty(help_, "state"):
            continue
        if look.is_older(help_.updated, limit):
            since = f"since {help_.updated}, more than {limit:g} months ago"
            yield Finding(
                help_,
                f"{shown(help_.name)} has not been brought up to date {since}",
                "read it again, mend what has changed, and write the new date under `updated:`",
                "updated",
            )


RULE = Rule(
    code="JK209",
    name="stale-help",
    severity="warning",
    doc=__doc__,
    check=check,
    for_library=True,
    options={"limit": Option(12, "Months after which help counts as old.")},
    bad="""\
help:
  guide: {updated: 2025-05}
""",
    good="""\
help:
  guide: {updated: 2026-05}
""",
)
