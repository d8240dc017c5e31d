"""Which element of the old map is which of the new one.

Nothing here hangs on the direction: the elements of `new, old` are matched like those of `old, new`. Nor does it hang
on the order of a list that says nothing, although derived ids do: of two questions of one text the second is `why-2`.
So a derived id is compared by its text, and of several elements of one text those of the same content belong together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from journeykit.diff.likeness import ALIKE, COMMON, candidates, likeness, shape
from journeykit.model.identity import Outline, Place, elements_in, slug
from journeykit.model.plain import to_data

#: What is matched first, since others stand in it; the rest follows in any order.
_FIRST = ("stage", "action")
#: What may stand in others of the rest.
_LAST = ("opportunity",)
#: In another place than before, a text must be this much alike to be taken for the same; and what an element holds,
#: where its own text is another.
_ELSEWHERE = 0.7
#: How much more a text in the same place counts.
_TOGETHER = 0.2


_Guess = Callable[[Place, Place], bool]
#: A pair by its places in the two lists, at the end, and before them what sorts it before others: the same both ways.
_Found = tuple[float, int, int, int, int, int]


class Pair(NamedTuple):
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

    A text that is alike is taken for reworded only where both ids are derived; the pair most alike goes first. An
    element that was given an id of its own is known by its text, where it stands as before.
    """
    matching = Matching()
    _join_addresses(old, new, matching)
    settled = len(matching.pairs)
    lost = [place for place in old if place.address not in matching.by_old]
    found = [place for place in new if place.address not in matching.by_new]
    left, right = _by_noun(lost), _by_noun(found)
    nouns = list(dict.fromkeys((*left, *right)))
    nouns.sort(key=lambda noun: (_FIRST.index(noun) if noun in _FIRST else 2) + (noun in _LAST))
    for noun in nouns:
        _Kind(left.get(noun, []), right.get(noun, []), matching).match(reword)
    if len(matching.pairs) > settled:
        # Not by way of `by_new`: in a map with errors two elements may have one address.
        order = {place.address: at for at, place in enumerate(new)}
        matching.pairs.sort(key=lambda pair: order[pair.new.address])
    matching.removed = [place for place in lost if place.address not in matching.by_old]
    matching.added = [place for place in found if place.address not in matching.by_new]
    return matching


def _join_addresses(old: Outline, new: Outline, matching: Matching) -> None:
    """Join what has the address it had, all the way up; that leaves little of most maps for the steps that follow.

    Siblings of which one may be the second of its text (`why-2`) are left to them: their order says nothing.
    """
    known = old.by_address
    if len(known) < len(old.places) or len(new.by_address) < len(new.places):
        return  # a map with errors: two elements have one address
    counted = {_list_of(place) for outline in (old, new) for place in outline if _may_be_counted(place)}
    for place in new:
        if (one := known.get(place.address)) is None or (counted and _list_of(place) in counted):
            continue
        above = place.parent.address if place.parent else ""
        if not above or above in matching.by_new:
            matching.join(one, place)


def _list_of(place: Place) -> str:
    """The address of the list that a place stands in."""
    return place.address.rpartition("/")[0]


def _may_be_counted(place: Place) -> bool:
    """Whether a derived id may be the second of its text."""
    return not place.written and place.id[-1].isdigit()


def _by_noun(places: Iterable[Place]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in places:
        found.setdefault(place.element.noun, []).append(place)
    return found


def _identity(place: Place) -> Hashable:
    """What makes an element this one: its written id, else its text."""
    return (place.id,) if place.written else place.element.text


def _wide_identity(place: Place) -> Hashable:
    """The same where letter case, accents and signs of a text do not count; a text of signs alone is itself."""
    text = place.element.text
    return (place.id,) if place.written else slug(text) or ("", text)


class _Kind:
    """The elements of one kind in both maps, matched in steps that each leave fewer."""

    def __init__(self, old: list[Place], new: list[Place], matching: Matching) -> None:
        self._matching = matching
        self._old, self._new = old, new

    def match(self, reword: bool) -> None:
        """In place and anywhere by id, then by `formerly`, then by likeness."""
        self._in_place(_identity)
        self._in_place(lambda place: place.id)
        self._by(_identity, _identity)
        self._by(_wide_identity, _wide_identity)
        self._formerly()
        if reword:
            # An id that was written down, or taken away, where the text stands as before; then texts that are alike.
            self._in_place(lambda place: place.element.text, lambda one, other: one.written != other.written)
            self._reworded()
            self._refilled()

    def _in_place(self, of: Callable[[Place], Hashable], guess: _Guess | None = None) -> None:
        self._by(
            lambda one: (self._above(one), one.field, of(one)),
            lambda one: (_above_new(one), one.field, of(one)),
            guess,
        )

    def _above(self, place: Place) -> Hashable:
        """What a place stands in, the same for both maps where that is one element."""
        parent = place.parent
        if parent is None or not parent.address:
            return ""
        pair = self._matching.by_old.get(parent.address)
        return pair.new.address if pair else ("gone", parent.address)

    def _rest(self) -> tuple[list[Place], list[Place]]:
        self._old = [place for place in self._old if place.address not in self._matching.by_old]
        self._new = [place for place in self._new if place.address not in self._matching.by_new]
        return self._old, self._new

    def _by(
        self,
        old_key: Callable[[Place], Hashable],
        new_key: Callable[[Place], Hashable],
        guess: _Guess | None = None,
    ) -> None:
        """Join places of equal keys; with a `guess` the pairs it allows, as probable."""
        old, new = self._rest()
        if not old or not new:
            return
        for one, other in _of_equal_keys(old, map(old_key, old), new, map(new_key, new)):
            if guess is None or guess(one, other):
                self._matching.join(one, other, sure=guess is None)

    def _formerly(self) -> None:
        """Elements that name the id they have in the other map; those that stand in the same place first."""
        old, new = self._rest()
        found: list[_Found] = []
        for before, after, is_forth in ((old, new, True), (new, old, False)):
            known: dict[str, list[int]] = {}
            for at, place in enumerate(before):
                known.setdefault(place.id, []).append(at)
            for at, place in enumerate(after):
                for name in place.element.formerly:
                    for other in known.get(name, ()):
                        i, j = (other, at) if is_forth else (at, other)
                        apart = self._above(old[i]) != _above_new(new[j])
                        found.append((apart, 0, min(i, j), max(i, j), i, j))
        self._best(old, new, found)

    def _reworded(self) -> None:
        """Pairs of texts that are alike, the most alike first: each is the best partner left for the other."""
        old, new = self._rest()
        old, new = ([one for one in side if not one.written and one.element.text] for side in (old, new))
        if not old or not new:
            return
        left, right = ([shape(place.element.text) for place in side] for side in (old, new))
        found: list[_Found] = []
        for i, j in candidates(left, right):
            together = self._above(old[i]) == _above_new(new[j])
            alike = likeness(left[i], right[j])
            if alike >= (ALIKE if together else _ELSEWHERE):
                # Of equals those that stand nearest to each other.
                found.append((-alike - _TOGETHER * together, abs(i - j), min(i, j), max(i, j), i, j))
        self._best(old, new, found, sure=False)

    def _refilled(self) -> None:
        """Pairs that hold nearly the same under another text, those with most in common first."""
        old, new = ([one for one in side if not one.written] for side in self._rest())
        left, right = ([_held(place) for place in side] for side in (old, new))
        before, after = _where(left), _where(right)
        shared = {one: (before[one], after[one]) for one in before.keys() & after.keys()}
        # What many hold says little about which belong together.
        near = Counter((i, j) for lost, come in shared.values() if max(len(lost), len(come)) <= COMMON
                       for i in lost for j in come)  # fmt: skip
        found: list[_Found] = []
        for (i, j), common in near.items():
            if common > 1 and (alike := 2 * common / (len(left[i]) + len(right[j]))) >= _ELSEWHERE:
                found.append((-alike, abs(i - j), min(i, j), max(i, j), i, j))
        self._best(old, new, found, sure=False)

    def _best(self, old: list[Place], new: list[Place], found: list[_Found], sure: bool = True) -> None:
        """Join the pairs found, the first first: each is the best partner left for the other."""
        for *_, i, j in sorted(found):
            if old[i].address not in self._matching.by_old and new[j].address not in self._matching.by_new:
                self._matching.join(old[i], new[j], sure)


def _where(held: list[set[Hashable]]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for place, ones in enumerate(held):
        for one in ones:
            found.setdefault(one, []).append(place)
    return found


def _held(place: Place) -> set[Hashable]:
    """All that stands in an element, by key and what makes each itself."""
    return {(key, (one.id,) if one.id else one.text) for key, one in elements_in(place.element)}


def _above_new(place: Place) -> Hashable:
    return "" if place.parent is None else place.parent.address


def _of_equal_keys(
    old: list[Place], old_keys: Iterable[Hashable], new: list[Place], new_keys: Iterable[Hashable]
) -> Iterator[tuple[Place, Place]]:
    """Pairs of places whose keys are equal: of several, first those of equal content, then the others in order."""
    waiting: dict[Hashable, tuple[list[Place], list[Place]]] = {}
    for key, place in zip(old_keys, old, strict=True):
        waiting.setdefault(key, ([], []))[0].append(place)
    for key, place in zip(new_keys, new, strict=True):
        if found := waiting.get(key):
            found[1].append(place)
    for left, right in waiting.values():
        if right and (len(left) > 1 or len(right) > 1):
            left, right = _alike_first(left, right)
        yield from zip(left, right, strict=False)


def _alike_first(old: list[Place], new: list[Place]) -> tuple[list[Place], list[Place]]:
    """The same places, those of equal content first, pair by pair."""
    waiting: dict[str, list[int]] = {}
    for at, place in enumerate(new):
        waiting.setdefault(_content(place), []).append(at)
    left: list[Place] = []
    right: list[Place] = []
    rest: list[Place] = []
    for place in old:
        if same := waiting.get(_content(place)):
            left.append(place)
            right.append(new[same.pop(0)])
        else:
            rest.append(place)
    others = sorted(at for ats in waiting.values() for at in ats)
    return [*left, *rest], [*right, *(new[at] for at in others)]


def _content(place: Place) -> str:
    return repr(_sorted(to_data(place.element)))


def _sorted(value: object) -> object:
    """A value in which neither the order of keys nor that of lists says anything."""
    if isinstance(value, dict):
        return sorted((key, _sorted(item)) for key, item in value.items() if key not in ("id", "formerly"))
    return sorted(map(repr, map(_sorted, value))) if isinstance(value, list) else value


def unmatched_roots(places: Iterable[Place], taken: dict[str, Pair]) -> list[Place]:
    """Of places without a partner those that do not stand in another such: a stage, not all that it holds."""
    return [
        place for place in places if place.parent is None or not place.parent.address or place.parent.address in taken
    ]
