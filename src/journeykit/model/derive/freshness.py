"""Whether a map has been looked over lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journeykit.model.elements import Journey
from journeykit.model.values import CalendarDate


@dataclass(frozen=True)
class Freshness:
    """When a map was reviewed, when it is due again, and how many days it is overdue on the day asked for."""

    reviewed: CalendarDate | None
    due: date | None
    overdue_days: int | None


def freshness(journey: Journey, today: date) -> Freshness:
    """The freshness of a map on a day; a month or a year counts to its last day. All None without a review."""
    if journey.reviewed is None:
        return Freshness(None, None, None)
    due = journey.review_every.after(journey.reviewed.last)
    return Freshness(journey.reviewed, due, max(0, (today - due).days))
