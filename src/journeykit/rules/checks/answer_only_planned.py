"""A question whose only answer is help that is still planned or drafted; graver once that help was due.

A plan answers nobody. Until the help is there, customers who ask are as lost as if nobody had thought of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import Help, Question
from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.wording import listed


def check(look: Look) -> Iterator[Finding]:
    """The questions that wait for help; help that should be there by now is told once, at its own `due`."""
    overdue: dict[str, list[Question]] = {}
    library = look.journey.help
    for state in look.facts.asked:
        if state.state != "planned":
            continue
        question = state.question
        awaited = {
            key: library[key] for key in question.help if key in library and library[key].state in ("planned", "draft")
        }
        late = [key for key, help_ in awaited.items() if help_.due and look.has_passed(help_.due)]
        told = [key for key in late if look.is_own("help", key)]
        for key in told:
            overdue.setdefault(key, []).append(question)
        if not told:
            yield _waiting(question, [library[key] for key in late or awaited], bool(late))
    for key, questions in overdue.items():
        yield _overdue(library[key], questions)


def _waiting(question: Question, awaited: list[Help], late: bool) -> Finding:
    names = listed(help_.name for help_ in awaited)
    still = "overdue" if late else "not there yet"
    return Finding(
        question,
        f"{shown(question.text)} waits for {names}, which {'is' if len(awaited) == 1 else 'are'} {still}",
        "finish the help and write `state: live`, or answer it in place with `answer:` until then",
        "help",
        severity="warning" if late else None,
    )


def _overdue(help_: Help, questions: list[Question]) -> Finding:
    waiting = f"{shown(questions[0].text)} waits" if len(questions) == 1 else f"{len(questions)} questions wait"
    return Finding(
        help_,
        f"{shown(help_.name)} was due {help_.due} and is not there yet, while {waiting} for it",
        "finish it and write `state: live`, or give it a new `due`",
        "due",
        tuple(Elsewhere("this question waits for it", question) for question in questions),
        "warning",
    )


RULE = Rule(
    code="JK203",
    name="answer-only-planned",
    severity="info",
    doc=__doc__,
    check=check,
    off_in_future=True,
    bad="""\
help:
  routes: {name: Map of quiet streets, channels: [web], state: planned, due: 2027-03}
stages:
  - stage: Need
    questions:
      - question: Is the way safe?
        channels: [web]
        help: [routes]
""",
    good="""\
help:
  routes:
    {name: Map of quiet streets, channels: [web], owner: Shop team, updated: 2026-10, metric: helped}
stages:
  - stage: Need
    questions:
      - question: Is the way safe?
        channels: [web]
        help: [routes]
""",
)
