"""An open gap or pain of high or critical severity with no opportunity on it.

It was seen, it was called grave, and it was left. Customers go on being hurt by something that everybody who reads the
map knows about. Where the stage has opportunities of its own, this is a note: one of them may be meant. A research map
in which nothing has an opportunity yet hears so once.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import Gap, Pain
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.together import none_of, together


def check(look: Look) -> Iterator[Finding]:
    """The open gaps and pains (their state is open or planned) that are grave, and that nothing is to mend."""
    grave = [
        element
        for element in look.facts.gaps.elements
        if element.severity in ("high", "critical") and not element.opportunities
    ]
    beside = _beside(look) if grave else frozenset()
    found = list(_found(look, grave, beside))
    if look.journey.state != "research" or beside or _is_mended(look):
        return iter(found)
    none = none_of(len(found), "grave gaps and pains", "of the two grave gaps and pains")
    return together(
        look,
        found,
        len(found),
        lambda: Finding(
            look.journey,
            f"{none} has an opportunity yet",
            "write the ideas there are under the `opportunities:` of the gap or pain they mend",
            "stages",
        ),
    )


def _found(look: Look, grave: list[Gap | Pain], beside: frozenset[int]) -> Iterator[Finding]:
    for element in grave:
        if look.is_faulty(element, "state"):
            continue
        kind = f"a {element.noun} of {element.severity} severity"
        if id(element) in beside:
            yield Finding(
                element,
                f"no opportunity stands under {shown(element.text)}, {kind}, though the stage has some",
                "move the one that mends it under its `opportunities:`, so that it is ranked by what it mends",
                "opportunities",
                severity="info",
            )
        else:
            yield Finding(
                element,
                f"nobody says what could be done about {shown(element.text)}, {kind}",
                "write an idea on it, under `opportunities:`",
                "opportunities",
            )


def _is_mended(look: Look) -> bool:
    """Whether any gap or pain has an opportunity."""
    return any(one.opportunities for field in ("gaps", "pains") for one in look.facts.every(field))


def _beside(look: Look) -> frozenset[int]:
    """The gaps and pains, by their `id()`, of stages that have opportunities which stand under none of them."""
    stages = [stage for stage in look.stages if look.has_issue(stage, "opportunities")]
    fields = ("gaps", "pains")
    return frozenset(id(one) for stage in stages for field in fields for one in look.facts.moments(stage, field))


RULE = Rule(
    code="JK502",
    name="gap-without-opportunity",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Review
    pains:
      - pain: The saddle hurts after an hour
        severity: high
        evidence: [talks]
""",
    good="""\
stages:
  - stage: Review
    pains:
      - pain: The saddle hurts after an hour
        severity: high
        evidence: [talks]
        opportunities:
          - {opportunity: Try other saddles for a week, impact: 3, effort: 3}
""",
)
