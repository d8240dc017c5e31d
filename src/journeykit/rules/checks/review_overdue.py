"""The map's review is overdue: the time it gives itself between reviews has passed since the last one.

Customers change, and so do the answers they get. A map that nobody has looked over for a year shows a journey that is
gone; refine it at least that often.

`--fix --unsafe-fixes` writes the day of the run: ask for that only where the map has been looked over.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.derive import freshness
from journeykit.rules.base import Finding, Mend, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map, where its review was due before today."""
    if look.is_faulty(look.journey, "review_every"):
        return
    fresh = freshness(look.journey, look.today)
    if fresh.overdue_days:
        days = "1 day" if fresh.overdue_days == 1 else f"{fresh.overdue_days} days"
        yield Finding(
            look.journey,
            f"the map was due for a review on {fresh.due}, {days} ago",
            "look it over with those who meet customers, and set `reviewed:` to that day",
            "reviewed",
            mend=Mend("reviewed", look.today.isoformat(), safe=False, after=("owner", "status", "title")),
        )


RULE = Rule(
    code="JK701",
    name="review-overdue",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
reviewed: 2025-06-01
review_every: 12 months
""",
    good="""\
reviewed: 2026-06-01
review_every: 12 months
""",
)
