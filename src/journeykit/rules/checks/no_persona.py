"""A map without personas.

A journey is always somebody's. Without a face, every team walks it as somebody else, most often as itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map, where nobody walks it."""
    if not look.journey.personas:
        yield Finding(
            look.journey,
            "nobody walks this journey: the map has no persona",
            "say whose journey it is with `personas:`",
            "personas",
        )


RULE = Rule(
    code="JK801",
    name="no-persona",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
personas:
""",
    good="""\
personas:
  ana: {name: Ana, prefers: [shop], goals: [Be at work in time], evidence: [talks]}
""",
)
