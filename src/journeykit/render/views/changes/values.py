"""The old and the new value of a change, as people read them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from journeykit.diff.change import Change
from journeykit.diff.wording import shown
from journeykit.model.derive import Facts
from journeykit.model.elements import Action, Element, Gap, Help, Metric, Pain, Question, Stage, Touchpoint
from journeykit.render.language import noted, say, say_many
from journeykit.render.views import words
from journeykit.render.views.lengths import length
from journeykit.render.views.poster.metrics import amount

#: The libraries that the references of a field lead to.
_LIBRARY = {
    "evidence": "evidence", "emotion.evidence": "evidence", "metrics": "metrics", "metric": "metrics", "help": "help",
    "mitigations": "help", "channel": "channels", "channels": "channels", "prefers": "channels", "avoids": "channels",
    "promise": "promises", "promises": "promises", "touchpoint": "touchpoints", "touchpoints": "touchpoints",
    "broken_by": "touchpoints", "persona": "personas",
}  # fmt: skip
_FIELDS = {
    "emotion": noted("feeling"),
    "emotion.because": noted("because"),
    "emotion.desired": noted("feeling wanted"),
    "emotion.confidence": noted("confidence in the feeling"),
    "emotion.evidence": noted("evidence for the feeling"),
    "physical": noted("physical evidence"),
    "low": noted("low point"),
    "parity": noted("quality apart"),
    "wrong_place": noted("where it is answered"),
    "now": noted("value"),
    "was": noted("value before"),
    "as_of": noted("measured"),
    "enter.event": noted("entered by event"),
    "enter.survey": noted("entered by survey"),
    "scope.starts": noted("start"),
    "scope.ends": noted("end"),
    "scope.excludes": noted("left out"),
}
_STATES = {"answered": noted("Answered"), "planned": noted("Help planned"), "open": noted("Open, no help")}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
#: Texts are the map's own words; what is none of these is ours.
_MOST_ITEMS = 4


def field_name(change: Change) -> str:
    """What changed of an element, for people; empty where the element itself did."""
    field = change.field or ""
    if change.kind in ("added", "removed", "moved") or field in ("", "order"):
        return ""
    if change.kind == "renamed":
        return say("id") if field == "id" else say("wording")
    if field == change.place.element.short:
        return say("wording")
    if (change.type, field) == ("map", "due"):
        return say("next review due")
    return say(_FIELDS[field]) if field in _FIELDS else words.human(field)


def noun(change: Change) -> str:
    """What kind of element changed, for people."""
    return say("Physical evidence") if change.type == "physical" else words.capital(words.human(change.type))


def sides(change: Change, old: Facts, new: Facts) -> tuple[str, str]:
    """The values in the old map and in the new one; empty where there is none."""
    if change.kind == "added":
        return "", _summed(change, new)
    if change.kind == "removed":
        return _summed(change, old), ""
    if change.kind == "moved":
        return _moved(change)
    if isinstance(change.old, list) or isinstance(change.new, list):
        return _lists(change, old, new)
    return _value(change, change.old, old, True), _value(change, change.new, new, False)


def _moved(change: Change) -> tuple[str, str]:
    if change.field == "order":
        return tuple(say("place {number}", number=words.plain(at)) for at in (change.old, change.new))  # type: ignore[return-value]
    assert change.before is not None and change.after is not None
    places = (change.before.parent, change.after.parent)
    return tuple(at.element.text if at and at.address else say("The whole journey") for at in places)  # type: ignore[return-value]


def _summed(change: Change, facts: Facts) -> str:
    """What an added or removed element says in a few words."""
    element = change.place.element
    match element:
        case Stage():
            counts = (len(element.actions), len(facts.moments(element, "questions")))
            told = [say_many("{number} action", "{number} actions", counts[0]) if counts[0] else "",
                    say_many("{number} question", "{number} questions", counts[1]) if counts[1] else ""]  # fmt: skip
            return words.commas(filter(None, told))
        case Action():
            emotion = element.emotion[0] if element.emotion else None
            if emotion is None:
                return ""
            score = words.signed(emotion.score) if emotion.score is not None else ""
            return f"{score} {emotion.feeling or ''}".strip()
        case Question():
            return say(_STATES[facts.questions[change.place.address].state])
        case Gap() | Pain():
            severity = words.human(element.severity) if element.severity else ""
            return words.human("closed") if element.state == "closed" else severity
        case Help():
            return words.human(element.state)
        case Touchpoint() if element.quality is not None:
            return say("quality {number} of 5", number=words.plain(element.quality))
        case Metric() if element.now is not None:
            return amount(element.now, element.unit)
    return ""


def _lists(change: Change, old: Facts, new: Facts) -> tuple[str, str]:
    """Of lists what went and what came."""
    left, right = ([*side] if isinstance(side, list) else [] for side in (change.old, change.new))
    gone = [_name(change.field or "", item, old, new) for item in left if item not in right]
    came = [_name(change.field or "", item, new, old) for item in right if item not in left]
    if not gone and not came:
        return "", say("in another order")
    return _some("−", gone), _some("+", came)


def _some(sign: str, items: list[str]) -> str:
    named = [f"{sign} {item}" for item in items[:_MOST_ITEMS]]
    if len(items) > _MOST_ITEMS:
        named.append(say("and {number} more", number=len(items) - _MOST_ITEMS))
    return words.commas(named)


def _name(field: str, value: Any, facts: Facts, other: Facts) -> str:
    """A reference as the name of what it leads to; it may be told in the ids of the other map."""
    if isinstance(value, str) and field in _LIBRARY:
        for one in (facts, other):
            entry = getattr(one.journey, _LIBRARY[field]).get(value)
            if entry is not None:
                return entry.text or value
    if field == "next":
        where = value["to"] if isinstance(value, Mapping) else value
        element = _element(where, facts) or _element(where, other)
        name = element.text if element else str(where)
        when = value.get("when") if isinstance(value, Mapping) else None
        return say("{place}, when {case}", place=name, case=when) if when else name
    return shown(value)


def _element(address: Any, facts: Facts) -> Element | None:
    place = facts.outline.by_address.get(address) if isinstance(address, str) else None
    return place.element if place else None


def _value(change: Change, value: Any, facts: Facts, is_old: bool) -> str:
    field = change.field or ""
    if value is None:
        return ""
    place = change.before if is_old else change.after
    element = place.element if place else change.place.element
    match change.type, field, value:
        case _, "emotion" | "emotion.desired", dict() | int() | float():
            return _felt(value)
        case "question", "state", str():
            return _answer(value, element, facts)
        case _, "wrong_place", bool():
            return say("in another place than asked") if value else say("where it is asked")
        case _, "low", {"element": where, "score": score}:
            at = _element(where, facts)
            return f"{words.signed(score)} {at.text if at else ''}".strip()
        case _, "share", int() | float():
            return words.percent(value)
        case "touchpoint", "quality" | "expected", int() | float():
            return say("{number} of 5", number=words.plain(value))
        case "metric", "now" | "was" | "target", int() | float():
            return amount(value, element.unit if isinstance(element, Metric) else None)
        case _, "duration", str() if isinstance(element, Stage | Action) and element.duration:
            return length(element.duration)
        case _, "moment_of_truth", False:
            return ""
        case _, _, bool():
            return say("yes") if value else say("no")
        case _, _, int() | float():
            return words.plain(value)
        case _, "severity" | "state" | "likelihood" | "harm" | "confidence", str():
            return words.human(value)
        case _, _, str() if _DAY.fullmatch(value):
            try:
                return words.day(date.fromisoformat(value))
            except ValueError:
                return value
    return _name(field, value, facts, facts)


def _felt(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{words.signed(value['score'])} {value.get('feeling') or ''}".strip()
    return words.signed(value)


def _answer(state: str, element: Element, facts: Facts) -> str:
    """What answers a question, else how it stands."""
    if state == "answered" and isinstance(element, Question):
        if element.answer:
            return say("Answered directly")
        live = [facts.journey.help[key] for key in element.help if key in facts.journey.help]
        names = [help_.name for help_ in live if facts.is_live(help_)]
        return words.joined(names) if names else say("Answered")
    return say(_STATES[state])
