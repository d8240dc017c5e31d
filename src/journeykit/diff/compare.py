"""From two maps to all that changed between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from journeykit.diff.change import Change
from journeykit.diff.derived import Derived
from journeykit.diff.effect import effect
from journeykit.diff.match import Matching, Pair, match, unmatched_roots
from journeykit.diff.order import moved
from journeykit.diff.values import Comparison
from journeykit.diff.wording import message
from journeykit.model.derive import Facts
from journeykit.model.elements import LANES
from journeykit.model.identity import Outline, Place
from journeykit.model.plain import to_data

#: What elements hold, by address and key.
Inner = dict[str, dict[str, list[Place]]]

_KINDS = ("added", "renamed", "moved", "changed")
#: What of a question makes its state.
_MAKES_STATE = {"help", "answer"}
#: The lists whose order says something.
_ORDERED = {"stages", "actions", "gate", *LANES}


@dataclass(frozen=True)
class Diff:
    """All that changed between two revisions of a map, in the order of the new one."""

    old: Facts
    new: Facts
    matching: Matching
    changes: tuple[Change, ...]

    @cached_property
    def told(self) -> tuple[Change, ...]:
        """The changes that count: without those that merely follow, and what a question's own new state tells."""
        return tuple(change for change in self.changes if change.follows is None and not self.is_told_by_state(change))

    def is_told_by_state(self, change: Change) -> bool:
        """Whether a question's answer or help changed, and with it its state: that is one change, not two."""
        return change.type == "question" and change.field in _MAKES_STATE and change.element in self._states

    @cached_property
    def _states(self) -> frozenset[str]:
        """The questions whose state changed."""
        states = (change for change in self.changes if change.type == "question" and change.field == "state")
        return frozenset(change.element for change in states)


def compare(old: Facts, new: Facts, reword: bool = True) -> Diff:
    """What changed from the old map to the new one; `reword` takes texts that are much alike for one reworded."""
    matching = match(old.outline, new.outline, reword)
    comparison = Comparison(old, new, matching)
    written = [*_of_map(old, new, comparison)]
    for pair in matching.pairs:
        written += _of_pair(pair, comparison, matching)
    written += _reordered(matching)
    for kind, places, taken, outline in (
        ("added", matching.added, matching.by_new, new.outline),
        ("removed", matching.removed, matching.by_old, old.outline),
    ):
        inner = _inner(outline) if places else {}
        written += [_alone(kind, place, taken, inner) for place in unmatched_roots(places, taken)]
    derived = Derived(old, new, matching, written).changes()
    judged = [replace(change, effect=effect(change, old, new)) for change in (*written, *derived)]
    ordered = sorted(judged, key=_Order(old, new, matching))
    return Diff(old, new, matching, tuple(replace(change, message=message(change, old, new)) for change in ordered))


class _Order:
    """The order in which changes are told: that of the new map; what was removed behind what stood before it."""

    def __init__(self, old: Facts, new: Facts, matching: Matching) -> None:
        self._new = {place.address: at for at, place in enumerate(new.outline, 1)} | {"": 0}
        self._gone: dict[str, tuple[int, int]] = {}
        last: dict[str, int] = {}  # by list of the old map, where the one before stands in the new one
        for at, place in enumerate(old.outline, 1):
            above = place.parent.address if place.parent else ""
            key, pair = f"{above}/{place.field}", matching.by_old.get(place.address)
            if pair is not None:
                last[key] = self._new[pair.new.address]
                continue
            parent = matching.by_old.get(above)
            self._gone[place.address] = last.get(key, self._new[parent.new.address] if parent else 0), at

    def __call__(self, change: Change) -> tuple[int, int, int]:
        if change.after is not None:
            return self._new[change.after.address], _KINDS.index(change.kind), 0
        assert change.before is not None
        behind, at = self._gone[change.before.address]
        return behind, len(_KINDS), at


def _of_map(old: Facts, new: Facts, comparison: Comparison) -> Iterator[Change]:
    before, after = old.outline.root, new.outline.root
    if before.id != after.id and (before.written or after.written):
        yield Change("renamed", "map", "", "id", before.id, after.id, before, after)
    for found in comparison.differences(before, after):
        yield Change("changed", "map", "", found.field, found.old, found.new, before, after)


def _of_pair(pair: Pair, comparison: Comparison, matching: Matching) -> Iterator[Change]:
    old, new = pair.old, pair.new
    noun, address = new.element.noun, new.address
    if not matching.is_same(old.parent, new.parent) or old.field != new.field:
        at = _position(old, new)
        yield Change("moved", noun, address, None, old.address, address, old, new, pair.sure, position=at)
    short = new.element.short
    reworded = old.element.text != new.element.text
    by_text = reworded and old.id != new.id and not old.written and not new.written
    if by_text:
        # The id follows the text, so the two are one change.
        yield Change("renamed", noun, address, short, old.element.text, new.element.text, old, new, pair.sure)
    elif old.id != new.id and (old.written or new.written):
        yield Change("renamed", noun, address, "id", old.id, new.id, old, new, pair.sure)
    for found in comparison.differences(old, new):
        if not (by_text and found.field == short):
            told = Change("changed", noun, address, found.field, found.old, found.new, old, new, pair.sure)
            yield replace(told, persona=found.persona) if found.persona else told


def _reordered(matching: Matching) -> Iterator[Change]:
    """The smallest set of moves within lists whose order says something."""
    lists: dict[tuple[str, str], list[Pair]] = {}
    for pair in matching.pairs:
        stays = pair.old.field == pair.new.field and matching.is_same(pair.old.parent, pair.new.parent)
        if stays and pair.new.field in _ORDERED:
            parent = pair.new.parent.address if pair.new.parent else ""
            lists.setdefault((parent, pair.new.field), []).append(pair)
    for pairs in lists.values():
        pairs.sort(key=lambda pair: _index(pair.new))
        rank = {at: number for number, at in enumerate(sorted(_index(pair.old) for pair in pairs))}
        ties = [
            (abs(_index(pair.old) - _index(pair.new)), "/".join(sorted((pair.old.id, pair.new.id)))) for pair in pairs
        ]
        for at in sorted(moved([rank[_index(pair.old)] for pair in pairs], ties)):
            pair = pairs[at]
            was, now = _index(pair.old) + 1, _index(pair.new) + 1
            yield Change(
                "moved", pair.new.element.noun, pair.new.address, "order", was, now, pair.old, pair.new, pair.sure,
                position=(was, now),
            )  # fmt: skip


def _index(place: Place) -> int:
    """The place of an element in its list, from 0."""
    return int(place.path[-1])


def _position(old: Place | None, new: Place | None) -> tuple[int | None, int | None] | None:
    """Where an element stands in lists whose order says something, from 1; None where no order says anything."""
    was, now = (_index(one) + 1 if one is not None and one.field in _ORDERED else None for one in (old, new))
    return None if was is None and now is None else (was, now)


def _alone(kind: Any, place: Place, matched: dict[str, Pair], inner: Inner) -> Change:
    """An element that is in one map only, with all it holds but what has a partner in the other map."""
    data = _held(place, matched, inner)
    if kind == "removed":
        at = _position(place, None)
        return Change("removed", place.element.noun, place.address, None, data, None, place, None, position=at)
    at = _position(None, place)
    return Change("added", place.element.noun, place.address, None, None, data, None, place, position=at)


def _held(place: Place, matched: dict[str, Pair], inner: Inner) -> dict[str, Any]:
    data = to_data(place.element)
    for field, places in inner.get(place.address, {}).items():
        data[field] = [_held(one, matched, inner) for one in places if one.address not in matched]
        if not data[field]:
            del data[field]
    return data


def _inner(outline: Outline) -> Inner:
    found: Inner = {}
    for place in outline:
        if place.parent is not None and place.parent.address:
            found.setdefault(place.parent.address, {}).setdefault(place.field, []).append(place)
    return found
