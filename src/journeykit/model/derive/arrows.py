"""Which way a journey goes: the arrows between stages, actions and other maps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from journeykit.model.elements import Action
from journeykit.model.routes import Target

if TYPE_CHECKING:
    from journeykit.model.derive.facts import Facts


class Spot(NamedTuple):
    """An end of an arrow: a stage (`action` None) or an action of it, by their places from 0, or another map."""

    stage: int = -1
    action: int | None = None
    map: str | None = None
    map_stage: str | None = None


class Arrow(NamedTuple):
    """A way from one spot to another. `when` says in which case; `ordered` where it follows from the order alone."""

    source: Spot
    target: Spot
    when: str | None = None
    ordered: bool = False


def _begin(facts: Facts, stage: int) -> Spot | None:
    """Where a stage begins: at its first action, or itself where it has none; None behind the last stage."""
    if stage >= len(facts.journey.stages):
        return None
    return Spot(stage, 0 if facts.journey.stages[stage].actions else None)


def _following(facts: Facts, stage: int, action: int) -> Spot | None:
    """What comes after an action by the order of actions and stages."""
    if action + 1 < len(facts.journey.stages[stage].actions):
        return Spot(stage, action + 1)
    return _begin(facts, stage + 1)


def _spot(found: Target) -> Spot:
    if found.map is not None:
        return Spot(map=found.map, map_stage=found.map_stage)
    return Spot(found.stage if found.stage is not None else -1, found.action)


def _written(action: Action, here: Spot, facts: Facts) -> Iterator[Arrow]:
    for way in action.next:
        found = facts.routes.target(way.to, here.stage)
        if found is not None:
            yield Arrow(here, _spot(found), way.when)


def arrows(facts: Facts) -> tuple[Arrow, ...]:
    """All arrows of a map, in order.

    The next action follows, unless an arrow without `when` replaces the order; stages without actions stand in the
    order themselves. An arrow that leads nowhere is left out.
    """
    found: list[Arrow] = []
    for number, stage in enumerate(facts.journey.stages):
        if not stage.actions:
            after = _begin(facts, number + 1)
            if after is not None:
                found.append(Arrow(Spot(number), after, ordered=True))
        for index, action in enumerate(stage.actions):
            here = Spot(number, index)
            after = _following(facts, number, index)
            if after is not None and all(way.when for way in action.next):
                found.append(Arrow(here, after, ordered=True))
            found += _written(action, here, facts)
    return tuple(dict.fromkeys(found))
