"""What customers ask, in which channels, and the help that answers them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from journeykit.model.derive import Facts
from journeykit.model.elements import Question, Stage
from journeykit.render.language import say
from journeykit.render.views.blueprint import help_line
from journeykit.render.views.steps import persona_names
from journeykit.render.views.words import commas, human, link, percent, plain

State = Literal["answered", "planned", "open"]
#: Where a question without channels is asked.
ANYWHERE = "anywhere"
#: What open questions lead to.
NOTHING = "nothing"


@dataclass(frozen=True)
class Road:
    """From a place to an answer. `direct` where the answer is given in that place."""

    place: str
    answer: str
    direct: bool


@dataclass(frozen=True)
class Asked:
    """A question. `wrong_place`: it is answered, but in none of the channels it is asked in.

    `details` are short remarks: what sort it is, how much hangs on it, who asks. `roads` lead from every place it is
    asked in to every answer it has.
    """

    key: str
    text: str
    state: State
    wrong_place: bool
    details: tuple[str, ...]
    roads: tuple[Road, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """The keys of the places it is asked in."""
        return tuple(dict.fromkeys(road.place for road in self.roads))

    @property
    def answers(self) -> tuple[str, ...]:
        """The keys of its answers."""
        return tuple(dict.fromkeys(road.answer for road in self.roads))


@dataclass(frozen=True)
class AskedIn:
    """A stage and the questions asked in it."""

    number: int
    name: str
    questions: tuple[Asked, ...]


@dataclass(frozen=True)
class Place:
    """A channel in which questions are asked."""

    key: str
    name: str


@dataclass(frozen=True)
class Answer:
    """What answers questions: help (`state` live or planned), an answer on the spot (`spot`), or nothing (`open`)."""

    key: str
    text: str
    line: str
    state: Literal["live", "planned", "spot", "open"]
    href: str | None = None


@dataclass(frozen=True)
class QuestionsView:
    """The whole picture, stages without questions left out."""

    title: str
    lang: str
    stages: tuple[AskedIn, ...]
    places: tuple[Place, ...]
    answers: tuple[Answer, ...]

    @property
    def questions(self) -> tuple[Asked, ...]:
        """All questions, in order."""
        return tuple(question for stage in self.stages for question in stage.questions)

    @property
    def subtitle(self) -> str:
        """How many are answered, planned and open."""
        asked = self.questions
        if not asked:
            return say("Questions, the channels they are asked in, and the help that answers them")
        states = Counter(question.state for question in asked)
        wrong = sum(question.wrong_place for question in asked)
        parts = [say("{count} of {all} answered", count=states["answered"], all=len(asked))]
        if wrong:
            text = say(
                "{count} of {all} answered ({wrong} in the wrong place)",
                count=states["answered"],
                all=len(asked),
                wrong=wrong,
            )
            parts = [text]
        if states["planned"]:
            parts.append(say("{number} planned", number=states["planned"]))
        if states["open"]:
            parts.append(say("{number} open", number=states["open"]))
        return say("Questions, where they are asked, and what answers them: {counts}", counts=commas(parts))


def counts(place: str, asked: Iterable[Asked]) -> tuple[int, int]:
    """How many questions are asked in a place, and how many of them are answered there."""
    here = [[road.direct for road in question.roads if road.place == place] for question in asked]
    return sum(map(bool, here)), sum(map(any, here))


class _Questions:
    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.answers: dict[str, Answer] = {}

    def asked(self, question: Question) -> Asked:
        """A question, with its places and answers noted."""
        facts, key = self.facts, self.facts.address(question)
        state = facts.questions[key]
        answers = self._answers(question, state.state, key)
        places = tuple(dict.fromkeys(question.channels)) or (ANYWHERE,)
        roads = tuple(Road(place, answer, self._is_direct(answer, place)) for place in places for answer in answers)
        everybody = not question.persona or set(question.persona) >= set(facts.journey.personas)
        details = (
            human(question.kind) if question.kind != "question" else None,
            say("importance {number}", number=plain(question.importance)) if question.importance is not None else None,
            say("asked by {percent}", percent=percent(question.share)) if question.share is not None else None,
            None if everybody else say("{personas} only", personas=persona_names(facts, question.persona)),
        )
        return Asked(key, question.question, state.state, state.wrong_place, tuple(filter(None, details)), roads)

    def _is_direct(self, answer: str, place: str) -> bool:
        """Whether an answer is given in a place: on the spot, or by live help offered there."""
        state = self.answers[answer].state
        if state == "spot":
            return True
        channels = self.facts.journey.help[answer].channels if state == "live" else ()
        return state == "live" and (place == ANYWHERE or not channels or place in channels)

    def _answers(self, question: Question, state: State, key: str) -> tuple[str, ...]:
        library, found = self.facts.journey.help, []
        if question.answer:
            self.answers[key] = Answer(key, question.answer, say("answered on the spot"), "spot")
            found.append(key)
        for name in dict.fromkeys(question.help):
            help_ = library.get(name)
            if help_ is None or help_.state == "retired":
                continue
            live: Literal["live", "planned"] = "live" if self.facts.is_live(help_) else "planned"
            self.answers[name] = Answer(name, help_.name, help_line(help_, self.facts), live, link(help_.url))
            found.append(name)
        if state == "open":
            found.append(NOTHING)
            self.answers.setdefault(NOTHING, Answer(NOTHING, say("No help yet"), "", "open"))
        return tuple(found)

    def place(self, key: str) -> Place:
        """A place by its key."""
        channel = self.facts.journey.channels.get(key)
        return Place(key, channel.name if channel else say("no channel recorded") if key == ANYWHERE else key)


def questions(facts: Facts) -> QuestionsView:
    """The questions of a map, with their places and answers."""
    made = _Questions(facts)

    def asked_in(number: int, stage: Stage) -> AskedIn:
        return AskedIn(number, stage.stage, tuple(map(made.asked, facts.moments(stage, "questions"))))

    stages = tuple(asked_in(number, stage) for number, stage in enumerate(facts.journey.stages, 1))
    used = dict.fromkeys(key for stage in stages for question in stage.questions for key in question.places)
    order = dict.fromkeys(key for key in (*facts.journey.channels, *used) if key in used)
    return QuestionsView(
        facts.journey.title,
        facts.journey.lang,
        tuple(stage for stage in stages if stage.questions),
        tuple(map(made.place, order)),
        tuple(made.answers.values()),
    )
