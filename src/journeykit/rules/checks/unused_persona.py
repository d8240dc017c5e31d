"""A persona that is not the primary one and that nothing in the stages names.

They stand on the cast and never on the stage. Either they walk this journey, and nobody has asked how, or the map is
not theirs.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look, unused


def check(look: Look) -> Iterator[Finding]:
    """The map's own personas that nothing in the stages names."""
    cast = {key: persona for key, persona in look.own("personas") if key != look.facts.primary and not persona.primary}
    idle = unused(cast, look.named("persona"))
    for key, persona in cast.items():
        if key in idle:
            yield Finding(
                persona,
                f"{shown(persona.name)} is on the cast, and in no stage",
                f"name what they do, ask or feel with `persona: {key}`, or take them out",
            )


RULE = Rule(
    code="JK804",
    name="unused-persona",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
personas:
  ben: {name: Ben, goals: [Ride along], prefers: [shop], evidence: [talks]}
""",
    good="""\
personas:
  ben: {name: Ben, goals: [Ride along], prefers: [shop], evidence: [talks]}
stages:
  - stage: Review
    questions:
      - {question: Who mends it?, persona: ben, channels: [shop], help: [stories]}
""",
)
