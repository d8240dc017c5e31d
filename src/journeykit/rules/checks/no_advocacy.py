"""The happiest stage lies after the purchase, and nobody is asked there for a review, a recommendation or a story.

A satisfied customer is a story to tell. The best moment to ask for it is the one at which they feel best.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.derive import Curve, Point
from journeykit.model.elements import Stage
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.feelings import by_stage, whose
from journeykit.rules.look import Look

_ASKING = frozenset({"testimonial", "review", "referral"})


def check(look: Look) -> Iterator[Finding]:
    """The stages after the last buying one in which a curve is highest and nobody is asked to tell."""
    if look.last_buying is None:
        return
    after = set(look.ids[look.last_buying + 1 :])
    for stage, points in by_stage(look, _peak):
        if next(iter(points.values())).stage not in after or _asks(look, stage):
            continue
        yield Finding(
            stage,
            f"the peak{whose(look, points)} lies in {shown(stage.text)}, "
            "and nobody is asked there for a review, a recommendation or a story",
            "offer help of kind review, referral or testimonial there, "
            "or mark the action in which they speak for you with `advocacy: yes`",
            "help",
        )


def _peak(curve: Curve) -> Point | None:
    peak = curve.peak
    return peak if peak is not None and (peak.score or 0) >= 1 else None


def _asks(look: Look, stage: Stage) -> bool:
    if any(action.advocacy or look.is_faulty(action, "advocacy") for action in stage.actions):
        return True
    offered = list(stage.help)
    offered += [key for question in look.facts.moments(stage, "questions") for key in question.help]
    offered += [key for risk in look.facts.moments(stage, "risks") for key in risk.mitigations]
    found = (look.journey.help.get(key) for key in offered)
    return any(help_ is not None and help_.kind in _ASKING and help_.state != "retired" for help_ in found)


RULE = Rule(
    code="JK410",
    name="no-advocacy",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Evaluation
    help: [stories]
  - stage: Review
    help: [guide]
    actions:
      - {action: Rides to work, channel: shop, emotion: 2, evidence: [counts]}
    questions:
      - {question: Who mends it?, channels: [shop], answer: We do.}
""",
    good="""\
stages:
  - stage: Evaluation
    help: [stories]
  - stage: Review
    help: [guide]
    actions:
      - {action: Rides to work, channel: shop, emotion: 2, evidence: [counts]}
      - {action: Tells the others at work, channel: shop, advocacy: true}
    questions:
      - {question: Who mends it?, channels: [shop], answer: We do.}
""",
)
