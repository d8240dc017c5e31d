"""A revision that takes over from an earlier one and does not say why.

Next year nobody knows what has changed for customers, and whether it was meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map, where it supersedes another revision without a reason."""
    journey = look.journey
    if journey.supersedes and not journey.why and not look.is_faulty(journey, "why"):
        yield Finding(
            journey,
            f"the map takes over from revision {shown(journey.supersedes)} and does not say why",
            "say in a sentence what has changed with `why:`",
            "supersedes",
        )


RULE = Rule(
    code="JK704",
    name="revision-without-why",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
revision: 2026
supersedes: 2025
""",
    good="""\
revision: 2026
supersedes: 2025
why: The shop lends out bicycles for a day since spring.
""",
)
