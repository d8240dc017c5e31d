"""Where a journey takes place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeykit.model.elements import Action, Journey, Stage

if TYPE_CHECKING:
    from journeykit.model.derive.facts import Facts


def channel_of(action: Action, journey: Journey) -> str | None:
    """The id of the channel an action goes through: its own, else its touchpoint's."""
    if action.channel:
        return action.channel
    touchpoint = journey.touchpoints.get(action.touchpoint or "")
    return touchpoint.channel if touchpoint else None


def stage_channels(stage: Stage, facts: Facts) -> tuple[str, ...]:
    """The channels of a stage's actions, questions and touchpoints, in the library's order."""
    journey = facts.journey
    used = {channel_of(action, journey) for action in stage.actions}
    for question in facts.moments(stage, "questions"):
        used.update(question.channels)
    used.update(journey.touchpoints[key].channel for key in stage.touchpoints if key in journey.touchpoints)
    return tuple(key for key in journey.channels if key in used)
