"""A persona without evidence.

People whom nobody has met agree with everything that is planned for them. A portrait that rests on no research is the
team in disguise. Staff can be asked in the next room, and are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.cast import is_staff
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map's own personas that cite nothing; staff, and those written as a plain string, are left alone."""
    for _, persona in look.own("personas"):
        if not (persona.evidence or is_staff(persona) or look.is_plain(persona)):
            yield Finding(
                persona,
                f"no research stands behind {shown(persona.name)}",
                "cite what the portrait rests on with `evidence:`",
                "evidence",
            )


RULE = Rule(
    code="JK806",
    name="persona-unvalidated",
    severity="info",
    doc=__doc__,
    check=check,
    for_library=True,
    gives_way_to=("JK601",),
    bad="""\
personas:
  ana: {evidence: []}
""",
    good="""\
personas:
  ana: {evidence: [talks]}
""",
)
