"""A question that does not say where customers look for the answer: it has no channels.

An answer helps only where people look for it. Without the channels nobody can tell whether it is given in the right
place.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The questions without channels, but for those that are a plain text so far."""
    for state in look.facts.asked:
        question = state.question
        if not question.channels and not look.is_plain(question):
            yield Finding(
                question,
                f"nobody knows where customers look for the answer to {shown(question.text)}",
                "name the channels in which they ask under `channels:`",
                "channels",
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
