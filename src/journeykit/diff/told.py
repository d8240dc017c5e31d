"""Changes as they are told to people: stage by stage, each once."""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.diff.change import Change
from journeykit.diff.compare import Diff
from journeykit.model.identity import Place

#: Of a metric that was measured anew, the day and the sample go without saying, and so does what it was.
_MAKES_NOW = {"was", "as_of", "sample"}
#: Of what is there now or done, when it was to be and when it was last touched.
_MAKES_LIVE = {"due", "updated"}
#: What changes with every revision.
_BOOKKEEPING = {"reviewed", "revision", "supersedes", "why", "due"}

WHOLE = "The map"


def by_stage(diff: Diff) -> list[tuple[str, list[Change]]]:
    """The changes that say something by themselves: those of the whole map, then of each stage in order."""
    found: dict[str, list[Change]] = {}
    names: dict[str, str] = {"": WHOLE}
    told = list(worth_telling(diff))
    first = {change.element: at for at, change in reversed([*enumerate(told)])}
    # Of one element what matters to customers comes first.
    for change in sorted(told, key=lambda one: (first[one.element], one.effect == "neutral")):
        stage = _stage(change.place)
        key = stage.address if stage else ""
        if stage:
            names.setdefault(key, stage.element.text)
        found.setdefault(key, []).append(change)
    ordered = sorted(found, key=lambda key: (key != "",))
    return [(names[key], found[key]) for key in ordered]


def worth_telling(diff: Diff) -> Iterator[Change]:
    """Changes without those that another one already tells, and without the bookkeeping of a revision."""
    fields: dict[str, set[str | None]] = {}
    effects: dict[str, set[str]] = {}
    for change in diff.changes:
        fields.setdefault(change.element, set()).add(change.field)
        effects.setdefault(change.element, set()).add(change.effect)
    for change in diff.changes:
        also = fields[change.element]
        if change.type == "map" and change.field in _BOOKKEEPING:
            continue
        if diff.is_told_by_state(change):
            continue
        if change.type == "metric" and change.field in _MAKES_NOW and "now" in also:
            continue
        if change.type in ("help", "opportunity") and change.field in _MAKES_LIVE and "state" in also:
            continue
        if change.field == "id" and change.type != "map" and change.place.element.short in also:
            continue
        if change.field == "low" and change.effect in effects.get(change.follows or "-", ()):
            continue
        if change.field == "primary" and change.type == "map" and change.follows is not None:
            continue
        yield change


def _stage(place: Place) -> Place | None:
    at: Place | None = place
    while at is not None and at.parent is not None and at.parent.address:
        at = at.parent
    return at if at is not None and at.field == "stages" else None
