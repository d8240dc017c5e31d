"""Maps for tests of comparisons: random ones put into another order or layout, told apart, and edited."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

import yaml

from journeykit.diff.revision import MapDiff, of_documents
from journeykit.model.anatomy import anatomy
from journeykit.model.document import Document
from journeykit.model.elements import LANES, Action, Element, Journey, Part, Stage
from journeykit.model.identity import slug
from journeykit.model.load import load
from journeykit.render.changes import json as told_as_json
from journeykit.source.text import Source

#: Keys whose lists have an order that says something.
ORDERED = {"stages", "actions", "gate", "prefers", "phases", *LANES}


def document(text: str, name: str = "a.journey.yaml") -> Document:
    """A map as it is read."""
    return load(Source(name, text))


def compared(old: str, new: str, reword: bool = True) -> MapDiff:
    """The comparison of two texts."""
    return of_documents(document(old, "old.yaml"), document(new, "new.yaml"), reword)


def told(old: str, new: str, reword: bool = True) -> dict[str, Any]:
    """The comparison of two texts, as a program is told of it."""
    found: dict[str, Any] = json.loads(told_as_json.write([compared(old, new, reword)], one_map=True))
    return found


def changes(old: str, new: str, reword: bool = True) -> list[dict[str, Any]]:
    """The changes between two texts."""
    found: list[dict[str, Any]] = told(old, new, reword)["changes"]
    return found


def written(old: str, new: str, reword: bool = True) -> list[dict[str, Any]]:
    """The changes of what is written: without what follows from it."""
    return [change for change in changes(old, new, reword) if not change["derived"]]


def in_another_layout(data: Any, random: Random) -> str:
    """The same map as YAML of another layout; without line breaks that PyYAML folds away in one layout only."""
    data = json.loads(re.sub("[\x85\u2028\u2029\ufeff]", "", json.dumps(data, ensure_ascii=False)))
    return yaml.safe_dump(
        data, sort_keys=False, allow_unicode=random.random() < 0.5, width=random.choice((20, 80, 5000)),
        default_flow_style=random.choice((True, False, None)), indent=random.choice((2, 4)),
    )  # fmt: skip


def in_another_order(data: Any, random: Random, key: str = "") -> Any:
    """The same map with its keys in another order, and its lists whose order says nothing."""
    if key.startswith("x-"):
        return data
    if isinstance(data, dict):
        items = [(name, in_another_order(value, random, name)) for name, value in data.items()]
        if key != "personas":  # the first is the primary one where none is marked
            random.shuffle(items)
        return dict(items)
    if isinstance(data, list):
        items = [in_another_order(value, random) for value in data]
        if key not in ORDERED and key != "emotion":  # of two feelings of one persona the first counts
            random.shuffle(items)
        return items
    return data


def told_apart(data: dict[str, Any], several_feelings: bool) -> dict[str, Any]:
    """The map with ids that do not hang on a place: no two siblings of a kind have one text or id.

    Feelings are one an element that names nobody, or each of another persona.
    """
    _tell_apart(data, Journey, several_feelings)
    return data


def _tell_apart(data: dict[str, Any], part: type[Part], several: bool) -> None:
    if "emotion" in data and issubclass(part, Action | Stage):
        feelings = data["emotion"] if isinstance(data["emotion"], list) else [data["emotion"]]
        feelings = [one if isinstance(one, dict) else {"feeling": str(one)} for one in feelings]
        for one in feelings:
            one.pop("persona", None)
        data["emotion"] = feelings = feelings if several else feelings[:1]
        if several:
            for one, persona in zip(feelings, ("a", "b"), strict=False):
                one["persona"] = persona
    for held in anatomy(part).elements:
        found = data.get(held.key)
        if not found:
            continue
        if held.keyed:
            for key, entry in found.items():
                found[key] = entry = entry if isinstance(entry, dict) else {"name": entry}
                _tell_apart(entry, held.part, several)
            continue
        assert issubclass(held.part, Element)
        items = [one if isinstance(one, dict) else {held.part.short: str(one)} for one in found]
        data[held.key] = items
        taken: set[str] = set()
        for one in items:
            if one.get("id") in taken:
                del one["id"]
            taken |= {one["id"]} if "id" in one else set()
        for one in items:
            short = held.part.short
            if "id" not in one:
                number, text = 1, str(one[short])
                while not slug(str(one[short])) or slug(str(one[short])) in taken:
                    one[short], number = f"{number} {text}", number + 1
                taken.add(slug(str(one[short])))
            _tell_apart(one, held.part, several)
