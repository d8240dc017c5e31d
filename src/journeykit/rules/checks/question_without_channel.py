"""A question that does not say where customers look for the answer: it has no channels.

An answer helps only where people look for it. Without the channels nobody can tell whether it is given in the right
place.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.together import none_of, together


def check(look: Look) -> Iterator[Finding]:
    """The questions without channels, but for those that are a plain text so far."""
    questions = [state.question for state in look.facts.asked if not look.is_plain(state.question)]
    found = [
        Finding(
            question,
            f"nobody knows where customers look for the answer to {shown(question.text)}",
            "name the channels in which they ask under `channels:`",
            "channels",
        )
        for question in questions
        if not question.channels
    ]
    return together(
        look,
        found,
        len(questions),
        lambda: Finding(
            look.journey,
            f"{none_of(len(questions), 'questions', 'question')} says where customers look for the answer",
            "name at each the channels in which they ask under `channels:`",
            "stages",
        ),
    )


RULE = Rule(
    code="JK205",
    name="question-without-channel",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Discovery
    questions:
      - question: Which kinds are there?
        help: [guide]
""",
    good="""\
stages:
  - stage: Discovery
    questions:
      - question: Which kinds are there?
        channels: [shop]
        help: [guide]
""",
)
