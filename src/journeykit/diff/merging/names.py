"""What the places in a text are, by the map that was read from it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import yaml

from journeykit.diff.match import match
from journeykit.model.document import Document
from journeykit.model.elements import Next
from journeykit.model.values import number
from journeykit.source.position import Path


@dataclass(frozen=True)
class Known:
    """The elements of a map by their paths: what each is in all three texts, and the key of its short form."""

    identities: dict[Path, Hashable]
    shorts: dict[Path, str]

    def identity(self, path: Path, node: Any, text: str) -> Hashable:
        """Elements by the address they have in the base; feelings and arrows by whose they are and where they lead."""
        if path in self.identities:
            return self.identities[path]
        if isinstance(path[-1], str):
            return ("key", path[-1])
        match path[-2]:
            case "emotion":
                return ("feeling", _text_of(node, "persona"))
            case "next":
                return ("arrow", _text_of(node, Next.short))
        return ("item", text)

    def short(self, path: Path, node: Any) -> str:
        """The key that a plain text in a place stands for: of a feeling its score or its word."""
        part = next((step for step in reversed(path) if isinstance(step, str)), "")
        if part == "emotion":
            return "feeling" if number(node.value) is None else "score"
        return Next.short if part == "next" else self.shorts.get(path, "")


def names(base: Document, side: Document) -> Known:
    """What the places of a side are, one of the three; the base is itself one."""
    matching = match(base.outline, side.outline) if side is not base else None
    identities: dict[Path, Hashable] = {}
    for place in side.outline:
        pair = matching.by_new.get(place.address) if matching else None
        before = pair.old.address if pair else place.address if matching is None else None
        identities[place.path] = ("element", before) if before else ("new", place.field, place.id)
    return Known(identities, {place.path: place.element.short for place in side.outline})


def _text_of(node: Any, key: str) -> str:
    """What a mapping says under a key; of a plain text the text itself, where it is short for that key."""
    if isinstance(node, yaml.MappingNode):
        found = next((value for name, value in node.value if name.value == key), None)
        if isinstance(found, yaml.SequenceNode):
            return " ".join(sorted(str(item.value) for item in found.value))
        return str(found.value) if found else ""
    return str(node.value) if key == Next.short else ""
