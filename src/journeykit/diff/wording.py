"""A change in a sentence, in the words of the field."""

from __future__ import annotations

from collections import Counter
from typing import Any

from journeykit.diff.change import Change
from journeykit.model.anatomy import anatomy
from journeykit.model.derive import Facts
from journeykit.model.derive.gaps import is_open_gap
from journeykit.model.elements import LANES, Emotion, Gap, Metric, Pain
from journeykit.model.identity import elements_in
from journeykit.model.references import LIBRARY_OF

_FIELDS = {
    "emotion": "feeling",
    "emotion.because": "because",
    "emotion.desired": "feeling wanted",
    "emotion.confidence": "confidence in the feeling",
    "emotion.evidence": "evidence for the feeling",
    "low": "low point",
    "broken_by": "broken by",
    "enter.event": "entered by event",
    "enter.survey": "entered by survey",
    "scope.starts": "start",
    "scope.ends": "end",
    "scope.excludes": "left out",
}
_QUESTION = {"answered": "answered", "planned": "help planned"}
_GAP = {"open": "open again", "planned": "to be closed", "closed": "closed", "accepted": "accepted"}
_HELP = {"live": "now live", "planned": "planned", "draft": "drafted", "retired": "retired"}
_PLURALS = {"evidence": "pieces of evidence", "help": "pieces of help", "opportunity": "opportunities"}
_PLURALS |= {lane: f"{lane} steps" for lane in LANES}
_SINGULARS = {lane: f"{lane} step" for lane in LANES} | {"evidence": "piece of evidence", "help": "piece of help"}


def message(change: Change, old: Facts, new: Facts) -> str:
    """What changed, in one sentence without a full stop."""
    text = change.place.element.text
    noun = f"{change.type} step" if change.type in LANES else change.type
    if change.kind == "added":
        return f"new {noun}: {text}{_holding(change)}"
    if change.kind == "removed":
        went = "taken off the map, not closed" if is_open_gap(change.place.element) else "gone"
        return f"{noun} {went}: {text}{_holding(change)}"
    if change.kind == "moved":
        return _moved(change, text)
    if change.kind == "renamed":
        if change.field == "id":
            return f"renamed from {change.old} to {change.new}: {text}"
        return f"reworded: {change.new} (was: {change.old})"
    return _changed(change, text, old, new)


def _moved(change: Change, text: str) -> str:
    if change.field == "order":
        if change.old == change.new:
            return f"moved among its neighbours, in place {change.new} as before: {text}"
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
    told = [
        f"{count} {_SINGULARS.get(noun, noun) if count == 1 else _PLURALS.get(noun, noun + 's')}"
        for noun, count in held.items()
    ]
    if not told:
        return ""
    return f", with {', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else f", with {told[0]}"


def _changed(change: Change, text: str, old: Facts, new: Facts) -> str:
    field = change.field or ""
    if field == "state" and (change.type in ("question", "gap", "pain", "help")):
        return f"{_state(change)}{_measure(change, new)}: {text}"
    if field == "wrong_place":
        return f"{'answered in another place than asked' if change.new else 'answered where it is asked'}: {text}"
    if field == change.place.element.short:
        return f"reworded: {change.new} (was: {change.old})"
    who = f"{text}: " if change.type != "map" else "the map: "
    whose = f", {' and '.join(_name(key, new) for key in change.persona)}" if change.persona else ""
    return f"{who}{_detail(change, field, old, new)}{whose}"


def _state(change: Change) -> str:
    """What became of a question, a gap, a pain or help."""
    if change.type == "question":
        if change.new == "open":
            return "open again" if change.old == "answered" else "no help left"
        lost = "no longer answered, " if change.old == "answered" else ""
        return lost + _QUESTION[change.new]
    if change.type == "help":
        lost = "no longer live, " if change.old == "live" and change.new != "retired" else ""
        return lost + _HELP[change.new]
    return "no longer to be closed" if (change.old, change.new) == ("planned", "open") else _GAP[change.new]


def _detail(change: Change, field: str, old: Facts, new: Facts) -> str:
    """What changed in a field, without whose it is."""
    own = (change.type, field)
    if own == ("promise", "parity"):
        return f"quality of its touchpoints {_apart(change.old)} → {_apart(change.new)}"
    if field == "moment_of_truth":
        reason = f": {change.new}" if isinstance(change.new, str) else ""
        return f"now a moment of truth{reason}" if change.new else "no longer a moment of truth"
    if own == ("map", "primary"):
        return f"now the journey of {_name(change.new, new)} first"
    name = "next review due" if own == ("map", "due") else _FIELDS.get(field, field.replace("_", " "))
    referred = _entries(change, field, old, new)
    if isinstance(change.old, list) or isinstance(change.new, list):
        return f"{name} {_items(change.old, change.new, referred)}"
    was, now = (
        referred[value] if isinstance(value, str) and value in referred else _measured(value, change)
        for value in (change.old, change.new)
    )
    name = "" if own == ("metric", "now") else f"{name} "
    if change.old is None:
        return f"{name}now {now}"
    if change.new is None:
        return f"{name}no longer {was}"
    return f"{name}{was} → {now}{_goal(change) if own == ('metric', 'now') else ''}"


def _measure(change: Change, new: Facts) -> str:
    """By what a gap was closed: opportunities done or help that is live; it may have been closed by hand."""
    element = change.place.element
    if change.new != "closed" or not isinstance(element, Gap | Pain):
        return ""
    done = [one.opportunity for one in element.opportunities if one.state == "done"]
    live = [
        help_.name
        for one in element.opportunities
        if one.state != "done" and one.help and (help_ := new.journey.help.get(one.help)) and new.is_live(help_)
    ]
    told = " and ".join(f"“{name}”" for name in (*done, *live))
    return f" by {told}" if told else ", by no measure that the map names"


def _measured(value: Any, change: Change) -> str:
    """A value with its unit."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        if change.field in ("emotion", "emotion.desired"):
            return f"{'+' if value > 0 else ''}{shown(value)}"
        if change.field == "share":
            return f"{shown(round(value * 100, 1))}%"
        metric = change.place.element
        if isinstance(metric, Metric) and metric.unit and change.field in ("now", "was", "target"):
            return shown(value) + (metric.unit if metric.unit == "%" else f" {metric.unit}")
    return shown(value)


def _goal(change: Change) -> str:
    metric = change.place.element
    target = metric.target if isinstance(metric, Metric) else None
    return "" if target is None else f" (target {_measured(target, change)})"


def _apart(points: float | None) -> str:
    if points is None:
        return "not known"
    return "the same" if points == 0 else f"{shown(points)} {'point' if points == 1 else 'points'} apart"


def _name(key: str, new: Facts) -> str:
    persona = new.journey.personas.get(key)
    return persona.name if persona else key


def _entries(change: Change, field: str, old: Facts, new: Facts) -> dict[Any, str]:
    """The names by id of what a field refers to; those of the new map go before."""
    part, key = (Emotion, field[8:]) if field.startswith("emotion.") else (type(change.place.element), field)
    ref = next((one for one in anatomy(part).referring if one.key == key), None)
    library = LIBRARY_OF.get(ref.to) if ref else None
    if library is None:
        return {}
    return {own: entry.name for facts in (old, new) for own, entry in getattr(facts.journey, library).items()}


def _items(old: Any, new: Any, names: dict[Any, str]) -> str:
    """What came and what went: `+branch −web`."""
    left, right = ([_item(one, names) for one in side] if isinstance(side, list) else [] for side in (old, new))
    came = [f"+{item}" for item in right if item not in left]
    gone = [f"−{item}" for item in left if item not in right]
    return " ".join((*came, *gone)) or "in another order"


def _item(value: Any, names: dict[Any, str]) -> str:
    return f"“{names[value]}”" if isinstance(value, str) and value in names else shown(value)


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
