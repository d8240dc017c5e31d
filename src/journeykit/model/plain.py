"""Parts of a map as plain data: the same format with another punctuation, so that it is read like any map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journeykit.model.anatomy import key_of
from journeykit.model.conditions import Condition
from journeykit.model.elements import LIBRARIES, Part
from journeykit.model.values import Amount, CalendarDate, Duration


def to_data(part: Part) -> dict[str, Any]:
    """A part of a map as plain data under the format's keys: what is written, and nothing that is not."""
    data: dict[str, Any] = {}
    for name, info in type(part).model_fields.items():
        if name in part.model_fields_set or (name in LIBRARIES and getattr(part, name, None)):
            if info.alias == "x-":
                data |= part.extensions
            else:
                data[key_of(name, info)] = plain(getattr(part, name))
    # The key that names the kind comes first, and of a map the version of the format before all.
    first = [key for key in ("journey", part.short) if key in data]
    return {key: data[key] for key in first} | data


def plain(value: Any) -> Any:
    """A value of a map as plain data: what was written, where the text of it is kept."""
    if isinstance(value, Part):
        return to_data(value)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, CalendarDate | Duration | Amount | Condition):
        return value.text
    return value
