"""A map as JSON: data for other programs, and a map again for this one."""

from __future__ import annotations

import json
from typing import Any

from journeykit.model.derive import Facts
from journeykit.model.elements import LIBRARIES
from journeykit.model.plain import to_data
from journeykit.render.options import Options

#: The views this format can hold: the map, whole.
VIEWS = ("map",)


def write(facts: Facts, options: Options) -> bytes:
    """The map in UTF-8, whole: with the shared entries it refers to, marked so that it may stand beside them too."""
    data = to_data(facts.journey)
    for library in LIBRARIES:
        for key, entry in data.get(library, {}).items():
            if f"{library}/{key}" in facts.shared:
                entry["overrides"] = True
    if options.persona is not None:
        data = _without_others(data, set(facts.journey.personas))
    return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _without_others(data: Any, personas: set[str]) -> Any:
    """The same data without references to personas that were left out: it has to be read as a map again."""
    if isinstance(data, list):
        return [_without_others(item, personas) for item in data]
    if not isinstance(data, dict):
        return data
    kept = {
        key: value if key.startswith("x-") else _without_others(value, personas)
        for key, value in data.items()
        if key != "persona"
    }
    named = data.get("persona", [])
    if isinstance(named, str):
        return kept | ({"persona": named} if named in personas else {})
    return kept | ({"persona": left} if (left := [key for key in named if key in personas]) else {})
