"""What each stage does in each channel: what is asked, answered and done there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from journeykit.model.elements import Question, Stage

if TYPE_CHECKING:
    from journeykit.model.derive.facts import Facts

Answer = Literal["answered", "planned", "open"]
_BEST = ("answered", "planned", "open")


@dataclass(frozen=True)
class ChannelUse:
    """How many questions are `asked` in a channel, how many of those are `answered` in it, and how many of the rest
    have help `planned` for it; how many actions go through it (`used`); the ids of the `touchpoints` that lie in it.
    """

    asked: int = 0
    answered: int = 0
    planned: int = 0
    used: int = 0
    touchpoints: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked, done or met there."""
        return bool(self.asked or self.used or self.touchpoints)

    @property
    def is_mute(self) -> bool:
        """Whether something is asked and nothing answers."""
        return self.asked > 0 and self.answered == 0

    def __add__(self, other: ChannelUse) -> ChannelUse:
        """Both together, each touchpoint once."""
        points = tuple(dict.fromkeys((*self.touchpoints, *other.touchpoints)))
        return ChannelUse(
            self.asked + other.asked,
            self.answered + other.answered,
            self.planned + other.planned,
            self.used + other.used,
            points,
        )


@dataclass(frozen=True)
class ChannelUses:
    """The use of every channel in every stage.

    `cells` holds a mapping for each stage in order; the key None stands for what names no channel. `stages` and
    `whole` count a question that is asked in several channels once, and as answered where one of them answers.
    """

    cells: tuple[Mapping[str | None, ChannelUse], ...]
    stages: tuple[ChannelUse, ...]
    whole: ChannelUse

    def of(self, channel: str | None) -> ChannelUse:
        """The use of a channel over all stages."""
        return sum((cell[channel] for cell in self.cells if channel in cell), ChannelUse())


def answer_in(question: Question, channel: str | None, facts: Facts) -> Answer:
    """How a question is answered in a channel it is asked in: on the spot, or by help that is offered there.

    With None, for a question that names no channel, any help counts.
    """
    if question.answer:
        return "answered"
    library = facts.journey.help
    helps = [library[key] for key in question.help if key in library]
    here = [help_ for help_ in helps if channel is None or not help_.channels or channel in help_.channels]
    if any(facts.is_live(help_) for help_ in here):
        return "answered"
    return "planned" if any(help_.state in ("planned", "draft") for help_ in here) else "open"


def channel_uses(facts: Facts) -> ChannelUses:
    """The use of every channel in every stage of a map."""
    pairs = [_stage(stage, facts) for stage in facts.journey.stages]
    totals = tuple(total for _, total in pairs)
    return ChannelUses(tuple(cells for cells, _ in pairs), totals, sum(totals, ChannelUse()))


def _stage(stage: Stage, facts: Facts) -> tuple[dict[str | None, ChannelUse], ChannelUse]:
    journey = facts.journey
    cells: dict[str | None, ChannelUse] = {}
    total = ChannelUse()

    def count(channel: str | None, more: ChannelUse) -> None:
        cells[channel] = cells.get(channel, ChannelUse()) + more

    for question in facts.moments(stage, "questions"):
        places = tuple(key for key in question.channels if key in journey.channels) or (None,)
        answers = {place: answer_in(question, place, facts) for place in places}
        for place, answer in answers.items():
            count(place, _asked(answer))
        total += _asked(min(answers.values(), key=_BEST.index))
    for action in stage.actions:
        channel = facts.channel_of(action)
        count(channel if channel in journey.channels else None, ChannelUse(used=1))
        total += ChannelUse(used=1)
    named = (*(action.touchpoint for action in stage.actions), *stage.touchpoints)
    for key in dict.fromkeys(named):
        if key in journey.touchpoints:
            count(journey.touchpoints[key].channel, ChannelUse(touchpoints=(key,)))
            total = replace(total, touchpoints=(*total.touchpoints, key))
    return cells, total


def _asked(answer: Answer) -> ChannelUse:
    return ChannelUse(asked=1, answered=int(answer == "answered"), planned=int(answer == "planned"))
