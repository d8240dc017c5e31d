"""The fields of two elements as values that can be compared, whatever layout they were written in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from journeykit.diff.match import Matching
from journeykit.model.anatomy import Holding, Referring, anatomy
from journeykit.model.derive import Facts
from journeykit.model.elements import LIBRARIES, Action, Element, Emotion, Journey, Part
from journeykit.model.identity import Place
from journeykit.model.plain import plain

#: Lists whose order says something; of all others it does not.
_ORDERED = {"prefers"}
#: What is no statement about the customer: how an element is called in the file.
_NAMES = {"id", "formerly", "overrides"}
#: A feeling is one value, told with its word; the rest of an emotion stands for itself.
_FEELING = ("score", "feeling")
_LIBRARY_OF = {part.noun: library for library, part in LIBRARIES.items()}

#: What others refer to.
_REFERRED = {"stages", *LIBRARIES}


@dataclass(frozen=True)
class Difference:
    """A field that is not the same: its key, both values as plain data, and whose feeling it is, if it is one."""

    field: str
    old: Any
    new: Any
    persona: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Owned:
    """A feeling, the personas written on it, and whose it is."""

    emotion: Emotion
    written: tuple[str, ...]
    who: tuple[str, ...]


class Comparison:
    """Compares elements of two maps; references are followed to the element they lead to."""

    def __init__(self, old: Facts, new: Facts, matching: Matching) -> None:
        self._old, self._new, self._matching = old, new, matching
        # Where no entry has another id and the journey is the same persona's, equal values mean the same.
        self._is_read_alike = old.primary == new.primary and not any(
            pair.old.id != pair.new.id for pair in matching.pairs if pair.new.field in _REFERRED
        )

    def differences(self, before: Place, after: Place) -> Iterator[Difference]:
        """The fields of an element that are not the same, without the elements it holds."""
        old, new = before.element, after.element
        for name, key in _compared(type(new)):
            was, now = old.__dict__[name], new.__dict__[name]
            if self._is_read_alike and key != "next" and was == now:
                continue
            if key == "emotion":
                if was or now:
                    yield from self._feelings(before, after)
            elif key == "next":
                if was or now:
                    yield from _difference(
                        key, self._ways(before, self._old, True), self._ways(after, self._new, False)
                    )
            else:
                yield from self._values(type(new), name, key, was, now)
        yield from _own("", old, new)

    def _values(self, part: type[Part], name: str, key: str, was: Any, now: Any) -> Iterator[Difference]:
        known = anatomy(part).fields.get(name)
        if isinstance(known, Referring):
            if was or now:
                many, noun = known.many, known.to
                old = [self.renamed(noun, one) for one in was] if many else was and self.renamed(noun, was)
                yield from _difference(key, old, [*now] if many else now, key in _ORDERED)
        elif isinstance(known, Holding):
            # A part without an identity, such as the scope: its fields are told one by one.
            for field, inner in _compared(known.part):
                yield from _difference(
                    f"{key}.{inner}", was and plain(getattr(was, field)), now and plain(getattr(now, field))
                )
            yield from _own(f"{key}.", was, now)
        elif was != now:
            yield from _difference(key, plain(was), plain(now))

    def renamed(self, noun: str, own: str) -> str:
        """The id that an entry of the old map has in the new one; its old id where it is gone."""
        pair = self._matching.by_old.get(f"{'stages' if noun == 'stage' else _LIBRARY_OF[noun]}/{own}")
        return pair.new.id if pair else own

    def _feelings(self, before: Place, after: Place) -> Iterator[Difference]:
        """Feelings, each with that of the same persona; whose it is is told where the map says so, or tells several."""
        pairs = list(_partners(self._owned(before, True), self._owned(after, False)))
        for was, now in pairs:
            told = now or was
            assert told is not None
            who = told.who if len(pairs) > 1 or told.written else ()
            for one in self._feeling(was.emotion if was else None, now.emotion if now else None):
                yield Difference(one.field, one.old, one.new, who)

    def _feeling(self, was: Emotion | None, now: Emotion | None) -> Iterator[Difference]:
        yield from _difference("emotion", _felt(was), _felt(now))
        for name, field in _compared(Emotion):
            if name in (*_FEELING, "persona"):
                continue
            old, new = was and plain(getattr(was, name)), now and plain(getattr(now, name))
            if name == "evidence" and was:
                old = [self.renamed("evidence", one) for one in was.evidence]
            yield from _difference(f"emotion.{field}", old, new)
        yield from _own("emotion.", was, now)

    def _owned(self, place: Place, old: bool) -> list[_Owned]:
        """The feelings at a place with whose they are, in ids of the new map."""
        facts = self._old if old else self._new
        owners = getattr(place.element, "persona", ()) or (facts.primary,)
        found = []
        for emotion in getattr(place.element, "emotion", ()):
            written, whose = (
                tuple(sorted(self.renamed("persona", key) if old else key for key in keys))
                for keys in (emotion.persona, emotion.persona or owners)
            )
            found.append(_Owned(emotion, written, whose))
        return found

    def _ways(self, place: Place, facts: Facts, old: bool) -> list[Any]:
        """Where the journey goes from an action: addresses in the new map where they lead to an element of it."""
        assert isinstance(place.element, Action) and place.parent is not None
        here = int(place.path[1])
        found = []
        for way in place.element.next:
            target = facts.routes.target(way.to, here)
            to = way.to
            if target is not None and target.stage is not None:
                stage = facts.journey.stages[target.stage]
                element: Element = stage if target.action is None else stage.actions[target.action]
                to = facts.address(element)
                if old and (pair := self._matching.by_old.get(to)):
                    to = pair.new.address
            more = {"when": way.when} if way.when else {}
            more |= way.extensions
            found.append({"to": to, **more} if more else to)
        return found


@cache
def _compared(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of a class that are compared, each with its key: all but names and the elements it holds."""
    held = {holding.field for holding in anatomy(part).elements}
    fields = ((name, info.alias or name) for name, info in part.model_fields.items())
    skipped = {"journey"} if issubclass(part, Journey) else set()
    return tuple((name, key) for name, key in fields if key != "x-" and name not in held | _NAMES | skipped)


def _felt(emotion: Emotion | None) -> Any:
    """A feeling as it would be written most shortly: a number, a word, or both."""
    if emotion is None:
        return None
    if emotion.score is None:
        return emotion.feeling
    return {"score": emotion.score, "feeling": emotion.feeling} if emotion.feeling else emotion.score


def _partners(left: list[_Owned], right: list[_Owned]) -> Iterator[tuple[_Owned | None, _Owned | None]]:
    """Feelings of the same personas: as they are written, else as they are meant.

    What is written goes first, so that another primary persona is not told as another feeling everywhere.
    """
    pairs: list[tuple[_Owned | None, _Owned | None]] = []
    for key in (lambda one: one.written, lambda one: one.who):
        for one in [*left]:
            other = next((other for other in right if key(other) == key(one)), None)
            if other is not None:
                pairs.append((one, other))
                left, right = (
                    [item for item in side if item is not gone] for side, gone in ((left, one), (right, other))
                )
    yield from pairs
    yield from ((one, None) for one in left)
    yield from ((None, one) for one in right)


def _difference(key: str, old: Any, new: Any, ordered: bool = False) -> Iterator[Difference]:
    old, new = _absent(old), _absent(new)
    if not ordered and isinstance(old, list) and isinstance(new, list):
        if sorted(map(repr, old)) == sorted(map(repr, new)):
            return
    elif old == new and isinstance(old, bool) == isinstance(new, bool):
        return
    yield Difference(key, old, new)


def _own(prefix: str, was: Part | None, now: Part | None) -> Iterator[Difference]:
    """The `x-…` keys that are not the same: what they mean is not known, so only the order of keys says nothing."""
    old, new = (part.extensions if part else {} for part in (was, now))
    for key in dict.fromkeys((*old, *new)) if old or new else ():
        one, other = old.get(key), new.get(key)
        if (_absent(one) is not None or _absent(other) is not None) and _told(one) != _told(other):
            yield Difference(f"{prefix}{key}", one, other)


def _told(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=repr)


def _absent(value: Any) -> Any:
    """What is not there is None, however it is not there."""
    if isinstance(value, tuple):
        value = list(value)
    if isinstance(value, Mapping):
        value = dict(value)
    return None if value in ([], {}, "") else value
