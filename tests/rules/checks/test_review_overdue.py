from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("reviewed", "every", "today"),
    [
        ("2025-11-21", "12 months", "2026-11-21"),
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2025-11", "12 months", "2026-11-30"),
        ("2026-11-14", "7 days", "2026-11-21"),
        ("2027-01-01", "12 months", "2026-11-21"),
    ],
)
def test_on_the_day_itself_it_is_not_overdue(find, reviewed: str, every: str, today: str) -> None:
    assert find("JK701", f"reviewed: {reviewed}\nreview_every: {every}\n", today=today) == []


@pytest.mark.parametrize(
    ("reviewed", "every", "today"),
    [
        ("2025-11-21", "12 months", "2026-11-22"),
        ("2026-01-31", "1 month", "2026-03-01"),
        ("2025-11", "12 months", "2026-12-01"),
        ("2026-11-14", "7 days", "2026-11-22"),
    ],
)
def test_a_day_later_it_is(find, reviewed: str, every: str, today: str) -> None:
    (found,) = find("JK701", f"reviewed: {reviewed}\nreview_every: {every}\n", today=today)
    assert found.message.endswith(", 1 day ago")


def test_a_year_is_the_default_and_it_stands_at_the_date(find) -> None:
    text = "journey: 1\ntitle: T\nreviewed: 2025-06-01\nstages: [A]\n"
    (found,) = find("review-overdue", text)
    assert found.message == "the map was due for a review on 2026-06-01, 173 days ago"
    assert (found.element, found.field, found.span.line, found.span.column) == ("", "reviewed", 3, 11)


def test_never_reviewed_is_another_matter(find) -> None:
    assert find("JK701", "reviewed:\n") == []
