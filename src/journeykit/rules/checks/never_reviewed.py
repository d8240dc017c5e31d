"""A map that does not say when it was last reviewed.

Nobody vouches for it. Whoever opens it cannot tell whether it shows the journey of today or of years ago.

`--fix --unsafe-fixes` writes the day of the run: ask for that only where the map has been looked over.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.rules.base import Finding, Mend, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map, without a date of review."""
    if look.journey.reviewed is None:
        yield Finding(
            look.journey,
            "the map does not say when it was last reviewed",
            "look it over with those who meet customers, and write that day under `reviewed:`",
            "reviewed",
            mend=Mend("reviewed", look.today.isoformat(), safe=False, after=("owner", "status", "title")),
        )


RULE = Rule(
    code="JK702",
    name="never-reviewed",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
reviewed:
""",
    good="""\
reviewed: 2026-06-01
""",
)
