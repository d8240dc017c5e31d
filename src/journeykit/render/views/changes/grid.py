"""The columns of a comparison: the actions of both maps in one order, so that both curves stand over each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from journeykit.diff.compare import Diff
from journeykit.model.derive import Facts
from journeykit.model.elements import Action, Stage
from journeykit.model.identity import Place
from journeykit.render.views.lengths import length

#: What became of a column: in both maps, in one of them, or moved (the old place and the new one).
Fate = Literal["same", "added", "removed", "renamed", "moved here", "moved away"]
LEAST_UNITS = 2

_T = TypeVar("_T")


@dataclass(frozen=True)
class Column:
    """One action in the old map, the new one, or both.

    `other` is the stage it came from or went to; both columns of a moved action have the same `key`.
    """

    old: Action | None
    new: Action | None
    fate: Fate
    key: str
    other: str = ""
    start: int = 0
    width: int = 1

    @property
    def middle(self) -> float:
        """Its place across, in units."""
        return self.start + self.width / 2


@dataclass(frozen=True)
class Group:
    """A stage in the old map, the new one, or both, with its columns. `number` counts the stages of the new map."""

    old: Stage | None
    new: Stage | None
    fate: Fate
    number: int | None
    columns: tuple[Column, ...]
    start: int
    width: int

    @property
    def stage(self) -> Stage:
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def lasting(self) -> tuple[str, str] | None:
        """How long the stage took and how long it takes, where both are known and not the same."""
        if self.old is None or self.new is None or self.old.duration == self.new.duration:
            return None
        told = length(self.old.duration), length(self.new.duration)
        return told if all(told) else None

    @property
    def middle(self) -> float:
        """Its place across, in units."""
        return self.start + self.width / 2


def union(old: Sequence[_T], new: Sequence[_T], stays: Callable[[_T], _T | None]) -> list[tuple[_T | None, _T | None]]:
    """Two lists in one: what stays stands once, what is only in the old one behind what it stood behind there.

    `stays` gives the old partner of a new item that kept its place among the others.
    """
    place = {id(item): at for at, item in enumerate(old)}
    partners = [stays(item) for item in new]
    kept = {id(item) for item in partners if item is not None}
    found: list[tuple[_T | None, _T | None]] = []

    def gone(at: int) -> None:
        for item in old[at:]:
            if id(item) in kept:
                return
            found.append((item, None))

    gone(0)
    for item, partner in zip(new, partners, strict=True):
        found.append((partner, item))
        if partner is not None:
            gone(place[id(partner)] + 1)
    return found


class Grid:
    """The columns of two maps."""

    def __init__(self, diff: Diff) -> None:
        self._diff = diff
        self._left = {id(place.element): place for place in diff.old.outline}
        self._right = {id(place.element): place for place in diff.new.outline}
        self._shifted = {change.element for change in diff.changes if change.kind == "moved"}
        self._renamed = {change.element for change in diff.changes if change.kind == "renamed"}

    def groups(self) -> tuple[Group, ...]:
        """The stages of both maps, in order, with their columns."""
        old, new = self._diff.old.journey.stages, self._diff.new.journey.stages
        found: list[Group] = []
        start, number = 0, 0
        for was, now in union(old, new, self._stayed):
            number += now is not None
            group = self._group(was, now, start, number if now is not None else None)
            found.append(group)
            start += group.width
        return tuple(found)

    def _stayed(self, item: _T) -> _T | None:
        """The partner in the old map of what kept its place among its siblings."""
        address = self._right[id(item)].address
        pair = self._diff.matching.by_new.get(address)
        return None if pair is None or address in self._shifted else pair.old.element  # type: ignore[return-value]

    def _group(self, old: Stage | None, new: Stage | None, start: int, number: int | None) -> Group:
        before, after = (old.actions if old else ()), (new.actions if new else ())
        columns = []
        at = start
        pairs = union(before, after, self._stayed if old and new else _nobody)
        for was, now in pairs:
            width = 1 if len(pairs) >= LEAST_UNITS else LEAST_UNITS
            columns.append(Column(was, now, *self._fate(was, now), at, width))  # type: ignore[arg-type]
            at += width
        fate, *_ = self._fate(old, new)
        return Group(old, new, fate, number, tuple(columns), start, max(LEAST_UNITS, at - start))

    def _fate(self, old: Stage | Action | None, new: Stage | Action | None) -> tuple[Fate, str, str]:
        """What became of an element, its address in the new map (of a removed one in the old), its other stage."""
        if new is not None:
            address = self._right[id(new)].address
            pair = self._diff.matching.by_new.get(address)
            if old is not None:
                return ("renamed" if address in self._renamed else "same"), address, ""
            return ("added", address, "") if pair is None else ("moved here", address, _above(pair.old, pair.new))
        address = self._left[id(old)].address
        pair = self._diff.matching.by_old.get(address)
        if pair is None:
            return "removed", address, ""
        return "moved away", pair.new.address, _above(pair.new, pair.old)


def _nobody(_: object) -> None:
    """No partner at all."""


def _above(there: Place, here: Place) -> str:
    """The stage at the other end of a move; nothing where it is the same one."""
    if there.parent is None or here.parent is None or not there.parent.address:
        return ""
    return there.parent.element.text if there.parent.element.text != here.parent.element.text else ""


def alone(facts: Facts) -> tuple[Group, ...]:
    """The columns of one map."""
    found: list[Group] = []
    start = 0
    for number, stage in enumerate(facts.journey.stages, 1):
        width = 1 if len(stage.actions) >= LEAST_UNITS else LEAST_UNITS
        columns = tuple(
            Column(None, action, "same", facts.address(action), "", start + at * width, width)
            for at, action in enumerate(stage.actions)
        )
        group = Group(None, stage, "same", number, columns, start, max(LEAST_UNITS, len(columns) * width))
        found.append(group)
        start += group.width
    return tuple(found)
