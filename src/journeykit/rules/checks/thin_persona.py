"""A persona without goals, or without the channels it prefers.

A name and a picture are not an archetype. What people want from life here, and where they like to be met, is what
decides on a design. Staff are on the map for what they do, and are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.cast import is_staff
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map's own thin personas; staff, and those written as a plain string, are left alone."""
    for _, persona in look.own("personas"):
        lacks = [field for field in ("goals", "prefers") if not getattr(persona, field)]
        if not lacks or is_staff(persona) or look.is_plain(persona) or look.is_faulty(persona, *lacks):
            continue
        words = {"goals": "goals", "prefers": "preferred channels"}
        missing = f"no {words[lacks[0]]}" if len(lacks) == 1 else "neither goals nor preferred channels"
        yield Finding(
            persona,
            f"{shown(persona.name)} has {missing}",
            f"add what you know of them with {' and '.join(f'`{field}:`' for field in lacks)}",
            lacks[0],
        )


RULE = Rule(
    code="JK803",
    name="thin-persona",
    severity="info",
    doc=__doc__,
    check=check,
    for_library=True,
    bad="""\
personas:
  ana: {goals: []}
""",
    good="""\
personas:
  ana: {goals: [Be at work in time, Save the fare]}
""",
)
