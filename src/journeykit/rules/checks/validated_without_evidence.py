"""An action or a feeling that is marked as validated and cites no evidence.

To call something proven is a claim that others build on: they stop asking customers. A claim of proof with no proof is
worse than a guess that says it is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import Action
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Mend, Rule
from journeykit.rules.feelings import place_of
from journeykit.rules.look import Look

HINT = "cite the research with `evidence:`, or write `confidence: reasoned` or `assumption`"


def check(look: Look) -> Iterator[Finding]:
    """Actions and emotions that are validated; the evidence of an action and that of its emotion count for both."""
    for stage in look.stages:
        for owner in (stage, *stage.actions):
            emotions = owner.emotion
            action = owner if isinstance(owner, Action) else None
            if action is not None:
                if action.evidence or look.is_faulty(action, "evidence"):
                    continue
                if action.confidence == "validated" and not any(emotion.evidence for emotion in emotions):
                    message = f"{shown(action.text)} is marked as validated, and cites no evidence"
                    yield Finding(
                        action, message, HINT, "confidence", mend=Mend("confidence", "assumption", safe=False)
                    )
                    continue
            for emotion in emotions:
                if emotion.confidence == "validated" and not emotion.evidence:
                    message = f"the feeling at {shown(owner.text)} is marked as validated, and cites no evidence"
                    yield Finding(owner, message, HINT, "emotion", span=place_of(look, owner, emotion))


RULE = Rule(
    code="JK602",
    name="validated-without-evidence",
    severity="error",
    doc=__doc__,
    check=check,
    keeps_severity=True,
    bad="""\
stages:
  - stage: Discovery
    actions:
      - action: Looks at bicycles in the shop
        touchpoint: counter
        emotion: {score: 0, desired: 1}
        confidence: validated
""",
    good="""\
stages:
  - stage: Discovery
    actions:
      - action: Looks at bicycles in the shop
        touchpoint: counter
        emotion: {score: 0, desired: 1}
        confidence: validated
        evidence: [talks]
""",
)
