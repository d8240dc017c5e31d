"""What customers said: NPS, CSAT and CES, each with how many were asked and how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from math import sqrt
from typing import Any, Literal

from journeykit.measure.engines.base import Engine
from journeykit.measure.tables import answers

#: The quantile of the normal distribution for an interval that holds 95 % of the time.
Z = 1.959963984540054
#: With fewer answers a figure is told as a small sample.
SMALL = 30
#: What answers can be told by; a month or a quarter is that of the answer.
GROUPS = ("stage", "touchpoint", "channel", "segment", "month", "quarter")

Kind = Literal["nps", "csat", "ces"]
KINDS: tuple[Kind, ...] = ("nps", "csat", "ces")


@dataclass(frozen=True)
class Feedback:
    """A figure of a survey.

    NPS runs from −100 to 100 and CSAT from 0 to 100; CES is the mean on its own scale. `low` and `high` are the 95 %
    interval, None for fewer than two answers. `counts` are those counted for and against: promoters and detractors,
    or the satisfied and the others; for CES there are none.
    """

    kind: Kind
    group: str | None
    n: int
    value: float | None
    low: float | None
    high: float | None
    counts: tuple[int, int] | None = None

    @property
    def is_small(self) -> bool:
        """Whether so few answered that the figure says little."""
        return self.n < SMALL


@dataclass(frozen=True)
class Shift:
    """How a figure moved between two groups, and whether that is more than noise (two-sided, 95 %)."""

    before: Feedback
    after: Feedback
    by: float
    margin: float

    @property
    def is_noise(self) -> bool:
        """Whether so small a change may be chance."""
        return abs(self.by) <= self.margin


def nps(promoters: int, detractors: int, n: int, group: str | None = None) -> Feedback:
    """Net Promoter Score (Reichheld 2003): the share of 9 and 10 minus the share of 0 to 6, times 100.

    The interval is that of a difference of two shares of one sample: variance (p + d − (p − d)²) / n.
    """
    if n == 0:
        return Feedback("nps", group, 0, None, None, None, (0, 0))
    for_, against = promoters / n, detractors / n
    value = for_ - against
    low = high = None
    if n > 1:
        margin = Z * sqrt(max(0.0, for_ + against - value**2) / n)
        low, high = max(-1.0, value - margin) * 100, min(1.0, value + margin) * 100
    return Feedback("nps", group, n, value * 100, low, high, (promoters, detractors))


def csat(satisfied: int, n: int, group: str | None = None) -> Feedback:
    """Customer satisfaction: the share of the satisfied in per cent, with Wilson's interval (Wilson 1927)."""
    if n == 0:
        return Feedback("csat", group, 0, None, None, None, (0, 0))
    share = satisfied / n
    low = high = None
    if n > 1:
        middle = (share + Z**2 / (2 * n)) / (1 + Z**2 / n)
        margin = Z / (1 + Z**2 / n) * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
        low, high = max(0.0, middle - margin) * 100, min(1.0, middle + margin) * 100
    return Feedback("csat", group, n, share * 100, low, high, (satisfied, n - satisfied))


def ces(mean: float | None, deviation: float | None, n: int, group: str | None = None) -> Feedback:
    """Customer effort: the mean on the survey's own scale, ± the normal quantile times its standard error."""
    if n == 0 or mean is None:
        return Feedback("ces", group, 0, None, None, None)
    margin = Z * deviation / sqrt(n) if deviation is not None and n > 1 else None
    return Feedback(
        "ces", group, n, mean, None if margin is None else mean - margin, None if margin is None else mean + margin
    )


def feedback(
    engine: Engine, until: datetime, group: str | None = None, satisfied: float = 4, since: datetime | None = None
) -> tuple[Feedback, ...]:
    """The figures of all kinds of surveys up to a moment (UTC), whole or by a group; `satisfied` is the least score
    that counts for CSAT (4 of 5, the top two, by default).
    """
    given = answers()
    given = given.filter(given["at"] < until)
    if since is not None:
        given = given.filter(given["at"] >= since)
    keys: list[Any] = ["kind"]
    if group is not None:
        given = given.mutate(group_=_key(given, group))
        keys.append("group_")
    # A score is counted, not added up: what follows from counts is the same whichever engine counted.
    rows = engine.rows(given.group_by([*keys, "score"]).aggregate(n=given.count()))
    scores: dict[tuple[Kind, str | None], dict[float, int]] = {}
    for kind, *told, score, n in rows:
        scores.setdefault((kind, told[0] if told else None), {})[score] = n
    found = [_figure(kind, name, counts, satisfied) for (kind, name), counts in scores.items()]
    return tuple(sorted(found, key=lambda one: (KINDS.index(one.kind), one.group is None, one.group or "")))


def _key(given: Any, group: str) -> Any:
    if group == "month":
        return given.local.strftime("%Y-%m")
    if group == "quarter":
        return given.local.year().cast("string") + "-Q" + given.local.quarter().cast("string")
    return given[group]


def _figure(kind: Kind, group: str | None, counts: Mapping[float, int], satisfied: float) -> Feedback:
    """The figure of a kind of survey from how often each score was given."""
    n = sum(counts.values())

    def given(holds: Callable[[float], bool]) -> int:
        return sum(count for score, count in counts.items() if holds(score))

    if kind == "nps":
        return nps(given(lambda score: score >= 9), given(lambda score: score <= 6), n, group)
    if kind == "csat":
        return csat(given(lambda score: score >= satisfied), n, group)
    mean = sum(Fraction(score) * count for score, count in counts.items()) / n
    squares = sum((Fraction(score) - mean) ** 2 * count for score, count in counts.items())
    return ces(float(mean), sqrt(squares / (n - 1)) if n > 1 else None, n, group)


def method(kind: Kind, scale: tuple[float, float], satisfied: float) -> str:
    """How a figure is reckoned, in words."""
    low, high = scale
    if kind == "nps":
        return f"share of 9 and 10 minus share of 0 to 6, on a scale of {low:g} to {high:g}"
    if kind == "csat":
        return f"share of scores from {satisfied:g}, on a scale of {low:g} to {high:g}"
    return f"mean, on a scale of {low:g} to {high:g}"


def shift(before: Feedback, after: Feedback) -> Shift | None:
    """How a figure moved; None where either has no interval. Margins of independent samples add in squares."""
    if None in (before.value, after.value, before.low, after.low):
        return None
    assert before.value is not None and after.value is not None
    margin = sqrt(_margin(before) ** 2 + _margin(after) ** 2)
    return Shift(before, after, after.value - before.value, margin)


def _margin(one: Feedback) -> float:
    """Half the width of an interval that was not cut at the end of its scale."""
    assert one.low is not None and one.high is not None and one.value is not None
    return max(one.high - one.value, one.value - one.low)
