"""The emotion curve: how each persona feels along the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from journeykit.kept import cached_property
from journeykit.model.elements import Action, Emotion, Stage
from journeykit.model.identity import Outline

if TYPE_CHECKING:
    from journeykit.model.derive.facts import Facts


class Point(NamedTuple):
    """A place on a curve. `score` runs from −2 to 2; None where a feeling is known and its score is not.

    `owner` is the action, or the stage where the stage itself gives the point; `stage` the id of the stage, `action`
    the action's place in it from 0, or None.
    """

    owner: Action | Stage
    stage: str
    action: int | None
    emotion: Emotion
    outline: Outline

    @property
    def element(self) -> str:
        """The address of the owner."""
        return self.outline.address(self.owner)

    @property
    def score(self) -> float | None:
        return self.emotion.score


class Fall(NamedTuple):
    """A fall between two neighbouring points, and how deep it is."""

    start: Point
    end: Point
    by: float


@dataclass(frozen=True)
class Curve:
    """How one persona feels along the way: all its places, scored or not, in order."""

    places: tuple[Point, ...]

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """The scored places."""
        return tuple([place for place in self.places if place.emotion.score is not None])

    @cached_property
    def scores(self) -> tuple[float, ...]:
        """The scores of the points."""
        return tuple([score for place in self.places if (score := place.emotion.score) is not None])

    @cached_property
    def low(self) -> Point | None:
        """The point with the lowest score, the first of equals."""
        return self.points[self.scores.index(min(self.scores))] if self.points else None

    @cached_property
    def peak(self) -> Point | None:
        """The point with the highest score, the first of equals."""
        return self.points[self.scores.index(max(self.scores))] if self.points else None

    @property
    def end(self) -> Point | None:
        """The last point."""
        return self.points[-1] if self.points else None

    @cached_property
    def mean(self) -> float | None:
        """The mean of the scores."""
        return sum(self.scores) / len(self.scores) if self.points else None

    @property
    def biggest_fall(self) -> Fall | None:
        """The biggest fall between neighbours, the first of equals; None where it never falls."""
        return max(self.falls, key=lambda fall: fall.by, default=None)

    @cached_property
    def falls(self) -> tuple[Fall, ...]:
        """All falls between neighbouring points, in order."""
        neighbours = zip(pairwise(self.points), pairwise(self.scores), strict=True)
        return tuple(Fall(start, end, a - b) for (start, end), (a, b) in neighbours if a > b)


def _felt(emotions: Sequence[Emotion], owners: Sequence[str], facts: Facts) -> dict[str, Emotion]:
    """Who feels something at an action or a stage, and what: the first with a score, else the first with a word.

    `owners` are the personas of the action. What names a persona goes before what names nobody, which is theirs, or
    the primary persona's where there are none.
    """
    if len(emotions) == 1 and not emotions[0].persona:
        emotion = emotions[0]
        is_felt = emotion.score is not None or emotion.feeling
        return dict.fromkeys(owners or (facts.primary,), emotion) if is_felt else {}
    found: dict[str, Emotion] = {}
    named = [emotion for emotion in emotions if emotion.persona]
    for emotion in [*named, *[emotion for emotion in emotions if not emotion.persona]]:
        for persona in emotion.persona or owners or (facts.primary,):
            if owners and persona not in owners:
                continue
            before = found.get(persona)
            if before is None:
                if emotion.score is not None or emotion.feeling:
                    found[persona] = emotion
            elif before.score is None and emotion.score is not None:
                found[persona] = emotion
    return found


def curves(facts: Facts) -> dict[str, Curve]:
    """The curve of everyone who walks.

    A persona's scored actions in order; a stage where it has none gives one point, its own emotion if that is scored.
    """
    found: dict[str, list[Point]] = {persona: [] for persona in facts.walkers}
    outline = facts.outline
    for key, stage in zip(facts.routes.stages, facts.journey.stages, strict=True):
        is_scored: dict[str, bool] = {}  # who feels something at an action of the stage, and whether that has a score
        for index, action in enumerate(stage.actions):
            if emotions := action.emotion:
                for persona, emotion in _felt(emotions, action.persona, facts).items():
                    if persona in found:
                        found[persona].append(Point(action, key, index, emotion, outline))
                        is_scored[persona] = emotion.score is not None or is_scored.get(persona, False)
        if emotions := stage.emotion:
            for persona, emotion in _felt(emotions, (), facts).items():
                is_told = persona in is_scored if emotion.score is None else is_scored.get(persona, False)
                if persona in found and not is_told:
                    found[persona].append(Point(stage, key, None, emotion, outline))
    return {persona: Curve(tuple(places)) for persona, places in found.items()}
