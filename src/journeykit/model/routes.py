"""Where the arrows of `next` lead."""

from __future__ import annotations

from dataclasses import dataclass

from journeykit.kept import cached_property
from journeykit.model.elements import Journey
from journeykit.model.identity import identified, slug


@dataclass(frozen=True)
class Target:
    """What an arrow points at: a stage of this map, an action of it, or another map (and a stage there).

    `stage` and `action` are positions from 0; `map` and `map_stage` are ids.
    """

    stage: int | None = None
    action: int | None = None
    map: str | None = None
    map_stage: str | None = None


class Routes:
    """The names that arrows may use: the stages of a map, and the actions of each."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._actions: dict[int, list[str]] = {}

    @cached_property
    def stages(self) -> list[str]:
        """The ids of the stages, in order."""
        return [own for _, own, _ in identified(self._journey.stages)]

    def actions(self, stage: int) -> list[str]:
        """The ids of the actions of the stage at a position, in order."""
        if stage not in self._actions:
            self._actions[stage] = [own for _, own, _ in identified(self._journey.stages[stage].actions)]
        return self._actions[stage]

    def target(self, to: str, here: int) -> Target | None:
        """What `to` means in the stage at position `here`: an action of that stage, a stage, `stage/action`,
        or `map:other-map[/stage]`; None where there is no such thing.
        """
        if to.startswith("map:"):
            name, _, stage = to[4:].strip().partition("/")
            return Target(map=name, map_stage=stage or None)
        action = _index(self.actions(here), to)
        if action is not None:
            return Target(here, action)
        stage_index = _index(self.stages, to)
        if stage_index is not None:
            return Target(stage_index)
        stage, slash, rest = to.partition("/")
        while slash:
            stage_index = _index(self.stages, stage)
            if stage_index is not None:
                action = _index(self.actions(stage_index), rest)
                if action is not None:
                    return Target(stage_index, action)
            # A text may hold a slash of its own.
            more, slash, rest = rest.partition("/")
            stage = f"{stage}/{more}"
        return None


def _index(names: list[str], wanted: str) -> int | None:
    """The position of an id, or of a text whose slug it is."""
    if wanted in names:
        return names.index(wanted)
    slugged = slug(wanted)
    return names.index(slugged) if slugged in names else None
