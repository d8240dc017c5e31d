"""A stage in which customers compare or buy, and nobody has an objection or a concern.

Nobody has none. Customers who keep a doubt to themselves do not buy, or regret it; only a doubt that is written down
can be met.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import BUYING, Look

_DOUBTS = ("objection", "concern")


def check(look: Look) -> Iterator[Finding]:
    """The stages of evaluation and of buying without a question of kind objection or concern."""
    for stage, role in zip(look.stages, look.roles, strict=True):
        if (role != "evaluation" and role not in BUYING) or look.is_bare(stage):
            continue
        questions = look.facts.moments(stage, "questions")
        if not any(question.kind in _DOUBTS or look.is_faulty(question, "kind") for question in questions):
            yield Finding(
                stage,
                f"nobody objects to anything in {shown(stage.text)}",
                "ask customers what held them back, and write it as a question with `kind: objection` or `concern`",
                "questions",
            )


RULE = Rule(
    code="JK212",
    name="no-objection",
    severity="info",
    doc=__doc__,
    check=check,
    gives_way_to=("JK201",),
    bad="""\
stages:
  - stage: Decision
    questions:
      - question: May I pay by card?
        channels: [shop]
        answer: Yes.
""",
    good="""\
stages:
  - stage: Decision
    questions:
      - question: May I bring it back?
        kind: concern
        channels: [shop]
        answer: Within thirty days.
""",
)
