from __future__ import annotations

from datetime import date

import pytest

from journeykit.model.derive.freshness import freshness
from journeykit.model.load import load
from journeykit.source.text import Source


@pytest.mark.parametrize(
    ("keys", "today", "due", "overdue"),
    [
        ("reviewed: 2026-03-02", date(2027, 3, 2), date(2027, 3, 2), 0),
        ("reviewed: 2026-03-02", date(2027, 3, 3), date(2027, 3, 2), 1),
        ("reviewed: 2026-03-02", date(2026, 3, 2), date(2027, 3, 2), 0),
        ("reviewed: 2026-02", date(2027, 3, 1), date(2027, 2, 28), 1),
        ("reviewed: 2025", date(2026, 12, 31), date(2026, 12, 31), 0),
        ("reviewed: 2024-02-29", date(2025, 3, 1), date(2025, 2, 28), 1),
        ("reviewed: 2026-03-02\nreview_every: 90 days", date(2026, 6, 10), date(2026, 5, 31), 10),
        ("reviewed: 2026-01-31\nreview_every: 1 month", date(2026, 3, 1), date(2026, 2, 28), 1),
    ],
)
def test_when_a_map_is_due(keys: str, today: date, due: date, overdue: int) -> None:
    journey = load(Source("x", f"journey: 1\ntitle: T\nstages: [a]\n{keys}\n")).journey
    assert journey is not None
    found = freshness(journey, today)
    assert (found.due, found.overdue_days) == (due, overdue)


def test_never_reviewed_is_neither_fresh_nor_overdue() -> None:
    journey = load(Source("x", "journey: 1\ntitle: T\nstages: [a]\n")).journey
    assert journey is not None
    found = freshness(journey, date(2026, 1, 1))
    assert (found.reviewed, found.due, found.overdue_days) == (None, None, None)
