"""An emotion that is desired to be no better than it is.

Either nobody wants anything better for customers there, or it is a slip of the pen. Where they feel as well as the
scale allows there is nothing better to want, and keeping it so is an aim.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.feelings import place_of
from journeykit.rules.look import Look

#: The top of the scale of scores.
_BEST = 2


def check(look: Look) -> Iterator[Finding]:
    """The scored emotions of stages and actions whose `desired` is at or below the score."""
    for owner, emotion in look.felt:
        score, desired = emotion.score, emotion.desired
        if score is None or desired is None or desired > score or desired == score == _BEST:
            continue
        wanted = "no better" if desired == score else f"worse ({_signed(desired)})"
        yield Finding(
            owner,
            f"the feeling desired at {shown(owner.text)} is {wanted} than the one they have ({_signed(score)})",
            "write the score you want them to have under `desired:`, above the one they have; or leave it out",
            "emotion",
            span=place_of(look, owner, emotion),
        )


def _signed(score: float) -> str:
    """A score as maps show it: with the minus sign."""
    return f"{score:g}".replace("-", "−")


RULE = Rule(
    code="JK511",
    name="desired-not-better",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Decision
    emotion: {score: 1, feeling: glad, desired: -1}
""",
    good="""\
stages:
  - stage: Decision
    emotion: {score: 1, feeling: glad, desired: 2}
""",
)
