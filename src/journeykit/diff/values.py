"""The fields of two elements as values that can be compared, whatever layout they were written in."""

from __future__ import annotations

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


@dataclass(frozen=True)
class Difference:
    """A field that is not the same: its key, both values as plain data, and whose feeling it is, if it is one."""

    field: str
    old: Any
    new: Any
    persona: tuple[str, ...] = ()


#: Feelings by whose they are, and a number.
Feelings = dict[tuple[tuple[str, ...], int], Emotion]


class Comparison:
    """Compares elements of two maps; references are followed to the element they lead to."""

    def __init__(self, old: Facts, new: Facts, matching: Matching) -> None:
        self._old, self._new, self._matching = old, new, matching

    def differences(self, before: Place, after: Place) -> Iterator[Difference]:
        """The fields of an element that are not the same, without the elements it holds."""
        old, new = before.element, after.element
        for name, key in _compared(type(new)):
            was, now = old.__dict__[name], new.__dict__[name]
            if key == "emotion":
                if was or now:
                    yield from self._feelings(self._by_persona(before, True), self._by_persona(after, False))
            elif key == "next":
                if was or now:
                    yield from _difference(
                        key, self._ways(before, self._old, True), self._ways(after, self._new, False)
                    )
            else:
                yield from self._values(type(new), name, key, was, now)
        if old.extensions or new.extensions:
            for key in dict.fromkeys((*old.extensions, *new.extensions)):
                yield from _difference(key, old.extensions.get(key), new.extensions.get(key))

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
        elif was != now:
            yield from _difference(key, plain(was), plain(now))

    def renamed(self, noun: str, own: str) -> str:
        """The id that an entry of the old map has in the new one; its old id where it is gone."""
        pair = self._matching.by_old.get(f"{_LIBRARY_OF.get(noun, noun)}/{own}")
        return pair.new.id if pair else own

    def _feelings(self, left: Feelings, right: Feelings) -> Iterator[Difference]:
        """Feelings, each with that of the same persona; told with the persona only where the map tells several."""
        for key in dict.fromkeys((*left, *right)):
            was, now = left.get(key), right.get(key)
            who = key[0] if len(left) > 1 or len(right) > 1 else ()
            told = list(_difference("emotion", _felt(was), _felt(now)))
            for name, field in _compared(Emotion):
                if name in (*_FEELING, "persona"):
                    continue
                old, new = was and plain(getattr(was, name)), now and plain(getattr(now, name))
                if name == "evidence" and was:
                    old = [self.renamed("evidence", one) for one in was.evidence]
                told += _difference(f"emotion.{field}", old, new)
            yield from (Difference(one.field, one.old, one.new, who) for one in told)

    def _by_persona(self, place: Place, old: bool) -> Feelings:
        """The feelings at a place by whose they are, in ids of the new map; a number tells several of one apart."""
        element, facts = place.element, self._old if old else self._new
        owners = getattr(element, "persona", ())
        found: Feelings = {}
        for emotion in getattr(element, "emotion", ()):
            whose = emotion.persona or owners or (facts.primary,)
            who = tuple(sorted(self.renamed("persona", key) if old else key for key in whose))
            number = sum(key[0] == who for key in found)
            found[who, number] = emotion
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
            found.append({"to": to, "when": way.when} if way.when else to)
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


def _difference(key: str, old: Any, new: Any, ordered: bool = False) -> Iterator[Difference]:
    old, new = _absent(old), _absent(new)
    if not ordered and isinstance(old, list) and isinstance(new, list):
        if sorted(map(repr, old)) == sorted(map(repr, new)):
            return
    elif old == new and isinstance(old, bool) == isinstance(new, bool):
        return
    yield Difference(key, old, new)


def _absent(value: Any) -> Any:
    """What is not there is None, however it is not there."""
    if isinstance(value, tuple):
        value = list(value)
    if isinstance(value, Mapping):
        value = dict(value)
    return None if value in ([], {}, "") else value
