"""A cast in which no persona is a user, or, where something is bought, none a buyer or payer.

The one who buys is not always the one who uses. Where the map knows only one of them, the other's doubts come as a
surprise. A persona without `role` plays all parts. Patients, pupils and readers of a library buy nothing: nobody is
asked for a buyer where no stage is one of buying or renewing. A part of another map has those who walk that part, and
the whole has the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import BUYING, Look

#: Roles of stages in which somebody decides to pay.
_BOUGHT = BUYING | {"renewal"}


def check(look: Look) -> Iterator[Finding]:
    """The map, where its cast has nobody who uses, or nobody who buys or pays."""
    personas = look.journey.personas
    if any(not persona.role for persona in personas.values()):
        return
    roles = {role for persona in personas.values() for role in persona.role}
    lacks = [] if "user" in roles else ["uses what is bought"]
    if roles.isdisjoint(("buyer", "payer")) and not _BOUGHT.isdisjoint(look.roles):
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
    off_in_part=True,
    bad="""\
personas:
  ana: {role: buyer}
""",
    good="""\
personas:
  ana: {role: [buyer, user]}
""",
)
