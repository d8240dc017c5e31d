"""The first stage after the purchase offers no live help.

Right after they have decided, customers ask themselves whether it was a mistake. A welcome, a first step or somebody
else's story puts that doubt to rest; silence lets it grow until they send the thing back.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import Stage
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look

#: Without a buying stage, the roles of the stage that comes after one.
_FIRST_AFTER = ("review", "experience", "onboarding")


def check(look: Look) -> Iterator[Finding]:
    """The stage after the last buying one, where nothing live is offered: by the stage, its questions or its risks."""
    stage = _after_buying(look)
    if stage is None or look.is_bare(stage):
        return
    library = look.journey.help
    offered = [*stage.help]
    for question in look.facts.moments(stage, "questions"):
        offered += question.help
    for risk in look.facts.moments(stage, "risks"):
        offered += risk.mitigations
    if not any(key in library and look.facts.is_live(library[key]) for key in offered):
        yield Finding(
            stage,
            f"nothing reassures customers in {shown(stage.text)}, right after they have decided",
            "offer help there that confirms their choice, such as a welcome, a first step or others' stories",
            "help",
        )


def _after_buying(look: Look) -> Stage | None:
    if look.last_buying is None:
        return next((stage for stage, role in zip(look.stages, look.roles, strict=True) if role in _FIRST_AFTER), None)
    return look.stages[look.last_buying + 1] if look.last_buying + 1 < len(look.stages) else None


RULE = Rule(
    code="JK210",
    name="no-reassurance",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Evaluation
    help: [stories]
  - stage: Review
    help:
    questions:
      - {question: Who mends it?, channels: [shop], answer: We do.}
""",
    good="""\
stages:
  - stage: Evaluation
    help: [stories]
  - stage: Review
    help: [stories]
    questions:
      - {question: Who mends it?, channels: [shop], answer: We do.}
""",
)
