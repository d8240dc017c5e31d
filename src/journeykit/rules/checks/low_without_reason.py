"""An emotion of −1 or lower that does not say why.

When customers are dissatisfied, somebody has to know the reason. A low score alone says that it hurts, and not what to
mend.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import Action, Emotion, Stage
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.feelings import figure, of_whom, place_of
from journeykit.rules.look import Look
from journeykit.source.position import Span


def check(look: Look) -> Iterator[Finding]:
    """The low emotions without `because`; those of an action or a stage that are equal are told once."""
    found: dict[tuple[int, Span | None], tuple[Action | Stage, list[Emotion]]] = {}
    for owner, emotion in look.felt:
        if emotion.score is None or emotion.score > -1 or emotion.because or look.is_faulty(owner, "because"):
            continue
        found.setdefault((id(owner), place_of(look, owner, emotion)), (owner, []))[1].append(emotion)
    for (_, span), (owner, emotions) in found.items():
        score = figure(emotions[0].score or 0)
        yield Finding(
            owner,
            f"no reason is given for the {score} at {shown(owner.text)}{of_whom(look, owner, emotions)}",
            "say why with `because:` in the emotion; if nobody knows, ask those who felt it",
            "emotion",
            span=span,
        )


RULE = Rule(
    code="JK402",
    name="low-without-reason",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Need
    actions:
      - action: Misses the bus again
        channel: web
        emotion: {score: -1, feeling: annoyed}
        evidence: [talks]
        pains:
          - {pain: The bus leaves too early, evidence: [counts]}
""",
    good="""\
stages:
  - stage: Need
    actions:
      - action: Misses the bus again
        channel: web
        emotion: {score: -1, feeling: annoyed, because: the app shows the old timetable}
        evidence: [talks]
        pains:
          - {pain: The bus leaves too early, evidence: [counts]}
""",
)
