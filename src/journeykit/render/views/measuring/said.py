"""What customers said: each survey's figure on its scale, with how sure it is, and whether it moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeykit.measure.feedback import Feedback, Shift
from journeykit.measure.report import Measured
from journeykit.render.language import say
from journeykit.render.views import words
from journeykit.render.views.measuring.stages import DASH

#: The ends of each figure's axis; those of effort are widened where a survey has a longer scale.
_AXES = {"nps": (-100.0, 100.0), "csat": (0.0, 100.0), "ces": (1.0, 7.0)}
_WIDER = ((0.0, 10.0), (0.0, 100.0))
_MOST_GROUPS = 60


@dataclass(frozen=True)
class Survey:
    """A figure. `at`, `start` and `end` are places on its axis in per cent, None where there is no such figure.

    `low` and `high` are "" for too few answers; `few` says so.
    """

    kind: str
    name: str
    group: str
    figure: str
    unit: str
    low: str
    high: str
    n: str
    few: str
    at: float | None
    start: float | None
    end: float | None
    axis: tuple[str, str]
    zero: float | None


@dataclass(frozen=True)
class Moved:
    """How a figure moved, and whether that is more than chance: `good`, `bad`, or "" for what may be chance."""

    text: str
    verdict: str
    tone: str


@dataclass(frozen=True)
class Said:
    """All that was said; `more` groups are not shown."""

    surveys: tuple[Survey, ...]
    groups: tuple[Survey, ...]
    moved: tuple[Moved, ...]
    more: int


def said(measured: Measured) -> Said | None:
    """What customers said; None without answers."""
    if not measured.feedback:
        return None
    axes = {kind: _axis(kind, (*measured.feedback, *measured.feedback_groups)) for kind in _AXES}
    groups = measured.feedback_groups
    return Said(
        tuple(_survey(one, axes[one.kind]) for one in measured.feedback),
        tuple(_survey(one, axes[one.kind]) for one in groups[:_MOST_GROUPS]),
        tuple(map(_moved, measured.shifts)),
        max(0, len(groups) - _MOST_GROUPS),
    )


def _axis(kind: str, told: Sequence[Feedback]) -> tuple[float, float]:
    values = [end for one in told if one.kind == kind for end in (one.low, one.value, one.high) if end is not None]
    for low, high in (_AXES[kind], *_WIDER):
        if all(low <= value <= high for value in values):
            return low, high
    return min(values), max(values)


def _survey(one: Feedback, axis: tuple[float, float]) -> Survey:
    def place(value: float | None) -> float | None:
        return None if value is None else 100 * (value - axis[0]) / (axis[1] - axis[0])

    digits = 2 if one.kind == "ces" else 1
    few = say("only {number} answers", number=words.plain(one.n)) if one.is_small else ""
    low, high = one.low, one.high
    return Survey(
        one.kind,
        one.kind.upper(),
        one.group or "",
        DASH if one.value is None else words.plain(one.value, digits),
        "%" if one.kind == "csat" and one.value is not None else "",
        "" if low is None else words.plain(low, digits),
        "" if high is None else words.plain(high, digits),
        words.plain(one.n),
        few,
        place(one.value),
        place(low),
        place(high),
        (words.plain(axis[0]), words.plain(axis[1])),
        place(0.0) if axis[0] < 0 < axis[1] else None,
    )


def _moved(shift: Shift) -> Moved:
    kind, margin = shift.after.kind, words.plain(shift.margin, 1)
    text = say(
        "{survey} moved by {change} from {first} to {last}.",
        survey=kind.upper(), change=words.signed(round(shift.by, 1)), first=shift.before.group or "",
        last=shift.after.group or "",
    )  # fmt: skip
    if shift.is_noise:
        return Moved(text, say("That may be chance (± {margin}).", margin=margin), "")
    verdict = say("That is more than chance (± {margin}).", margin=margin)
    return Moved(text, verdict, "pos" if shift.by > 0 else "neg")
