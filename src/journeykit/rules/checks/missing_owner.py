"""A map without an owner.

Nobody keeps it, so nobody mends it when the journey changes, and nobody can be asked about it.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map, without an owner."""
    if look.journey.owner is None:
        yield Finding(
            look.journey,
            "the map has no owner",
            "name the person or team that keeps it under `owner:`",
            "owner",
        )


RULE = Rule(
    code="JK703",
    name="missing-owner",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
owner:
""",
    good="""\
owner: Shop team
""",
)
