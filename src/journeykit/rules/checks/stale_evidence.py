"""Evidence that the map cites and that is older than two years.

Customers change, and so does what they compare you with. What they said some years ago tells about a journey that they
no longer make.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Option, Rule
from journeykit.rules.look import Look


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The map's own pieces of evidence that are cited and too old; the last day of a month or a year counts."""
    for key, evidence in look.own("evidence"):
        if evidence.date is not None and look.is_older(evidence.date, limit) and key not in look.uncited:
            yield Finding(
                evidence,
                f"{shown(evidence.name)} dates from {evidence.date}, more than {limit:g} months ago",
                "ask customers again, and cite what they say now",
                "date",
            )


RULE = Rule(
    code="JK604",
    name="stale-evidence",
    severity="warning",
    doc=__doc__,
    check=check,
    options={"limit": Option(24, "months after which evidence is old")},
    off_in_future=True,
    bad="""\
evidence:
  talks: {date: 2024-03}
""",
    good="""\
evidence:
  talks: {date: 2026-03}
""",
)
