"""Planned against actual in words: how well the ways taken fit the map, and where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeykit.measure.flow import Step
from journeykit.measure.report import Measured
from journeykit.render.language import say
from journeykit.render.views import words
from journeykit.render.views.measuring.stages import DASH

_MOST = 12


@dataclass(frozen=True)
class OffPlan:
    """A step that is not on the map: its sort (skipped, back, repeated), from where to where, how often, after what
    time by the median.
    """

    sort: str
    source: str
    target: str
    count: str
    median: str


@dataclass(frozen=True)
class Ways:
    """How the ways fit. `off` are the steps off the map seen most, of `all_off`; `unseen` are actions that nobody took
    as far as the data tells, `unknown` events that the map does not name, each with its count.
    """

    said: str
    off: tuple[OffPlan, ...]
    all_off: int
    unseen: tuple[str, ...]
    unknown: tuple[tuple[str, str], ...]
    more_unknown: int


def ways(measured: Measured) -> Ways | None:
    """How the ways taken fit the map; None without events."""
    told = measured.conformance
    if told is None:
        return None
    if told.fitness is None:
        said = say("No two actions of the map follow each other in the data.")
    else:
        every = sum(step.count for steps in (told.kept, told.skipped, told.repeated, told.back) for step in steps)
        said = say(
            "{share} of {count} steps between actions of the map follow one of its arrows.",
            share=words.percent(told.fitness), count=words.plain(every),
        )  # fmt: skip
    off = [
        (step, sort)
        for sort, steps in (
            (say("Skipped what lies between"), told.skipped),
            (say("Went back"), told.back),
            (say("Repeated"), told.repeated),
        )
        for step in steps
    ]
    off.sort(key=lambda one: (-one[0].count, one[0].source, one[0].target))
    unknown = tuple((name, words.plain(count)) for name, count in told.unknown[:_MOST])
    return Ways(
        said,
        _off(off[:_MOST]),
        len(off),
        tuple(one.text for one in told.unseen),
        unknown,
        len(told.unknown) - len(unknown),
    )


def _off(found: Sequence[tuple[Step, str]]) -> tuple[OffPlan, ...]:
    return tuple(
        OffPlan(
            sort,
            step.source,
            step.target,
            words.plain(step.count),
            DASH if step.seconds is None else words.span_of(step.seconds / 86_400),
        )
        for step, sort in found
    )
