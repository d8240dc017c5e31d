"""More than one persona marked as primary, or several personas and none marked.

A map has one point of view: one curve, one set of questions. A journey that is two people's at once is nobody's, and
hides where their ways part. Staff are no customers: one customer and those who serve them need no mark, unless the one
who is named first, and so taken for the primary persona, is of the staff.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import Element
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Mend, Rule
from journeykit.rules.cast import is_staff
from journeykit.rules.look import Look
from journeykit.rules.together import none_of
from journeykit.rules.wording import listed


def check(look: Look) -> Iterator[Finding]:
    """The second persona marked, or the map where of several none is."""
    personas = look.journey.personas
    if len(personas) < 2:
        return
    marked = {key: persona for key, persona in personas.items() if persona.primary}
    if any(look.is_faulty(persona, "primary") for persona in personas.values()):
        return
    if not marked:
        yield from _unmarked(look)
    elif len(marked) > 1:
        element: Element = next((marked[key] for key in list(marked)[1:] if look.is_own("personas", key)), look.journey)
        yield Finding(
            element,
            f"{listed(persona.name for persona in marked.values())} are {'both' if len(marked) == 2 else 'all'} marked "
            "as primary",
            "leave `primary: true` at the one whose journey this is, and give the other a map or a curve of its own",
            "personas" if element is look.journey else "primary",
        )


def _unmarked(look: Look) -> Iterator[Finding]:
    """The map, where the primary one of several customers is not marked, or somebody of the staff is taken for it."""
    customers = {key: persona for key, persona in look.journey.personas.items() if not is_staff(persona)}
    taken = look.journey.personas[look.facts.primary]
    if not customers or (len(customers) == 1 and not is_staff(taken)):
        return
    none = none_of(len(customers), "personas", "persona") if len(customers) > 1 else "no persona"
    key, first = next(iter(customers.items()))
    is_own = look.is_own("personas", key)
    who = f"{shown(taken.name)}{', of the staff,' if is_staff(taken) else ''}"
    yield Finding(
        look.journey,
        f"{none} is marked as primary, so {who} is taken for it",
        "write `primary: true` at the one whose journey this is",
        "personas",
        severity="info",
        mend=Mend("primary", "true", safe=False, after=("name", "role"), element=first) if is_own else None,
    )


RULE = Rule(
    code="JK802",
    name="primary-persona",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
personas:
  ben: {name: Ben, primary: true, goals: [Ride along], prefers: [shop], evidence: [talks]}
stages:
  - stage: Decision
    actions:
      - action: Buys the blue one
        persona: [ana, ben]
        touchpoint: counter
        emotion: {score: 1, desired: 2}
        evidence: [talks]
""",
    good="""\
personas:
  ben: {name: Ben, goals: [Ride along], prefers: [shop], evidence: [talks]}
stages:
  - stage: Decision
    actions:
      - action: Buys the blue one
        persona: [ana, ben]
        touchpoint: counter
        emotion: {score: 1, desired: 2}
        evidence: [talks]
""",
)
