"""Planned against actual: the ways customers took, held against the flow of the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeykit.measure.flow import Graph, Step
from journeykit.measure.stages import event_names
from journeykit.model.derive import Facts
from journeykit.model.derive.arrows import Spot


@dataclass(frozen=True)
class Seen:
    """An action of the map in the data: its address, its text, its events, and how often they were seen."""

    element: str
    text: str
    events: tuple[str, ...]
    count: int


@dataclass(frozen=True)
class Conformance:
    """How the ways taken fit the map.

    `fitness` is the share, from 0 to 1, of all steps from one event to the next between actions of the map that
    follow an arrow of it, or repeat nothing and skip only what is optional; None where no such step was seen.
    `kept` and `off` are those steps; `repeated` go from an action to itself, `back` to an earlier one, `skipped`
    pass over actions that are not optional. `unseen` are actions without an event in the data, `unknown` events that
    the map does not name anywhere, with their counts.
    """

    fitness: float | None
    kept: tuple[Step, ...]
    skipped: tuple[Step, ...]
    repeated: tuple[Step, ...]
    back: tuple[Step, ...]
    seen: tuple[Seen, ...]
    unseen: tuple[Seen, ...]
    unknown: tuple[tuple[str, int], ...]


def conformance(facts: Facts, graph: Graph) -> Conformance:
    """The graph of events held against the actions and arrows of a map."""
    actions = _actions(facts)
    of_event: dict[str, list[int]] = {}
    for place, (_, _, names) in enumerate(actions):
        for name in names:
            of_event.setdefault(name, []).append(place)
    allowed = _allowed(facts, [one[0] for one in actions])
    kept: list[Step] = []
    sorts: dict[str, list[Step]] = {"skipped": [], "repeated": [], "back": []}
    for step in graph.steps:
        if step.source not in of_event or step.target not in of_event:
            continue
        # Of the actions that share an event, those count that fit best; where none do, the first.
        pairs = [(source, target) for source in of_event[step.source] for target in of_event[step.target]]
        source, target = next((pair for pair in pairs if pair in allowed), pairs[0])
        if (source, target) in allowed:
            kept.append(step)
        else:
            sorts["repeated" if source == target else "back" if target < source else "skipped"].append(step)
    every = sum(step.count for steps in (kept, *sorts.values()) for step in steps)
    told = [
        Seen(address, text, names, sum(graph.events.get(name, 0) for name in names)) for address, text, names in actions
    ]
    known = of_event.keys() | _watched(facts)
    strange = [(name, count) for name, count in graph.events.items() if name not in known]
    unknown = sorted(strange, key=lambda one: (-one[1], one[0]))
    return Conformance(
        sum(step.count for step in kept) / every if every else None,
        tuple(kept),
        tuple(sorts["skipped"]),
        tuple(sorts["repeated"]),
        tuple(sorts["back"]),
        tuple(one for one in told if one.count),
        tuple(one for one in told if not one.count),
        tuple(unknown),
    )


def _actions(facts: Facts) -> list[tuple[str, str, tuple[str, ...]]]:
    """The actions of a map in order: address, text, names of their events."""
    outline = facts.outline
    return [
        (outline.address(action), action.action, event_names(outline.id(action), action.event))
        for stage in facts.journey.stages
        for action in stage.actions
    ]


def _watched(facts: Facts) -> set[str]:
    """The events that a map looks for without their being an action: ways in and out, checkpoints, signals."""
    found: set[str | None] = set()
    for stage in facts.journey.stages:
        found |= {point.event for point in (*stage.gate, *stage.health)}
        found |= {name for leave in stage.leaves for name in leave.event}
        found.add(stage.enter.event if stage.enter else None)
    return {name for name in found if name}


def _allowed(facts: Facts, addresses: list[str]) -> set[tuple[int, int]]:
    """The steps from action to action that the map has: its arrows, and over what is optional to what comes after."""
    at: Mapping[str, int] = {address: place for place, address in enumerate(addresses)}
    actions = [action for stage in facts.journey.stages for action in stage.actions]
    arrows: dict[int, set[int]] = {}
    for arrow in facts.arrows:
        source, target = _place(facts, arrow.source, at, True), _place(facts, arrow.target, at, False)
        if source is not None and target is not None:
            arrows.setdefault(source, set()).add(target)
    found: set[tuple[int, int]] = set()
    for source, targets in arrows.items():
        waiting, met = list(targets), set(targets)
        while waiting:
            target = waiting.pop()
            found.add((source, target))
            if actions[target].optional:
                more = arrows.get(target, set()) - met
                met |= more
                waiting += more
    found |= {(place, place) for place, action in enumerate(actions) if action.repeats}
    return found


def _place(facts: Facts, spot: Spot, at: Mapping[str, int], leaves: bool) -> int | None:
    """The place of an action that an arrow leaves or reaches: of a stage its last or its first."""
    if spot.map is not None:
        return None
    of = facts.journey.stages[spot.stage]
    if spot.action is not None:
        return at[facts.address(of.actions[spot.action])]
    if not of.actions:
        return None
    return at[facts.address(of.actions[-1 if leaves else 0])]
