"""Whether customers' questions are answered, and whether they are answered where they are asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from journeykit.model.elements import Question

if TYPE_CHECKING:
    from journeykit.model.derive.facts import Facts


@dataclass(frozen=True)
class QuestionState:
    """A question's state. `wrong_place`: live help answers it, but in none of the channels it is asked in."""

    question: Question
    state: Literal["answered", "planned", "open"]
    wrong_place: bool


def _state(question: Question, facts: Facts) -> QuestionState:
    helps = [facts.journey.help[key] for key in question.help if key in facts.journey.help]
    live = [help_ for help_ in helps if facts.is_live(help_)]
    if question.answer or live:
        state: Literal["answered", "planned", "open"] = "answered"
    elif any(help_.state in ("planned", "draft") for help_ in helps):
        state = "planned"
    else:
        state = "open"
    asked = set(question.channels)
    elsewhere = all(help_.channels and asked.isdisjoint(help_.channels) for help_ in live)
    return QuestionState(question, state, bool(asked and live and not question.answer and elsewhere))


def question_states(facts: Facts) -> tuple[QuestionState, ...]:
    """The state of every question, in the order of the map."""
    return tuple(_state(question, facts) for question in facts.every("questions"))
