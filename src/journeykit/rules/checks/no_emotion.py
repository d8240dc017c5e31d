"""A stage in which nothing is known of what customers feel: no score and no word for it, its own or its actions'.

Know how they feel at all times. Where nobody asked, the curve breaks off, and what happens there goes unseen.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import Action, Stage
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.together import either_of, in_stages


def check(look: Look) -> Iterator[Finding]:
    """The stages that neither feel themselves nor have an action that does."""
    mend = "give the stage or its actions an `emotion:`, a number from −2 to 2 or a word"
    found = [
        Finding(stage, f"nothing says how customers feel in {shown(stage.text)}", mend, "emotion")
        for stage in look.stages
        if not (any(_feels(look, owner) for owner in (*stage.actions, stage)) or look.is_bare(stage))
    ]
    return in_stages(
        look,
        found,
        lambda count: Finding(
            look.journey,
            f"nothing says how customers feel in {either_of(count, 'stages', 'stage')}",
            "give each stage or its actions an `emotion:`, a number from −2 to 2 or a word",
            "stages",
        ),
    )


def _feels(look: Look, owner: Action | Stage) -> bool:
    for emotion in owner.emotion:
        if emotion.score is not None or emotion.feeling:
            return True
    return look.is_faulty(owner, "emotion", "score", "feeling")


RULE = Rule(
    code="JK401",
    name="no-emotion",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Discovery
    actions:
      - action: Looks at bicycles in the shop
        touchpoint: counter
        evidence: [talks]
""",
    good="""\
stages:
  - stage: Discovery
    actions:
      - action: Looks at bicycles in the shop
        touchpoint: counter
        emotion: {score: 0.5, feeling: curious}
        evidence: [talks]
""",
)
