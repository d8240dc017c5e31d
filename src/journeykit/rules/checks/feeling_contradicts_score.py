"""A feeling and its score that cannot both be right: a good word with a score below 0, or a bad one above.

One of the two is a slip, and whoever reads the curve believes the wrong one. Only words that the list of the map's
language knows are judged; a score of 0 contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.feelings import figure, place_of
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The emotions whose word is listed with the opposite sign of their score."""
    for owner, emotion in look.felt:
        if not emotion.score or not emotion.feeling:
            continue
        sign = look.words.sign(emotion.feeling)
        if sign * emotion.score >= 0:
            continue
        is_what = "a good feeling" if sign > 0 else "a bad feeling"
        yield Finding(
            owner,
            f"{shown(emotion.feeling)} is {is_what}, but its score at {shown(owner.text)} is {figure(emotion.score)}",
            "put the word or the score right",
            "emotion",
            span=place_of(look, owner, emotion),
        )


RULE = Rule(
    code="JK406",
    name="feeling-contradicts-score",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Decision
    actions:
      - action: Buys the blue one
        touchpoint: counter
        emotion: {score: 1, feeling: worried}
        evidence: [talks]
""",
    good="""\
stages:
  - stage: Decision
    actions:
      - action: Buys the blue one
        touchpoint: counter
        emotion: {score: 1, feeling: relieved}
        evidence: [talks]
""",
)
