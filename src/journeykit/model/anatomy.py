"""What the classes of elements are made of: which fields hold elements, which refer to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from journeykit.kept import cached_property
from journeykit.model.elements.base import Element, Part
from journeykit.model.values import Reference, Value


@dataclass(frozen=True)
class Holding:
    """A field that holds parts of the map: one, a list, or a mapping by id."""

    field: str
    key: str
    part: type[Part]
    many: bool
    keyed: bool


@dataclass(frozen=True)
class Referring:
    """A field that refers to elements of the kind `to`."""

    field: str
    key: str
    to: str
    many: bool


@dataclass(frozen=True)
class Anatomy:
    """The fields of a class that hold parts, and those that refer to elements."""

    holding: tuple[Holding, ...]
    referring: tuple[Referring, ...]

    @cached_property
    def fields(self) -> dict[str, Holding | Referring]:
        """The fields that hold parts or refer to elements, by name."""
        return {field.field: field for field in (*self.holding, *self.referring)}

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of these fields."""
        return frozenset(self.fields)

    @cached_property
    def elements(self) -> tuple[Holding, ...]:
        """The fields that hold elements: parts with an identity, in a list or a library."""
        return tuple(held for held in self.holding if held.keyed or (held.many and issubclass(held.part, Element)))


def key_of(name: str, info: FieldInfo) -> str:
    """The key in the file of a field in the program: `as` of `as_`."""
    return info.alias or name


def leaves(annotation: Any, metadata: tuple[Any, ...] = ()) -> list[tuple[Any, tuple[Any, ...]]]:
    """The types inside an annotation, each with the metadata it stands under."""
    inner = getattr(annotation, "__metadata__", ())
    if inner:
        return leaves(get_args(annotation)[0], (*metadata, *inner))
    if get_origin(annotation) is None or not get_args(annotation):
        return [(annotation, metadata)]
    return [leaf for arg in get_args(annotation) if arg is not ... for leaf in leaves(arg, metadata)]


def value_of(info: FieldInfo) -> Value | None:
    """How the text of a field is read, for a field that holds a value and no part."""
    for _, metadata in leaves(info.annotation, tuple(info.metadata)):
        for item in metadata:
            if isinstance(item, Value):
                return item
    return None


def part_of(info: FieldInfo) -> type[Part] | None:
    """The class of the parts that a field holds, or None."""
    for leaf, _ in leaves(info.annotation):
        if isinstance(leaf, type) and issubclass(leaf, Part):
            return leaf
    return None


def is_many(info: FieldInfo) -> bool:
    """Whether a field is a list."""
    return "tuple[" in str(info.annotation)


def is_keyed(info: FieldInfo) -> bool:
    """Whether a field is a library: elements by id."""
    return "Mapping[" in str(info.annotation) and part_of(info) is not None


@cache
def anatomy(part: type[Part]) -> Anatomy:
    """What a class of elements is made of."""
    holding, referring = [], []
    for name, info in part.model_fields.items():
        held = part_of(info)
        value = value_of(info) if held is None else None
        if held is not None:
            holding.append(Holding(name, key_of(name, info), held, is_many(info), is_keyed(info)))
        elif isinstance(value, Reference):
            referring.append(Referring(name, key_of(name, info), value.to, is_many(info)))
    return Anatomy(tuple(holding), tuple(referring))
