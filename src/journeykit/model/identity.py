"""Who is who: the id and the address of every element of a map."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import category, combining, name, normalize

from journeykit.kept import cached_property
from journeykit.model.anatomy import anatomy
from journeykit.model.elements.base import Element
from journeykit.model.elements.journey import Journey
from journeykit.source.position import Path

_LONGEST = 60
_ASCII_RUN = re.compile(r"[^a-z0-9]+")
_FOLDED_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")


def _fold(text: str) -> str:
    """The text without the accents of Latin, Greek and Cyrillic letters; marks of other scripts stay."""
    kept, folding = [], False
    for character in normalize("NFD", text):
        if combining(character) or category(character).startswith("M"):
            if folding:
                continue
        else:
            folding = name(character, "").startswith(_FOLDED_SCRIPTS)
        kept.append(character)
    return normalize("NFC", "".join(kept))


def slug(text: str) -> str:
    """The id that a text gives: lower case, folded, words joined by `-`, at most 60 characters; maybe empty."""
    lowered = text.lower()
    if lowered.isascii():
        joined = _ASCII_RUN.sub("-", lowered).strip("-")
    else:
        letters = (c if category(c)[0] in "LM" or category(c) == "Nd" else " " for c in _fold(lowered))
        joined = "-".join("".join(letters).split())
    if len(joined) <= _LONGEST:
        return joined
    end = joined.rfind("-", 0, _LONGEST + 1)
    return joined[:end] if end > 0 else joined[:_LONGEST]


class Place(NamedTuple):
    """Where an element stands: its `id` (and whether that is written), its `address`, its path in the file.

    The address is what diagnostics, diffs and baselines name it by: `stages/evaluation/gaps/no-answer`.
    `field` is the key of the list or library it stands in.
    """

    element: Element
    id: str
    written: bool
    address: str
    path: Path
    field: str
    parent: Place | None


class Outline:
    """All elements of one map in its own order, found by themselves or by their address; worked out when asked for."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey

    def __iter__(self) -> Iterator[Place]:
        return iter(self.places)

    @cached_property
    def root(self) -> Place:
        """The map itself."""
        own = self.journey.id or slug(self.journey.title) or "map-1"
        return Place(self.journey, own, bool(self.journey.id), "", (), "", None)

    @cached_property
    def places(self) -> list[Place]:
        """The place of every element but the map itself."""
        found: list[Place] = []
        _gather(self.root, found)
        return found

    @cached_property
    def _of(self) -> dict[int, Place]:
        return {id(self.journey): self.root} | {id(place.element): place for place in self.places}

    @cached_property
    def by_address(self) -> dict[str, Place]:
        """Every place by its address."""
        return {place.address: place for place in self.places}

    def of(self, element: Element) -> Place:
        """The place of an element of this map."""
        return self._of[id(element)]

    def id(self, element: Element) -> str:
        """The id of an element of this map, written or derived."""
        return self._of[id(element)].id

    def address(self, element: Element) -> str:
        """The address of an element of this map."""
        return self._of[id(element)].address


def elements_in(parent: Element) -> list[tuple[str, Element]]:
    """All elements in an element, each with the key it stands under, without their ids and addresses."""
    found: list[tuple[str, Element]] = []
    _collect(parent, found)
    return found


def _collect(parent: Element, found: list[tuple[str, Element]]) -> None:
    values = parent.__dict__
    written = parent.__pydantic_fields_set__
    for held in anatomy(type(parent)).elements:
        if held.field in written and (value := values[held.field]):
            for element in value.values() if held.keyed else value:
                found.append((held.key, element))
                _collect(element, found)


def _gather(parent: Place, found: list[Place]) -> None:
    """Add the places of all elements in an element, in the order of the format."""
    values = parent.element.__dict__
    written = parent.element.__pydantic_fields_set__
    for held in anatomy(type(parent.element)).elements:
        if held.field not in written or not (value := values[held.field]):
            continue
        key = held.key
        above = f"{parent.address}/{key}" if parent.address else key
        path = (*parent.path, key)
        if held.keyed:
            siblings = [(element, own, True, own) for own, element in value.items()]
        else:
            siblings = [(element, own, hand, at) for at, (element, own, hand) in enumerate(identified(value))]
        for element, own, by_hand, step in siblings:
            place = Place(element, own, by_hand, f"{above}/{own}", (*path, step), key, parent)
            found.append(place)
            _gather(place, found)


def identified(siblings: Sequence[Element]) -> Iterator[tuple[Element, str, bool]]:
    """Siblings of a kind, each with its id and whether that is written."""
    if not siblings:
        return
    owns = ids_of([(sibling.id, sibling.text) for sibling in siblings], siblings[0].noun)
    for sibling, own in zip(siblings, owns, strict=True):
        yield sibling, own, sibling.id is not None


def ids_of(named: Sequence[tuple[str | None, str]], noun: str) -> list[str]:
    """The ids of siblings of a kind from their written ids and their texts.

    A derived id gives way to written ones and to those before it.
    """
    taken = {written for written, _ in named if written}
    last: dict[str, int] = {}  # how far each derived id has been counted, so that many of one text cost no more each
    owns = []
    for place, (written, text) in enumerate(named, 1):
        if written:
            owns.append(written)
            continue
        wanted = slug(text) or f"{noun}-{place}"
        number = last.get(wanted, 1)
        own = wanted if number == 1 else f"{wanted}-{number}"
        while own in taken:
            number += 1
            own = f"{wanted}-{number}"
        last[wanted] = number
        taken.add(own)
        owns.append(own)
    return owns
