"""What happens in a stage: the elements of its moment keys and lanes, its own and those of its actions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journeykit.model.elements import LANES, MOMENT_KEYS, Stage

_FIELDS = frozenset((*MOMENT_KEYS, *LANES))

#: The elements of a stage by field; a field without any is not there.
Moments = Mapping[str, tuple[Any, ...]]


def moments(stage: Stage) -> Moments:
    """The elements of a stage in one walk: for each field its own, then those of its actions, in order."""
    found: dict[str, list[Any]] = {}
    for holder in (stage, *stage.actions):
        values = holder.__dict__
        # Of the many fields there are, only those that are written hold anything.
        for field in _FIELDS & holder.__pydantic_fields_set__:
            if values[field]:
                found.setdefault(field, []).extend(values[field])
    return {field: tuple(elements) for field, elements in found.items()}
