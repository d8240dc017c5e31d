"""A stage in which customers ask nothing: no question of its own, and none of its actions.

Customers ask something everywhere. Where a map holds no question, nobody listened there, and help is designed from
what the organisation would like to say instead of what customers need to hear.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import Stage
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.together import either_of, in_stages

#: How a question ends, in Latin, Chinese and Arabic script.
_ASKING = ("?", "？", "؟")


def check(look: Look) -> Iterator[Finding]:
    """The stages without a question; those with nothing but their name are told as empty already."""
    found = [
        Finding(stage, f"nobody asks anything in {shown(stage.text)}", _hint(look, stage), "questions")
        for stage in look.stages
        if not (look.has_issue(stage, "questions") or look.is_bare(stage))
    ]
    return in_stages(
        look,
        found,
        lambda count: Finding(
            look.journey,
            f"nobody asks anything in {either_of(count, 'stages', 'stage')}",
            _hint(look, *look.stages),
            "stages",
        ),
    )


def _hint(look: Look, *stages: Stage) -> str:
    """What to write; a thought that ends as a question does shows that somebody asks, and only the key is another."""
    for stage in stages:
        for thought in look.facts.moments(stage, "thoughts"):
            if thought.text.rstrip().endswith(_ASKING):
                text = shown(thought.text)
                return f"they do in their thoughts: write {text} under `questions:`, where help can answer it"
    return "write down what customers ask there, in their words, under `questions:`"


RULE = Rule(
    code="JK201",
    name="no-questions",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Need
    questions:
""",
    good="""\
stages:
  - stage: Need
    questions:
      - question: Is a bicycle faster?
        channels: [web]
        help: [guide]
""",
)
