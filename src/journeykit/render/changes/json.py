"""Changes for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from journeykit.diff.change import Change
from journeykit.diff.compare import Diff
from journeykit.diff.revision import MapDiff
from journeykit.diff.summary import summary
from journeykit.model.document import Document
from journeykit.model.identity import Place

VERSION = 1


def write(maps: Sequence[MapDiff], one_map: bool) -> str:
    """The changes as JSON: of one map, or of several under `maps`."""
    told = [_map(one) for one in maps]
    data: dict[str, Any] = {"version": VERSION, **told[0]} if one_map else {"version": VERSION, "maps": told}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _map(one: MapDiff) -> dict[str, Any]:
    diff = one.diff
    return {
        "old": _side(one.old),
        "new": _side(one.new),
        "notes": list(one.notes),
        "layout_alone": one.is_layout_alone,
        "summary": summary_of(diff) if diff else None,
        "changes": [change_of(change, one) for change in diff.changes] if diff else [],
    }


def _side(document: Document | None) -> dict[str, Any] | None:
    if document is None:
        return None
    journey = document.journey
    return {
        "source": document.source.name,
        "title": journey.title if journey else None,
        "revision": journey.revision if journey else None,
    }


def summary_of(diff: Diff) -> dict[str, Any]:
    """How much changed, and the figures of both maps."""
    figures = summary(diff)
    return {
        **{kind: figures.kinds[kind] for kind in ("added", "removed", "changed", "moved", "renamed")},
        **{effect: figures.effects[effect] for effect in ("better", "worse", "neutral")},
        "questions_answered": list(figures.questions_answered),
        "open_gaps": list(figures.open_gaps),
        "mean_emotion": list(figures.mean_emotion),
    }


def change_of(change: Change, one: MapDiff) -> dict[str, Any]:
    """One change as plain data."""
    return {
        "kind": change.kind,
        "type": change.type,
        "element": change.element,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "effect": change.effect,
        "certainty": change.certainty,
        "message": change.message,
        "follows": change.follows,
        "derived": change.derived,
        "old_element": change.before.address if change.before else None,
        "persona": list(change.persona) or None,
        "position": list(change.position) if change.position else None,
        "old_place": _place(change.before, change.field, one.old),
        "new_place": _place(change.after, change.field, one.new),
    }


def _place(place: Place | None, field: str | None, document: Document | None) -> dict[str, Any] | None:
    """The file and line where an element stands; of a shared entry the file of the map alone."""
    if place is None or document is None or document.tree is None:
        return None
    tree = document.tree
    for path in ((*place.path, *(field or "").split(".")[:1]), (*place.path, place.element.short), place.path):
        if path and tree.has(path):
            return {"path": document.source.name, "line": tree.value_span(path).line}
    # An element written as a plain text has no key of its own, but a place in its list.
    line = tree.key_span(place.path).line if place.path and tree.has(place.path[:1]) else 1
    return {"path": document.source.name, "line": line}
