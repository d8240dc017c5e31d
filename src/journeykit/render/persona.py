"""A map as one persona walks it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from journeykit.model.derive import Facts
from journeykit.model.elements import MOMENT_KEYS, Action, Emotion, Journey, Next, Stage


def walked_by(facts: Facts, persona: str) -> Journey:
    """The journey with what is another persona's left out: actions, feelings, questions and all that names one.

    What names nobody stays, but for feelings: those are the primary persona's. Arrows into what is left out go with
    it, and so do metrics that nothing else names. The lanes of the blueprint stay whole: a persona there is a member
    of staff. Actions keep their ids, so that arrows still find them.
    """
    journey = facts.journey
    stages = tuple(_stage(facts, number, stage, persona) for number, stage in enumerate(journey.stages))
    lost = _named(journey.stages) - _named(stages) - _named_elsewhere(journey)
    walker = journey.personas[persona].model_copy(update={"primary": True})
    return journey.model_copy(
        update={
            "stages": stages,
            "personas": {persona: walker},
            "metrics": {key: metric for key, metric in journey.metrics.items() if key not in lost},
        }
    )


def _stage(facts: Facts, number: int, stage: Stage, persona: str) -> Stage:
    actions = tuple(
        action.model_copy(
            update={
                **_moments(facts, action, persona, action.persona),
                "id": own,
                "next": tuple(way for way in action.next if _leads_on(facts, way, number, persona)),
            }
        )
        for action, own in zip(stage.actions, facts.routes.actions(number), strict=True)
        if facts.walks(persona, action)
    )
    return stage.model_copy(update={**_moments(facts, stage, persona, ()), "actions": actions})


def _leads_on(facts: Facts, way: Next, here: int, persona: str) -> bool:
    """Whether an arrow does not lead into an action of others."""
    target = facts.routes.target(way.to, here)
    if target is None or target.stage is None or target.action is None:
        return True
    return facts.walks(persona, facts.journey.stages[target.stage].actions[target.action])


def _moments(facts: Facts, holder: Stage | Action, persona: str, owners: tuple[str, ...]) -> dict[str, Any]:
    """What of a stage or an action is the persona's; `owners` are the personas of the action."""
    update: dict[str, Any] = {
        key: tuple(one for one in found if _is_for(persona, one))
        for key in MOMENT_KEYS
        if (found := getattr(holder, key))
    }
    if holder.emotion:
        update["emotion"] = tuple(_felt(facts, holder.emotion, persona, owners))
    return update


def _is_for(persona: str, element: Any) -> bool:
    """Whether an element names the persona, or nobody."""
    named = getattr(element, "persona", None) or (persona,)
    return persona in ((named,) if isinstance(named, str) else named)


def _felt(facts: Facts, emotions: Iterable[Emotion], persona: str, owners: tuple[str, ...]) -> Iterator[Emotion]:
    """The feelings of a persona: those that name it, and those that name nobody where they are its own."""
    for emotion in emotions:
        if persona in (emotion.persona or owners or (facts.primary,)):
            yield emotion


def _named(stages: Iterable[Stage]) -> set[str]:
    """The metrics that actions name."""
    return {key for stage in stages for action in stage.actions for key in action.metrics}


def _named_elsewhere(journey: Journey) -> set[str]:
    """The metrics that stages, checkpoints, touchpoints and help name."""
    found = {key for stage in journey.stages for key in stage.metrics}
    found |= {point.metric for stage in journey.stages for point in stage.gate if point.metric}
    found |= {key for touchpoint in journey.touchpoints.values() for key in touchpoint.metrics}
    return found | {help_.metric for help_ in journey.help.values() if help_.metric}
