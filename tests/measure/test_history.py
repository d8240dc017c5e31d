"""Health at earlier days is what a run on those days says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from journeykit.measure.history import MOST, Past, days_of, history
from journeykit.model.values import parse_duration

TEXT = """\
journey: 1
title: Trial
stages:
  - stage: Start
    enter: {event: signed_up}
    health: [{signal: Logs in, event: login, per: 10 days, target: 4}]
  - stage: Use
    enter: {event: report}
    health: [{signal: Logs in, event: login, per: 30 days, target: 2}]
"""


def days(text: str, day: str = "2026-03-31") -> list[str]:
    length = parse_duration(text)
    assert length is not None
    return [one.isoformat() for one in days_of(length, date.fromisoformat(day))]


def test_months_weeks_and_days() -> None:
    assert days("3 months") == ["2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31"]
    assert days("3 weeks") == ["2026-03-10", "2026-03-17", "2026-03-24", "2026-03-31"]
    assert days("2 days") == ["2026-03-29", "2026-03-30", "2026-03-31"]
    assert len(days("1 year")) == 13


@pytest.mark.parametrize("text", ["0 days", "30 minutes", "400 months", "5000 weeks"])
def test_too_little_and_too_much(text: str) -> None:
    length = parse_duration(text)
    assert length is not None
    with pytest.raises(ValueError, match="6 months"):
        days_of(length, date(2026, 3, 31))
    assert MOST < 400


def test_a_past_day_is_that_day(measured: Callable[..., Any]) -> None:
    start = datetime(2026, 6, 1, 9)
    events = [(f"c{n}", start + timedelta(days=n), "signed_up", None, None) for n in range(6)]
    events += [(f"c{n}", start + timedelta(days=n + 2 * k), "login", None, None) for n in range(6) for k in range(n)]
    events += [("c3", start + timedelta(days=20), "report", None, None)]
    asked = [date(2026, 6, 10), date(2026, 6, 25)]
    found: list[Past] = []

    def watch(engine: Any, walk: Any, health: Any, has_answers: bool) -> None:
        ends = [(day, datetime(day.year, day.month, day.day) + timedelta(days=1)) for day in asked]
        found.extend(history(engine, walk, has_answers, ends))

    measured(TEXT, events, watching=watch)
    for past in found:
        assert past.stages == measured(TEXT, events, day=past.day.isoformat()).health
    first = found[0]
    # On 10 June c0 to c5 are in Start with 0, 1, 2, 3, 3 and 3 logins of 4 so far.
    assert first.mean == pytest.approx((0 + 25 + 50 + 75 + 75 + 75) / 6)
    assert first.bands == (2, 4, 0)


def test_nobody() -> None:
    nobody = Past(date(2026, 1, 1), ())
    assert (nobody.n, nobody.mean, nobody.bands) == (0, None, (0, 0, 0))
