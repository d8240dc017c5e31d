"""A map as one persona walks it."""

from __future__ import annotations

from typing import Any

from journeykit.model.derive import Facts
from journeykit.model.elements import MOMENT_KEYS, Action, Journey, Stage


def walked_by(facts: Facts, persona: str) -> Journey:
    """The journey with what is another persona's left out: actions, feelings, questions and all that names one.

    What names nobody stays, but for feelings: those are the primary persona's. The lanes of the blueprint stay whole:
    a persona there is a member of staff.
    """
    journey = facts.journey
    primary = persona == facts.primary

    def kept(element: Any, owners: tuple[str, ...] = ()) -> bool:
        named = getattr(element, "persona", None) or owners
        named = (named,) if isinstance(named, str) else named
        return persona in named if named else True

    def moments(holder: Stage | Action, owners: tuple[str, ...] = ()) -> dict[str, Any]:
        update: dict[str, Any] = {}
        for key in MOMENT_KEYS:
            if found := getattr(holder, key):
                update[key] = tuple(one for one in found if kept(one))
        nobody = not owners and not primary
        update["emotion"] = tuple(
            one for one in holder.emotion if kept(one, owners) and not (nobody and not one.persona)
        )
        return update

    stages = []
    for stage in journey.stages:
        own = (action for action in stage.actions if kept(action))
        actions = tuple(action.model_copy(update=moments(action, action.persona)) for action in own)
        stages.append(stage.model_copy(update={**moments(stage), "actions": actions}))
    walker = journey.personas[persona].model_copy(update={"primary": True})
    return journey.model_copy(update={"stages": tuple(stages), "personas": {persona: walker}})
