"""What brings results: actions and the next gate, and what customers are worth by how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeykit.measure.results import Result
from journeykit.measure.worth import Behind, StageWorth
from journeykit.render.language import say
from journeykit.render.views import words
from journeykit.render.views.measuring.stages import DASH, share


@dataclass(frozen=True)
class Going:
    """An action and the gate ahead: who passed with it and without it. `tone` is for a difference beyond chance."""

    text: str
    gate: str
    with_: str
    n_with: str
    without: str
    n_without: str
    points: str
    between: str
    tone: str
    few: bool


@dataclass(frozen=True)
class Worth:
    """The value of the customers of a stage: all of them, the stuck, the unwell, and those ready for more.

    Each is the value, and how many they are; dashes where the stage cannot tell them.
    """

    name: str
    sums: tuple[tuple[str, str], ...]


def going(told: Sequence[Result]) -> tuple[Going, ...]:
    """The actions seen, with what goes together with them."""
    found = []
    for one in told:
        by = one.difference
        ends = [words.signed(round(end * 100)) for end in one.interval or ()]
        points = DASH if by is None else words.signed(round(by * 100))
        found.append(
            Going(
                one.text,
                one.name,
                share(one.share_with),
                words.plain(one.with_),
                share(one.share_without),
                words.plain(one.without),
                points,
                say("{low} to {high}", low=ends[0], high=ends[1]) if ends else "",
                "" if not one.is_clear else "pos" if (by or 0) > 0 else "neg",
                one.is_small,
            )
        )
    return tuple(found)


def worth(told: Sequence[StageWorth]) -> tuple[Worth, ...]:
    """The stages with the value in them."""
    return tuple(Worth(one.name, tuple(map(_sum, (one.here, one.stuck, one.unwell, one.ready)))) for one in told)


def _sum(one: Behind | None) -> tuple[str, str]:
    return (DASH, "") if one is None else (words.plain(one.value, 0), words.plain(one.customers))
