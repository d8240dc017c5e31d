"""Whether customers' questions are answered, and whether they are answered where they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from journeykit.model.elements import Question

if TYPE_CHECKING:
    from journeykit.model.derive.facts import Facts


class QuestionState(NamedTuple):
    """A question's state. `wrong_place`: live help answers it, but in none of the channels it is asked in."""

    question: Question
    state: Literal["answered", "planned", "open"]
    wrong_place: bool


def _state(question: Question, facts: Facts) -> QuestionState:
    if question.answer:
        return QuestionState(question, "answered", False)
    live, is_planned = [], False
    for key in question.help:
        help_ = facts.journey.help.get(key)
        if help_ is not None:
            if facts.is_live(help_):
                live.append(help_)
            is_planned |= help_.state in ("planned", "draft")
    if not live:
        return QuestionState(question, "planned" if is_planned else "open", False)
    asked = set(question.channels)
    for help_ in live if asked else ():
        if not help_.channels or not asked.isdisjoint(help_.channels):
            return QuestionState(question, "answered", False)
    return QuestionState(question, "answered", bool(asked))


def question_states(facts: Facts) -> tuple[QuestionState, ...]:
    """The state of every question, in the order of the map."""
    return tuple(_state(question, facts) for question in facts.every("questions"))
