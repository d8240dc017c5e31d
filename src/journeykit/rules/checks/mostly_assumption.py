"""A live map in which fewer than half of the claims that are not marked as assumptions cite evidence.

Scored actions, pains, gaps and highlights are claims about customers. A map that says it is live is believed; where
most of it is guesswork, and not marked as that, people decide on a hypothesis in disguise.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import Element
from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Option, Rule
from journeykit.rules.look import Look

#: So many of the claims without evidence are told with the finding.
SHOWN_AT_MOST = 5


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The map as a whole, where `status: live` is written and too few of its claims are backed."""
    journey = look.journey
    if journey.status != "live" or "status" not in journey.model_fields_set:
        return
    claims = list(_claims(look))
    bare = [element for element, backed in claims if not backed]
    backed = len(claims) - len(bare)
    if not claims or backed / len(claims) >= limit / 100:
        return
    cite = "cites" if backed == 1 else "cite"
    share = f"{backed or 'none'} of the {len(claims)} claims in {shown(journey.title)} {cite} evidence"
    if len(claims) == 1:
        share = f"the only claim in {shown(journey.title)} cites no evidence"
    yield Finding(
        journey,
        f"{share}, and the map is called live",
        "cite evidence for what is known, mark what is guessed with `confidence: assumption`, or write `status: draft`",
        "status",
        tuple(Elsewhere(f"{shown(element.text)} cites no evidence", element) for element in bare[:SHOWN_AT_MOST]),
    )


def _claims(look: Look) -> Iterator[tuple[Element, bool]]:
    """The claims that are not marked as assumptions, each with whether it cites evidence, itself or by its emotion."""
    for stage in look.stages:
        for action in stage.actions:
            scored = [emotion for emotion in action.emotion if emotion.score is not None]
            guessed = action.confidence == "assumption" or all(one.confidence == "assumption" for one in scored)
            if scored and not guessed and not look.is_faulty(action, "evidence"):
                yield action, bool(action.evidence or any(emotion.evidence for emotion in action.emotion))
        for field in ("pains", "gaps", "highlights"):
            for element in look.facts.moments(stage, field):
                if not look.is_faulty(element, "evidence"):
                    yield element, bool(element.evidence)


RULE = Rule(
    code="JK603",
    name="mostly-assumption",
    severity="warning",
    doc=__doc__,
    check=check,
    options={"limit": Option(50, "per cent of the claims that have to cite evidence")},
    gives_way_to=("JK601",),
    off_in_future=True,
    bad="""\
stages:
  - stage: Review
    highlights:
      - It goes by itself
      - No more waiting
      - The light works
      - People smile
      - The brakes hold
      - The bell rings
      - The rain stops
""",
    good="""\
stages:
  - stage: Review
    highlights:
      - {highlight: It goes by itself, evidence: [talks]}
      - No more waiting
""",
)
