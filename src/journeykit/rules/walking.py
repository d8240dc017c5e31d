"""Where each persona can walk: the arrows of a map as one persona follows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeykit.model.derive.arrows import Spot
from journeykit.model.elements import Action

if TYPE_CHECKING:
    from journeykit.rules.look import Look

#: Where the journey is over: after its last stage, where customers leave it, or in another map.
END = Spot()

#: From each spot, where a persona may go next.
Ways = Mapping[Spot, tuple[Spot, ...]]


@dataclass(frozen=True)
class Walk:
    """How one persona walks a map: its `ways`, and the spots it comes to from the beginning."""

    persona: str
    ways: Ways
    reached: frozenset[Spot]


def reach(ways: Ways, start: Spot, known: Iterable[Spot] = ()) -> set[Spot]:
    """All spots that lie on a way from this one, itself included, beside those `known` to be reached already."""
    found = {*known, start}
    waiting = [start]
    while waiting:
        for target in ways.get(waiting.pop(), ()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def walks(look: Look) -> tuple[Walk, ...]:
    """How everyone walks the map; empty where every `next` has a `when`: then the order leads everywhere.

    A persona passes by what others do, and may pass by what is optional, an action or a whole stage. A stage in which
    customers leave is a way out of each of its actions.
    """
    if all(way.when for _, action in look.actions for way in action.next):
        return ()
    alike: dict[tuple[bool, ...], tuple[Ways, frozenset[Spot]]] = {}
    found = []
    for persona in look.facts.walkers:
        theirs = tuple(look.facts.walks(persona, action) for _, action in look.actions)
        if theirs not in alike:
            ways = _ways(look, persona)
            alike[theirs] = ways, frozenset(reach(ways, _begin(look, 0)))
        found.append(Walk(persona, *alike[theirs]))
    return tuple(found)


def action_at(look: Look, spot: Spot) -> Action | None:
    """The action at a spot; None at a stage, or at the end."""
    return look.stages[spot.stage].actions[spot.action] if spot.action is not None else None


def following(look: Look, spot: Spot) -> Spot:
    """What comes after a spot by the order alone."""
    if spot.action is not None and spot.action + 1 < len(look.stages[spot.stage].actions):
        return Spot(spot.stage, spot.action + 1)
    return _begin(look, spot.stage + 1)


def _begin(look: Look, stage: int) -> Spot:
    """Where a stage begins: at its first action, or itself where it has none; the end behind the last."""
    if stage >= len(look.stages):
        return END
    return Spot(stage, 0 if look.stages[stage].actions else None)


def _ways(look: Look, persona: str) -> Ways:
    """The arrows a persona follows, and the order where it passes by."""
    ways: dict[Spot, list[Spot]] = {}
    for number, stage in enumerate(look.stages):
        begin = _begin(look, number)
        ways[Spot(number)] = [following(look, begin) if begin.action is None else begin]
        if stage.optional:
            ways.setdefault(begin, []).append(_begin(look, number + 1))
        for index, action in enumerate(stage.actions):
            here = Spot(number, index)
            onward = ways.setdefault(here, [])
            theirs = look.facts.walks(persona, action)
            if not theirs or action.optional or all(way.when for way in action.next):
                onward.append(following(look, here))
            if theirs and stage.leaves:
                onward.append(END)
    for arrow in look.facts.arrows:
        source = action_at(look, arrow.source)
        if source is not None and source.next and not arrow.ordered and look.facts.walks(persona, source):
            ways[arrow.source].append(END if arrow.target.map is not None else arrow.target)
    # An arrow to nothing is another rule's business: from there the order leads on.
    return {spot: tuple(onward) or (following(look, spot),) for spot, onward in ways.items()}
