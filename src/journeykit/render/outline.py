"""A map as an outline: one fact a line, always in the same order, so that any text diff of two outlines can be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journeykit.model.anatomy import anatomy, key_of
from journeykit.model.derive import Facts
from journeykit.model.elements import LIBRARIES, Element, Part
from journeykit.model.identity import Place
from journeykit.model.plain import plain
from journeykit.render.taming import one_line

#: What an element is called by already, and what is not told.
_SKIPPED = {"id", "journey", "overrides"}
#: Lists whose order says something.
_ORDERED = {"prefers", "next"}


def outline(facts: Facts) -> list[str]:
    """The lines of a map, indented by what stands in what."""
    lines = list(_element(facts.outline.root, 0))
    inner: dict[str, list[Place]] = {}
    for place in facts.outline:
        parent = place.parent.address if place.parent else ""
        inner.setdefault(parent, []).append(place)
    return lines + list(_held("", inner, 1))


def _held(address: str, inner: dict[str, list[Place]], depth: int) -> Iterator[str]:
    """What stands in an element: library entries by their ids, the rest as written."""
    places = inner.get(address, [])
    for place in sorted(places, key=lambda one: (one.field, one.id) if one.field in LIBRARIES else ("", "")):
        yield from _element(place, depth)
        yield from _held(place.address, inner, depth + 1)


def _element(place: Place, depth: int) -> Iterator[str]:
    element, indent = place.element, "  " * depth
    yield f"{indent}{element.noun} {place.id}: {one_line(element.text)}"
    for key, value in _facts(element):
        yield f"{indent}  {key}: {value}"


def _facts(part: Part) -> Iterator[tuple[str, str]]:
    """The keys of a part that are written, in the order of the format, each as one line."""
    held = {holding.field for holding in anatomy(type(part)).elements}
    for name, info in type(part).model_fields.items():
        if name not in part.model_fields_set or name in held or name in _SKIPPED or info.alias == "x-":
            continue
        if isinstance(part, Element) and name == part.short:
            continue
        value = plain(getattr(part, name))
        if value not in (None, [], {}):
            yield key_of(name, info), _told(name, value)
    for key, value in sorted(part.extensions.items()):
        yield key, _told(key, value)


def _told(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return "; ".join(f"{key} {_told(key, one)}" for key, one in value.items())
    if isinstance(value, list):
        told = [_told(name, one) for one in value]
        return " | ".join(told if name in _ORDERED or any(isinstance(one, dict) for one in value) else sorted(told))
    return one_line(f"{value:g}" if isinstance(value, float) else str(value))
