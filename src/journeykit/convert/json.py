"""Maps as JSON: the same format with another punctuation, so what is written here is read like any map."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from journeykit.model.anatomy import key_of
from journeykit.model.conditions import Condition
from journeykit.model.document import Document
from journeykit.model.elements import LIBRARIES, Part
from journeykit.model.values import Amount, CalendarDate, Duration


def dumps(document: Document) -> str:
    """A map as JSON text, whole: with the shared entries it refers to, marked so that it may stand beside them too."""
    assert document.journey is not None
    data = to_data(document.journey)
    for library in LIBRARIES:
        for key, entry in data.get(library, {}).items():
            if f"{library}/{key}" in document.shared:
                entry["overrides"] = True
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def to_data(part: Part) -> dict[str, Any]:
    """A part of a map as plain data under the format's keys: what is written, and nothing that is not."""
    data: dict[str, Any] = {}
    for name, info in type(part).model_fields.items():
        if name in part.model_fields_set or (name in LIBRARIES and getattr(part, name, None)):
            if info.alias == "x-":
                data |= part.extensions
            else:
                data[key_of(name, info)] = _plain(getattr(part, name))
    # The key that names the kind comes first, and of a map the version of the format before all.
    first = [key for key in ("journey", part.short) if key in data]
    return {key: data[key] for key in first} | data


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return to_data(value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, CalendarDate | Duration | Amount | Condition):
        return value.text
    return value
