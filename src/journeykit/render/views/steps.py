"""What a diagram says of one action: feelings, place, who and when."""

from __future__ import annotations

from dataclasses import dataclass

from journeykit.kept import cached_property
from journeykit.model.derive import Facts
from journeykit.model.elements import Action, Stage
from journeykit.model.values import Duration
from journeykit.render.called import called
from journeykit.render.language import say
from journeykit.render.views import lengths
from journeykit.render.views.words import commas, joined


@dataclass(frozen=True)
class Feeling:
    """How one persona feels. `who` is None for the one whose journey it is."""

    score: float | None
    word: str | None
    who: str | None
    because: str | None


@dataclass(frozen=True)
class Step:
    """An action. `truth` is "" for a moment of truth without a reason, None where it is none.

    `place` is None where no channel is recorded; `notes` are short remarks: who, how often, when.
    """

    key: str
    text: str
    feelings: tuple[Feeling, ...]
    place: str | None
    channel: str | None
    notes: tuple[str, ...]
    optional: bool
    truth: str | None

    @property
    def score(self) -> float | None:
        """The score the action is coloured by: the first that is known."""
        return next((feeling.score for feeling in self.feelings if feeling.score is not None), None)


def persona_names(facts: Facts, personas: tuple[str, ...]) -> str:
    """The short names of personas in a sentence."""
    names = called(facts.journey.personas)
    return joined(names.get(key, key) for key in personas)


def listed(*parts: object) -> str:
    """What there is of the parts, with commas between; False, None and "" are left out."""
    return commas(str(part) for part in parts if part)


def lasting(duration: Duration | None) -> str | None:
    """A length of time in words."""
    return lengths.length(duration) or None


def every(duration: Duration | None) -> str | None:
    """A rhythm in words: `1 year` is every year."""
    return lengths.rhythm(duration) or None


def rhythm(repeats: Duration | bool | None) -> str | None:
    """How often something comes round, in words."""
    if not repeats:
        return None
    return say("repeats") if repeats is True else say("repeats {rhythm}", rhythm=every(repeats))


class Steps:
    """The steps of a map, with what they need looked up once."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    @cached_property
    def _felt(self) -> dict[str, list[Feeling]]:
        """The feelings by address, the primary persona's first."""
        facts = self.facts
        walkers = sorted(facts.walkers, key=lambda persona: persona != facts.primary)
        found: dict[str, list[Feeling]] = {}
        for persona in walkers:
            who = None if persona == facts.primary else persona_names(facts, (persona,))
            for place in facts.curves[persona].places:
                emotion = place.emotion
                feeling = Feeling(emotion.score, emotion.feeling, who, emotion.because)
                found.setdefault(place.element, []).append(feeling)
        return found

    def place(self, action: Action) -> tuple[str | None, str | None]:
        """Where an action happens: the name of its channel, and channel and touchpoint in one."""
        journey = self.facts.journey
        key = self.facts.channel_of(action)
        channel = journey.channels[key].name if key in journey.channels else key
        touchpoint = journey.touchpoints.get(action.touchpoint or "")
        if touchpoint is None:
            return channel, channel
        if channel is None or touchpoint.name.casefold().startswith(channel.casefold()):
            return channel, touchpoint.name
        return channel, f"{channel} · {touchpoint.name}"

    def _notes(self, action: Action) -> tuple[str, ...]:
        facts = self.facts
        everybody = not action.persona or set(action.persona) >= set(facts.journey.personas)
        known = (
            None if everybody else say("{personas} only", personas=persona_names(facts, action.persona)),
            action.at,
            lasting(action.duration),
            rhythm(action.repeats),
            say("optional") if action.optional else None,
            say("speaks for us") if action.advocacy else None,
        )
        return tuple(filter(None, known))

    def step(self, action: Action) -> Step:
        """What a diagram says of an action."""
        key = self.facts.address(action)
        channel, place = self.place(action)
        truth = action.moment_of_truth
        return Step(
            key=key,
            text=action.action,
            feelings=tuple(self._felt.get(key, ())),
            place=place,
            channel=channel,
            notes=self._notes(action),
            optional=action.optional,
            truth=(truth if isinstance(truth, str) else "") if truth else None,
        )

    def of(self, stage: Stage) -> tuple[Step, ...]:
        """The steps of a stage, in order."""
        return tuple(self.step(action) for action in stage.actions)
