"""The emotion curve: how each persona feels along the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from journeykit.model.elements import Action, Emotion, Stage
from journeykit.model.identity import Outline

if TYPE_CHECKING:
    from journeykit.model.derive.facts import Facts


@dataclass(frozen=True)
class Point:
    """A place on a curve. `score` runs from −2 to 2; None where a feeling is known and its score is not.

    `owner` is the action, or the stage where the stage itself gives the point; `stage` the id of the stage, `action`
    the action's place in it from 0, or None.
    """

    owner: Action | Stage
    stage: str
    action: int | None
    emotion: Emotion
    outline: Outline = field(repr=False, compare=False)

    @property
    def element(self) -> str:
        """The address of the owner."""
        return self.outline.address(self.owner)

    @property
    def score(self) -> float | None:
        return self.emotion.score


@dataclass(frozen=True)
class Fall:
    """The biggest fall between two neighbouring points."""

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
        return tuple(place for place in self.places if place.score is not None)

    @cached_property
    def scores(self) -> tuple[float, ...]:
        """The scores of the points."""
        return tuple(point.score for point in self.points if point.score is not None)

    @property
    def low(self) -> Point | None:
        """The point with the lowest score, the first of equals."""
        return self.points[self.scores.index(min(self.scores))] if self.points else None

    @property
    def peak(self) -> Point | None:
        """The point with the highest score, the first of equals."""
        return self.points[self.scores.index(max(self.scores))] if self.points else None

    @property
    def end(self) -> Point | None:
        """The last point."""
        return self.points[-1] if self.points else None

    @property
    def mean(self) -> float | None:
        """The mean of the scores."""
        return sum(self.scores) / len(self.scores) if self.points else None

    @property
    def biggest_fall(self) -> Fall | None:
        """The biggest fall between neighbours, the first of equals; None where it never falls."""
        neighbours = zip(self.points, self.points[1:], self.scores, self.scores[1:], strict=False)
        falls = [Fall(a, b, before - after) for a, b, before, after in neighbours if before > after]
        return max(falls, key=lambda fall: fall.by, default=None)


def _of_persona(owner: Action | Stage, persona: str, facts: Facts) -> Iterator[Emotion]:
    """The emotions of an action or a stage that are a persona's: those that name it first."""
    if isinstance(owner, Action) and not facts.walks(persona, owner):
        return
    named = owner.persona if isinstance(owner, Action) else ()
    theirs = persona in named if named else persona == facts.primary
    yield from (emotion for emotion in owner.emotion if persona in emotion.persona)
    if theirs:
        yield from (emotion for emotion in owner.emotion if not emotion.persona)


def _place(owner: Action | Stage, persona: str, facts: Facts, stage: str, index: int | None) -> Point | None:
    emotions = list(_of_persona(owner, persona, facts))
    scored = next((emotion for emotion in emotions if emotion.score is not None), None)
    felt = scored or next((emotion for emotion in emotions if emotion.feeling), None)
    return Point(owner, stage, index, felt, facts.outline) if felt else None


def curves(facts: Facts) -> dict[str, Curve]:
    """The curve of everyone who walks.

    A persona's scored actions in order; a stage where it has none gives one point, its own emotion if that is scored.
    """
    found = {}
    for persona in facts.walkers:
        places: list[Point] = []
        for key, stage in zip(facts.routes.stages, facts.journey.stages, strict=True):
            here = [
                place
                for index, action in enumerate(stage.actions)
                if (place := _place(action, persona, facts, key, index)) is not None
            ]
            if all(place.score is None for place in here):
                own = _place(stage, persona, facts, key, None)
                if own is not None and (own.score is not None or not here):
                    here.append(own)
            places += here
        found[persona] = Curve(tuple(places))
    return found
