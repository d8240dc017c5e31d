"""Whether a change is better or worse for the customer: facts are told first, this judgement stands apart.

Every entry mirrors itself: what is better one way is worse the other. What is not in the tables is neutral: that a map
now tells something for the first time, or no longer tells it, is no change of what customers live through, and neither
is a goal, an owner or a plan. So a gap that was written down anew is no worse a journey, and one that was taken off the
map while open no better: its message says that it was not closed. Only help that is live is itself there or not.

Some entries need a word. *Evidence* counts where it backs a claim about customers (a scored action, a pain, a gap, a
highlight), as in the evidence share: what is known is better seen to. That a metric or a portrait cites a source makes
nobody's day. A *promise* is better kept when its worst place rises towards the best; that the best falls to the worst
is fair to nobody, so it is neutral. An *accepted* gap is as open for the customer as any. A *planned* help is worth
more than none, a draft as much as a plan. How bad a gap is says nothing once it is closed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from journeykit.diff.change import Change, Effect
from journeykit.model.derive import Facts
from journeykit.model.elements import LANES, Gap, Help, Lane, Metric, Pain
from journeykit.model.identity import Place

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
_HELPS = {"retired": 0.0, "planned": 1.0, "draft": 1.0, "live": 2.0}
_MET = {"missing": 0.0, "failing": 1.0, "planned": 1.0, "live": 2.0}

#: By the type of element (None for any) and the field, how much its value is worth to the customer.
WORTH: dict[tuple[str | None, str], Worth] = {
    (None, "emotion"): _score,
    ("pain", "evidence"): _count,
    ("gap", "evidence"): _count,
    ("highlight", "evidence"): _count,
    ("touchpoint", "quality"): _number,
    ("touchpoint", "state"): _MET.get,
    ("help", "state"): _HELPS.get,
    ("question", "state"): _rank("open", "planned", "answered"),
    ("question", "wrong_place"): lambda value: 0.0 if value else 1.0,
    ("gap", "state"): _OPEN.get,
    ("pain", "state"): _OPEN.get,
    ("risk", "likelihood"): _HARM,
    ("risk", "harm"): _HARM,
    ("leave", "share"): _less,
    ("promise", "broken_by"): _fewer,
    ("persona", "low"): _score,
    ("map", "low"): _score,
}  # fmt: skip


def effect(change: Change, old: Facts, new: Facts) -> Effect:
    """What a change is for the customer."""
    if change.kind in ("added", "removed"):
        return _of_being(change)
    if change.kind != "changed" or change.field is None:
        return "neutral"
    assert change.before is not None and change.after is not None
    if special := SPECIAL.get((change.type, change.field)):
        return special(change.before, change.after, old, new)
    if change.field in ("evidence", "emotion.evidence") and change.type in ("action", "stage"):
        return _of_claim(change)
    worth = WORTH.get((change.type, change.field)) or WORTH.get((None, change.field))
    if worth is None:
        return "neutral"
    return _compared(worth(change.old), worth(change.new))


def _compared(old: float | None, new: float | None) -> Effect:
    if old is None or new is None or old == new:
        return "neutral"
    return "better" if new > old else "worse"


def _of_being(change: Change) -> Effect:
    element = change.place.element
    if not isinstance(element, Help) or element.state != "live":
        return "neutral"
    return "better" if change.kind == "added" else "worse"


def _of_claim(change: Change) -> Effect:
    """Evidence of a feeling: of an action's, it backs a claim where the feeling has a score in both maps."""
    assert change.before is not None and change.after is not None
    scored = all(any(one.score is not None for one in getattr(place.element, "emotion", ()))
                 for place in (change.before, change.after))  # fmt: skip
    return _compared(_count(change.old), _count(change.new)) if scored and change.type == "action" else "neutral"


def _of_severity(before: Place, after: Place, old: Facts, new: Facts) -> Effect:
    """How bad a gap or pain is, while it is open."""
    one, other = before.element, after.element
    assert isinstance(one, Gap | Pain) and isinstance(other, Gap | Pain)
    if one.state == other.state == "closed" or one.severity is None or other.severity is None:
        return "neutral"
    return _compared(_HARM(one.severity), _HARM(other.severity))


def _of_wait(before: Place, after: Place, old: Facts, new: Facts) -> Effect:
    """How long the customer waits; shorter is better."""
    one, other = before.element, after.element
    assert isinstance(one, Lane) and isinstance(other, Lane)
    return _compared(*(-lane.wait.in_days if lane.wait else None for lane in (one, other)))


def _of_parity(before: Place, after: Place, old: Facts, new: Facts) -> Effect:
    """A promise kept more evenly because its worst place rose, or less evenly because it fell."""
    was, now = old.promises[before.id], new.promises[after.id]
    apart = _compared(_less(was.gap), _less(now.gap))
    return apart if apart == _compared(was.lowest, now.lowest) else "neutral"


def _of_metric(before: Place, after: Place, old: Facts, new: Facts) -> Effect:
    """Towards what the metric says is better; without that, towards its target, if the maps do not name two."""
    one, other = before.element, after.element
    assert isinstance(one, Metric) and isinstance(other, Metric)
    if one.now is None or other.now is None or one.unit != other.unit:
        return "neutral"
    if one.direction == other.direction and other.direction is not None:
        sign = 1 if other.direction == "higher" else -1
        return _compared(sign * one.now, sign * other.now)
    targets = {metric.target for metric in (one, other)} - {None}
    if one.direction is None and other.direction is None and len(targets) == 1:
        (target,) = targets
        assert target is not None
        return _compared(-abs(one.now - target), -abs(other.now - target))
    return "neutral"


#: What a table of values cannot say, by the type of element and the field.
SPECIAL: dict[tuple[str, str], Callable[[Place, Place, Facts, Facts], Effect]] = {
    ("gap", "severity"): _of_severity,
    ("pain", "severity"): _of_severity,
    ("promise", "parity"): _of_parity,
    ("metric", "now"): _of_metric,
    **{(lane, "wait"): _of_wait for lane in LANES},
}
