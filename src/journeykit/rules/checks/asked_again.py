"""A question that is open in one stage and asked again, still open, in a later one.

Customers who ask the same thing twice got no answer the first time, and they have noticed. One good answer, early,
closes all of these places at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import Question, Stage
from journeykit.model.identity import slug
from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.wording import listed


def check(look: Look) -> Iterator[Finding]:
    """The questions that are open in two or more stages; each is told once, where it is asked again first."""
    states = look.facts.asked
    open_ = {
        id(state.question) for state in states if state.state == "open" and not look.is_faulty(state.question, "help")
    }
    asked: dict[str, list[tuple[Stage, Question]]] = {}
    if len(open_) > 1:
        for stage, question in look.every("questions"):
            if id(question) in open_:
                asked.setdefault(slug(question.text) or question.text, []).append((stage, question))
    for places in asked.values():
        first = places[0][0]
        again = next((question for stage, question in places if stage is not first), None)
        if again is not None:
            yield _finding(again, places)


def _finding(again: Question, places: list[tuple[Stage, Question]]) -> Finding:
    stages = list({id(stage): stage.text for stage, _ in places}.values())
    return Finding(
        again,
        f"{shown(again.text)} is asked in {listed(stages)}, and never answered",
        "answer it where it is asked first, with `help:` or `answer:`",
        related=tuple(
            Elsewhere(f"it is asked in {shown(stage.text)} too", question, is_told=True)
            for stage, question in places
            if question is not again
        ),
    )


RULE = Rule(
    code="JK206",
    name="asked-again",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Need
    questions:
      - question: Where do I leave it in the rain?
        channels: [web]
  - stage: Discovery
    help: [guide]
    questions:
      - question: Where do I leave it in the rain?
        channels: [shop]
""",
    good="""\
stages:
  - stage: Need
    questions:
      - question: Where do I leave it in the rain?
        channels: [web]
        help: [guide]
  - stage: Discovery
    help: [guide]
    questions:
      - question: Will it be stolen?
        channels: [shop]
        answer: It is insured for a year.
""",
)
