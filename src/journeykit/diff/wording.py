"""A change in a sentence, in the words of the field."""

from __future__ import annotations

from collections import Counter
from typing import Any

from journeykit.diff.change import Change
from journeykit.model.identity import elements_in

_FIELDS = {
    "emotion": "feeling",
    "emotion.because": "because",
    "emotion.desired": "feeling wanted",
    "emotion.confidence": "confidence in the feeling",
    "emotion.evidence": "evidence for the feeling",
    "low": "low point",
    "parity": "quality apart",
    "broken_by": "broken by",
    "enter.event": "entered by event",
    "enter.survey": "entered by survey",
    "scope.starts": "start",
    "scope.ends": "end",
    "scope.excludes": "left out",
    "moment_of_truth": "moment of truth",
}
_QUESTION = {"answered": "answered", "planned": "help planned", "open": "open again"}
_GAP = {"open": "open again", "planned": "to be closed", "closed": "closed", "accepted": "accepted"}
_HELP = {"live": "now live", "planned": "planned", "draft": "drafted", "retired": "retired"}
_LANES = ("frontstage", "backstage", "support", "physical")
_PLURALS = {"evidence": "pieces of evidence", "help": "pieces of help", "opportunity": "opportunities"}
_PLURALS |= {lane: f"{lane} steps" for lane in _LANES}


def message(change: Change) -> str:
    """What changed, in one sentence without a full stop."""
    text = change.place.element.text
    noun = f"{change.type} step" if change.type in _LANES else change.type
    if change.kind == "added":
        return f"new {noun}: {text}{_holding(change)}"
    if change.kind == "removed":
        return f"{noun} gone: {text}{_holding(change)}"
    if change.kind == "moved":
        return _moved(change, text)
    if change.kind == "renamed":
        if change.field == "id":
            return f"renamed from {change.old} to {change.new}: {text}"
        return f"reworded: {change.new} (was: {change.old})"
    return _changed(change, text)


def _moved(change: Change, text: str) -> str:
    if change.field == "order":
        return f"moved from place {change.old} to place {change.new}: {text}"
    assert change.before is not None and change.after is not None
    places = [_named(place.parent) for place in (change.before, change.after)]
    return f"moved from {places[0]} to {places[1]}: {text}"


def _named(place: Any) -> str:
    return place.element.text if place is not None and place.address else "the whole journey"


def _holding(change: Change) -> str:
    """What an added or removed element holds: `, with 3 actions and 2 questions`."""
    data = change.new if change.kind == "added" else change.old
    held = Counter(element.noun for key, element in elements_in(change.place.element) if key in data)
    told = [f"{count} {noun if count == 1 else _PLURALS.get(noun, noun + 's')}" for noun, count in held.items()]
    if not told:
        return ""
    return f", with {', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else f", with {told[0]}"


def _changed(change: Change, text: str) -> str:
    field = change.field or ""
    if field == "state" and change.type == "question":
        return f"{_QUESTION[change.new]}: {text}"
    if field == "state" and change.type in ("gap", "pain"):
        return f"{_GAP[change.new]}: {text}"
    if field == "state" and change.type == "help":
        return f"{_HELP[change.new]}: {text}"
    if field == "wrong_place":
        return f"{'answered in another place than asked' if change.new else 'answered where it is asked'}: {text}"
    if field == change.place.element.short:
        return f"reworded: {change.new} (was: {change.old})"
    name = "next review due" if (change.type, field) == ("map", "due") else _FIELDS.get(field, field.replace("_", " "))
    who = f"{text}: " if change.type != "map" else "the map: "
    if isinstance(change.old, list) or isinstance(change.new, list):
        return f"{who}{name} {_items(change.old, change.new)}"
    if change.old is None:
        return f"{who}{name} now {shown(change.new)}"
    if change.new is None:
        return f"{who}{name} no longer {shown(change.old)}"
    return f"{who}{name} {shown(change.old)} → {shown(change.new)}"


def _items(old: Any, new: Any) -> str:
    """What came and what went: `+branch −web`."""
    left, right = ([*map(shown, side)] if isinstance(side, list) else [] for side in (old, new))
    came = [f"+{item}" for item in right if item not in left]
    gone = [f"−{item}" for item in left if item not in right]
    return " ".join((*came, *gone)) or "in another order"


def shown(value: Any) -> str:
    """A value as people read it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,.10g}".replace("-", "−")
    if isinstance(value, dict):
        return _pair(value)
    if isinstance(value, list):
        return ", ".join(map(shown, value))
    return str(value)


def _pair(value: dict[str, Any]) -> str:
    if "score" in value and "feeling" in value:
        score = value["score"]
        return f"{'+' if score > 0 else ''}{shown(score)} ({value['feeling']})"
    if "score" in value and "element" in value:
        return shown(value["score"])
    if "to" in value:
        return f"{value['to']} when {value['when']}"
    return ", ".join(f"{key} {shown(item)}" for key, item in value.items())
