"""A metric with a number that cannot be: an NPS beyond ±100, a satisfaction or a conversion outside 0 to 100 per cent.

Somebody slipped, or counted something else. Decisions for customers must not rest on a number that cannot exist.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look

#: kind -> the lowest and the highest number, and how such a figure is called
_RANGES = {
    "nps": (-100, 100, "an NPS lies between −100 and 100"),
    "csat": (0, 100, "a satisfaction in per cent lies between 0 and 100"),
    "conversion": (0, 100, "a conversion lies between 0 and 100 per cent"),
}
_PER_CENT = frozenset({"%", "per cent", "percent"})
_CALLED = {"now": "value", "was": "earlier value", "target": "target"}


def check(look: Look) -> Iterator[Finding]:
    """The numbers of the map's own metrics; without a unit, a satisfaction is in per cent."""
    for _, metric in look.own("metrics"):
        if metric.kind not in _RANGES:
            continue
        if metric.kind == "csat" and metric.unit is not None and metric.unit.lower() not in _PER_CENT:
            continue
        low, high, meaning = _RANGES[metric.kind]
        for field, called in _CALLED.items():
            value = getattr(metric, field)
            if value is not None and not low <= value <= high:
                number = f"{value:g}".replace("-", "−")
                yield Finding(
                    metric,
                    f"the {called} of {shown(metric.name)} is {number}, and {meaning}",
                    "correct the number, or the `kind` of the metric",
                    field,
                )


RULE = Rule(
    code="JK904",
    name="metric-out-of-range",
    severity="error",
    doc=__doc__,
    check=check,
    for_library=True,
    keeps_severity=True,
    bad="""\
metrics:
  nps: {name: Would tell a friend, kind: nps, now: 140, as_of: 2026-10}
""",
    good="""\
metrics:
  nps: {name: Would tell a friend, kind: nps, now: 40, as_of: 2026-10}
""",
)
