"""A question that nothing answers: no answer of its own, and no help that is live, planned or drafted.

Customers who find no answer here ask somewhere else, or leave. These questions are the map's first to-do list. A
research map in which none has an answer yet hears so once.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.together import none_of, together


def check(look: Look) -> Iterator[Finding]:
    """The questions whose state is open; the most important ones say so."""
    asked = look.facts.asked
    if look.journey.state != "research" or any(state.question.help or state.question.answer for state in asked):
        return _open(look)
    return together(
        look,
        list(_open(look)),
        len(asked),
        lambda: Finding(
            look.journey,
            f"{none_of(len(asked), 'questions', 'question')} has an answer yet",
            "write the answers there are with `answer:`, and link help with `help:` once somebody has made it",
            "stages",
        ),
    )


def _open(look: Look) -> Iterator[Finding]:
    for state in look.facts.asked:
        if state.state != "open" or look.is_faulty(state.question, "help"):
            continue
        question = state.question
        weight = question.importance or 0
        lead = f"importance {weight:g}: " if weight >= 4 else ""
        yield Finding(
            question,
            f"{lead}nothing answers {shown(question.text)}",
            "link live help with `help:`, or answer it in place with `answer:`",
        )


RULE = Rule(
    code="JK202",
    name="unanswered-question",
    severity="warning",
    doc=__doc__,
    check=check,
    gives_way_to=("JK213", "JK206"),
    bad="""\
stages:
  - stage: Evaluation
    questions:
      - question: What will it cost me in a bad month?
        kind: concern
        channels: [web]
""",
    good="""\
stages:
  - stage: Evaluation
    questions:
      - question: What will it cost me in a bad month?
        kind: concern
        channels: [web]
        help: [guide]
""",
)
