"""What goes together with passing on: for each action seen, who passed the next gate with it and without it."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any

from journeykit.measure.engines.base import Engine
from journeykit.measure.feedback import SMALL, Z
from journeykit.measure.stages import Walk, event_names, is_event
from journeykit.model.derive import Facts


@dataclass(frozen=True)
class Result:
    """An action and the next gate: that of its own stage, or where this has none the first one after it.

    Counted are all who entered the stage of the gate: `with_` are those who had taken the action before they passed it
    (or at all, where they have not), `without` the others; of each `passed` have passed. That both go together does not
    say that one brings the other about: who is on the way to pass does more of everything.
    """

    element: str
    text: str
    gate: str
    name: str
    with_: int
    with_passed: int
    without: int
    without_passed: int

    @property
    def share_with(self) -> float | None:
        """The share, from 0 to 1, that passed of those who took the action."""
        return self.with_passed / self.with_ if self.with_ else None

    @property
    def share_without(self) -> float | None:
        """The share, from 0 to 1, that passed of those who did not."""
        return self.without_passed / self.without if self.without else None

    @property
    def difference(self) -> float | None:
        """By how much more, from −1 to 1, passed with the action."""
        one, other = self.share_with, self.share_without
        return None if one is None or other is None else one - other

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of the difference, from −1 to 1: one who passed and one who did not are added to each side
        (Agresti and Caffo 2000), so that few who all did the same do not look sure.
        """
        if not self.with_ or not self.without:
            return None
        one = (self.with_passed + 1) / (self.with_ + 2)
        other = (self.without_passed + 1) / (self.without + 2)
        half = Z * sqrt(one * (1 - one) / (self.with_ + 2) + other * (1 - other) / (self.without + 2))
        return max(-1.0, one - other - half), min(1.0, one - other + half)

    @property
    def is_clear(self) -> bool:
        """Whether the difference is more than chance, and not of a few."""
        return self.interval is not None and not self.interval[0] <= 0 <= self.interval[1] and not self.is_small

    @property
    def is_small(self) -> bool:
        """Whether so few are on one side that the difference says little."""
        return min(self.with_, self.without) < SMALL


@dataclass(frozen=True)
class _Asked:
    """An action that is asked about, and the place of its gate's stage."""

    element: str
    text: str
    gate: int
    events: tuple[str, ...]


def results(facts: Facts, engine: Engine, walk: Walk) -> tuple[Result, ...]:
    """The actions seen, in the order of the map; one that its gate asks for says nothing, and is not told."""
    asked = _asked(facts, walk)
    if not asked:
        return ()
    first = engine.keep("first_taken", _first_taken(walk, asked))
    found: dict[int, Result] = {}
    for gate in sorted({one.gate for one in asked}):
        own = [at for at, one in enumerate(asked) if one.gate == gate]
        inside = walk.table.filter(walk.table[f"entered_{gate}"].notnull())
        inside = inside.select("customer", passed=inside[f"passed_{gate}"])
        totals = inside.aggregate(n=inside.count(), passed=inside.passed.count())
        ((everybody, all_passed),) = engine.rows(totals)
        taken = first.filter(first.action.isin(own)).inner_join(inside, "customer")
        taken = taken.filter(taken.passed.isnull() | (taken["first"] <= taken.passed))
        for at, n, passed in engine.rows(
            taken.group_by("action").aggregate(n=taken.count(), passed=taken.passed.count())
        ):
            one, name = asked[at], walk.way.stages[gate].stage
            others = (everybody - n, all_passed - passed)
            found[at] = Result(one.element, one.text, walk.way.ids[gate], name, n, passed, *others)
    return tuple(found[at] for at in sorted(found))


def _asked(facts: Facts, walk: Walk) -> list[_Asked]:
    """The actions with a gate to come, that are not asked for by it themselves."""
    outline, stages = facts.outline, walk.way.stages
    found = []
    for at, stage in enumerate(stages):
        gate = next((other for other in range(at, len(stages)) if stages[other].gate), None)
        if gate is None or stages[gate].stage in walk.way.open_gates:
            continue
        needed = {point.event for _, point in walk.way.checkpoints[gate] if not point.optional}
        for action in stage.actions:
            names = event_names(outline.id(action), action.event)
            if not needed & set(names):
                found.append(_Asked(outline.address(action), action.action, gate, names))
    return found


def _first_taken(walk: Walk, asked: list[_Asked]) -> Any:
    """When each customer first took each action (its place in `asked`)."""
    import ibis

    # An event may stand for several actions: those that share one are looked for one after the other.
    rounds: list[dict[str, int]] = []
    for at, one in enumerate(asked):
        free = next((names for names in rounds if not names.keys() & set(one.events)), None)
        if free is None:
            rounds.append(free := {})
        free.update(dict.fromkeys(one.events, at))
    parts = []
    for names in rounds:
        seen = walk.events.filter(is_event(walk.events, sorted(names)))
        action = ibis.cases(*((seen.event == name, at) for name, at in sorted(names.items()))).cast("int64")
        seen = seen.select("customer", "at", action=action)
        parts.append(seen.group_by(["customer", "action"]).aggregate(first=seen["at"].min()))
    return ibis.union(*parts) if len(parts) > 1 else parts[0]
