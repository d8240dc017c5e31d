"""Whether a change is better or worse for the customer: facts are told first, this judgement stands apart.

Every entry mirrors itself: what is better one way is worse the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from journeykit.diff.change import Change, Effect
from journeykit.model.elements import Element, Gap, Help, Metric, Pain, Touchpoint

#: A value as a number that is greater where it is better for the customer; None where it says nothing.
Worth = Callable[[Any], float | None]


def _rank(*words: str) -> Worth:
    """Words in rising order of worth."""
    order = {word: float(place) for place, word in enumerate(words)}
    return lambda value: order.get(value)


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _less(value: Any) -> float | None:
    number = _number(value)
    return None if number is None else -number


def _score(value: Any) -> float | None:
    return _number(value.get("score") if isinstance(value, dict) else value)


def _count(value: Any) -> float | None:
    return float(len(value or ()))


def _fewer(value: Any) -> float | None:
    return -float(len(value or ()))


_HARM = _rank("critical", "high", "medium", "low")
_OPEN = {"open": 0.0, "accepted": 0.0, "planned": 1.0, "closed": 2.0}
_MET = {"missing": 0.0, "failing": 1.0, "planned": 1.0, "live": 2.0}

#: By the type of element (None for any) and the field, how much its value is worth to the customer.
WORTH: dict[tuple[str | None, str], Worth] = {
    (None, "emotion"): _score,
    (None, "evidence"): _count,
    (None, "emotion.evidence"): _count,
    ("touchpoint", "quality"): _number,
    ("touchpoint", "state"): _MET.get,
    ("help", "state"): _rank("retired", "draft", "planned", "live"),
    ("question", "state"): _rank("open", "planned", "answered"),
    ("question", "wrong_place"): lambda value: 0.0 if value else 1.0,
    ("gap", "severity"): _HARM,
    ("pain", "severity"): _HARM,
    ("gap", "state"): _OPEN.get,
    ("pain", "state"): _OPEN.get,
    ("risk", "likelihood"): _HARM,
    ("risk", "harm"): _HARM,
    ("leave", "share"): _less,
    ("promise", "parity"): _less,
    ("promise", "broken_by"): _fewer,
    ("persona", "low"): _score,
    ("map", "low"): _score,
}  # fmt: skip


@dataclass(frozen=True)
class _Being:
    """What it is worth to the customer that an element is there."""

    worth: Callable[[Any], bool]
    better: bool


def _is_open(element: Any) -> bool:
    return isinstance(element, Gap | Pain) and element.state in ("open", "planned")


def _is_bad(element: Any) -> bool:
    return isinstance(element, Touchpoint) and element.state in ("missing", "failing")


def _is_live(element: Any) -> bool:
    return isinstance(element, Help) and element.state == "live"


#: By the type of element: whether its being there counts, and for what.
BEING: dict[str, _Being] = {
    "help": _Being(_is_live, True),
    "highlight": _Being(lambda _: True, True),
    "gap": _Being(_is_open, False),
    "pain": _Being(_is_open, False),
    "leave": _Being(lambda _: True, False),
    "touchpoint": _Being(_is_bad, False),
}


def effect(change: Change) -> Effect:
    """What a change is for the customer."""
    if change.kind in ("added", "removed"):
        return _of_being(change)
    if change.kind != "changed" or change.field is None:
        return "neutral"
    if change.type == "metric" and change.field == "now":
        return _of_metric(change)
    worth = WORTH.get((change.type, change.field)) or WORTH.get((None, change.field))
    if worth is None:
        return "neutral"
    return _compared(worth(change.old), worth(change.new))


def _compared(old: float | None, new: float | None) -> Effect:
    if old is None or new is None or old == new:
        return "neutral"
    return "better" if new > old else "worse"


def _of_being(change: Change) -> Effect:
    being = BEING.get(change.type)
    if being is None or not being.worth(change.place.element):
        return "neutral"
    return "better" if being.better == (change.kind == "added") else "worse"


def _of_metric(change: Change) -> Effect:
    """Towards what the metric says is better; without that, towards a target that both maps share."""
    old, new = _element(change.before), _element(change.after)
    assert isinstance(old, Metric) and isinstance(new, Metric)
    if old.now is None or new.now is None or old.unit != new.unit:
        return "neutral"
    if old.direction == new.direction and new.direction is not None:
        sign = 1 if new.direction == "higher" else -1
        return _compared(sign * old.now, sign * new.now)
    if old.direction is None and new.direction is None and old.target == new.target and new.target is not None:
        return _compared(-abs(old.now - new.target), -abs(new.now - new.target))
    return "neutral"


def _element(place: Any) -> Element:
    element: Element = place.element
    return element
