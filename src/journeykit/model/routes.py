"""Where the arrows of `next` lead."""

from __future__ import annotations

from dataclasses import dataclass

from journeykit.model.elements import Journey, Stage
from journeykit.model.identity import Outline, slug


@dataclass(frozen=True)
class Target:
    """What an arrow points at: a stage of this map, an action of it, or another map (and a stage there).

    `stage` and `action` are positions from 0; `map` and `map_stage` are ids.
    """

    stage: int | None = None
    action: int | None = None
    map: str | None = None
    map_stage: str | None = None


def _index(names: list[str], wanted: str) -> int | None:
    """The position of an id, or of a text whose slug it is."""
    if wanted in names:
        return names.index(wanted)
    slugged = slug(wanted)
    return names.index(slugged) if slugged in names else None


def stage_ids(journey: Journey, outline: Outline) -> list[str]:
    """The ids of the stages, in order."""
    return [outline.id(stage) for stage in journey.stages]


def action_ids(stage: Stage, outline: Outline) -> list[str]:
    """The ids of a stage's actions, in order."""
    return [outline.id(action) for action in stage.actions]


def target(to: str, here: int, journey: Journey, outline: Outline) -> Target | None:
    """What `to` means in the stage at position `here`: an action of that stage, a stage, `stage/action`,
    or `map:other-map[/stage]`; None where there is no such thing.
    """
    if to.startswith("map:"):
        name, _, stage = to[4:].strip().partition("/")
        return Target(map=name, map_stage=stage or None)
    action = _index(action_ids(journey.stages[here], outline), to)
    if action is not None:
        return Target(here, action)
    stages = stage_ids(journey, outline)
    stage_index = _index(stages, to)
    if stage_index is not None:
        return Target(stage_index)
    stage, slash, rest = to.partition("/")
    while slash:
        stage_index = _index(stages, stage)
        if stage_index is not None:
            action = _index(action_ids(journey.stages[stage_index], outline), rest)
            if action is not None:
                return Target(stage_index, action)
        # A text may hold a slash of its own.
        more, slash, rest = rest.partition("/")
        stage = f"{stage}/{more}"
    return None
