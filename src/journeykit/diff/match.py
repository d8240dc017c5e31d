"""Which element of the old map is which of the new one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from journeykit.diff.likeness import ALIKE, Shape, candidates, likeness, shape
from journeykit.model.identity import Outline, Place

#: What is matched first, since others stand in it; the rest follows in any order.
_FIRST = ("stage", "action")
#: What may stand in others of the rest.
_LAST = ("opportunity",)
#: In another place than before, a text must be this much alike to be taken for the same.
_ELSEWHERE = 0.7


@dataclass(frozen=True)
class Pair:
    """One element in both maps. `sure` tells whether an id says so, or the likeness of the texts alone."""

    old: Place
    new: Place
    sure: bool = True


@dataclass
class Matching:
    """All pairs, found by the address in either map; what has no partner was removed or added."""

    pairs: list[Pair] = field(default_factory=list)
    by_old: dict[str, Pair] = field(default_factory=dict)
    by_new: dict[str, Pair] = field(default_factory=dict)
    removed: list[Place] = field(default_factory=list)
    added: list[Place] = field(default_factory=list)

    def join(self, old: Place, new: Place, sure: bool = True) -> None:
        """Take two places for one element."""
        pair = Pair(old, new, sure)
        self.pairs.append(pair)
        self.by_old[old.address] = self.by_new[new.address] = pair

    def is_same(self, old: Place | None, new: Place | None) -> bool:
        """Whether two places are one element; the maps themselves are."""
        if old is None or new is None:
            return old is new
        if not old.address or not new.address:
            return old.address == new.address
        pair = self.by_old.get(old.address)
        return pair is not None and pair.new.address == new.address


def match(old: Outline, new: Outline, reword: bool = True) -> Matching:
    """The elements of two maps, matched by id, then by `formerly`, then (with `reword`) by likeness of their texts.

    A text that is alike is taken for reworded only where its id is derived, where neither finds one more alike.
    """
    matching = Matching()
    left, right = _by_noun(old), _by_noun(new)
    nouns = list(dict.fromkeys((*left, *right)))
    nouns.sort(key=lambda noun: (_FIRST.index(noun) if noun in _FIRST else 2) + (noun in _LAST))
    for noun in nouns:
        _match_kind(left.get(noun, []), right.get(noun, []), matching, reword)
    order = {place.address: at for at, place in enumerate(new)}
    matching.pairs.sort(key=lambda pair: order[pair.new.address])
    matching.removed = [place for place in old if place.address not in matching.by_old]
    matching.added = [place for place in new if place.address not in matching.by_new]
    return matching


def _by_noun(outline: Outline) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in outline:
        found.setdefault(place.element.noun, []).append(place)
    return found


def _match_kind(old: list[Place], new: list[Place], matching: Matching, reword: bool) -> None:
    """Match the elements of a kind, in steps that each leave fewer: in place, by id anywhere, `formerly`, likeness."""

    def above(place: Place) -> Hashable:
        """What a place stands in, the same for both maps where that is one element."""
        parent = place.parent
        if parent is None or not parent.address:
            return ""
        pair = matching.by_old.get(parent.address)
        return pair.new.address if pair and pair.old is parent else ("gone", parent.address)

    def above_new(place: Place) -> Hashable:
        parent = place.parent
        return "" if parent is None else parent.address

    def left(places: list[Place], taken: dict[str, Pair]) -> list[Place]:
        return [place for place in places if place.address not in taken]

    def by(old_key: Callable[[Place], Hashable], new_key: Callable[[Place], Hashable]) -> None:
        waiting: dict[Hashable, list[Place]] = {}
        for place in left(new, matching.by_new):
            waiting.setdefault(new_key(place), []).append(place)
        for place in left(old, matching.by_old):
            if found := waiting.get(old_key(place)):
                matching.join(place, found.pop(0))

    by(lambda one: (above(one), one.field, one.id), lambda one: (above_new(one), one.field, one.id))
    by(lambda one: (one.id, one.written), lambda one: (one.id, one.written))
    _formerly(left(old, matching.by_old), left(new, matching.by_new), matching, above, above_new)
    _later(left(old, matching.by_old), left(new, matching.by_new), matching)
    if reword:
        rest_old = [one for one in left(old, matching.by_old) if not one.written]
        rest_new = [one for one in left(new, matching.by_new) if not one.written]
        _reworded(rest_old, rest_new, matching, above, above_new)


def _formerly(
    old: list[Place],
    new: list[Place],
    matching: Matching,
    above: Callable[[Place], Hashable],
    above_new: Callable[[Place], Hashable],
) -> None:
    """Elements that name the id they had before; of several that had it, the one that stands in the same place."""
    known: dict[str, list[Place]] = {}
    for place in old:
        known.setdefault(place.id, []).append(place)
    for place in new:
        for before in place.element.formerly:
            if found := known.get(before):
                best = next((one for one in found if above(one) == above_new(place)), found[0])
                found.remove(best)
                matching.join(best, place)
                break


def _later(old: list[Place], new: list[Place], matching: Matching) -> None:
    """The same, read backwards: a map compared with one before it."""
    known: dict[str, list[Place]] = {}
    for place in new:
        known.setdefault(place.id, []).append(place)
    for place in old:
        for before in place.element.formerly:
            if found := known.get(before):
                matching.join(place, found.pop(0))
                break


def _reworded(
    old: list[Place],
    new: list[Place],
    matching: Matching,
    above: Callable[[Place], Hashable],
    above_new: Callable[[Place], Hashable],
) -> None:
    """Pairs of texts that are alike, each the best partner of the other."""
    if not old or not new:
        return
    left, right = [shape(place.element.text) for place in old], [shape(place.element.text) for place in new]
    best: dict[tuple[str, int], tuple[float, int]] = {}
    for i, j in candidates(left, right):
        score = _score(left[i], right[j], above(old[i]) == above_new(new[j]))
        if score is None:
            continue
        for side, one, other in (("old", i, j), ("new", j, i)):
            known = best.get((side, one))
            # Of equals the first, on both sides, so that the answer does not hang on the direction.
            if known is None or (score, -other) > (known[0], -known[1]):
                best[side, one] = (score, other)
    for i, place in enumerate(old):
        found = best.get(("old", i))
        if found and best["new", found[1]][1] == i:
            matching.join(place, new[found[1]], sure=False)


def _score(one: Shape, other: Shape, together: bool) -> float | None:
    """How well two texts fit, better in the same place; None where they are not alike enough."""
    alike = likeness(one, other)
    if alike < (ALIKE if together else _ELSEWHERE):
        return None
    return alike + (0.2 if together else 0)


def unmatched_roots(places: Iterable[Place], taken: dict[str, Pair]) -> list[Place]:
    """Of places without a partner those that do not stand in another such: a stage, not all that it holds."""
    return [
        place for place in places if place.parent is None or not place.parent.address or place.parent.address in taken
    ]
