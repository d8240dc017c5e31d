"""A metric of a live map that was last taken more than half a year ago.

It tells last year's weather: customers may have been leaving ever since, and the map still says that they are well.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import CalendarDate, shown
from journeykit.rules.base import Finding, Option, Rule
from journeykit.rules.look import Look


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The map's own metrics whose `as_of` is too old, in a map where `status: live` is written."""
    if look.journey.status != "live" or "status" not in look.journey.model_fields_set:
        return
    for _, metric in look.own("metrics"):
        if metric.as_of is not None and look.is_older(metric.as_of, limit):
            yield Finding(
                metric,
                f"{shown(metric.name)} was last taken {_when(metric.as_of)}, more than {limit:g} months ago",
                "measure it again, or delete it if nobody does",
                "as_of",
            )


def _when(date: CalendarDate) -> str:
    return f"{'on' if date.first == date.last else 'in'} {date}"


RULE = Rule(
    code="JK903",
    name="metric-stale",
    severity="warning",
    doc=__doc__,
    check=check,
    options={"limit": Option(6, "months after which a figure is old")},
    bad="""\
metrics:
  rides: {name: Rides a week, kind: count, better: higher, now: 3, as_of: 2026-04}
""",
    good="""\
metrics:
  rides: {name: Rides a week, kind: count, better: higher, now: 3, as_of: 2026-10}
""",
)
