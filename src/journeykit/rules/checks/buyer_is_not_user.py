"""A cast in which no persona is a user, or none a buyer or payer.

The one who buys is not always the one who uses. Where the map knows only one of them, the other's doubts come as a
surprise. A persona without `role` plays all parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map, where its cast has nobody who uses, or nobody who buys or pays."""
    personas = look.journey.personas
    if any(not persona.role for persona in personas.values()):
        return
    roles = {role for persona in personas.values() for role in persona.role}
    lacks = [] if "user" in roles else ["uses what is bought"]
    if roles.isdisjoint(("buyer", "payer")):
        lacks.append("buys or pays")
    if lacks:
        yield Finding(
            look.journey,
            f"nobody on the cast {', and nobody '.join(lacks)}",
            "add the persona who does, or give that part to one of these with `role:`",
            "personas",
        )


RULE = Rule(
    code="JK805",
    name="buyer-is-not-user",
    severity="info",
    doc=__doc__,
    check=check,
    gives_way_to=("JK801",),
    bad="""\
personas:
  ana: {role: buyer}
""",
    good="""\
personas:
  ana: {role: [buyer, user]}
""",
)
