"""A metric with a value and no date, or with a target and no word on which way is better.

A number without a date may be last week's or last year's, and a target without a direction cannot be reached. Nobody
can act on either for the customer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeykit.model.elements import Metric
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Mend, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map's own metrics that lack `as_of` or `better`."""
    for _, metric in look.own("metrics"):
        if metric.now is not None and metric.as_of is None:
            yield Finding(
                metric,
                f"{shown(metric.name)} has a value, and nothing tells when it was taken",
                "write the day, the month or the year under `as_of:`",
                "as_of",
            )
        if metric.target is not None and metric.direction is None and not look.is_faulty(metric, "kind"):
            yield Finding(
                metric,
                f"{shown(metric.name)} has a target, and nothing tells which way is better",
                "write `better: higher` or `better: lower`",
                "better",
                mend=_mend(metric),
            )


#: Figures of which every customer wants less, in names written in English.
_UNWANTED = re.compile(
    r"\b(wait\w*|churn\w*|abandon\w*|drop[- ]?(off|out)s?|complain\w*|errors?|failures?|bounce\w*|cancel\w*|"
    r"leave|leaving|unanswered|(time|days|hours|minutes|weeks) (to|until|till))\b",
    re.IGNORECASE,
)


def _mend(metric: Metric) -> Mend | None:
    """Which way is better, as far as the target tells: safe where less is aimed at of what nobody wants more of."""
    if metric.now is None or metric.target is None or metric.now == metric.target:
        return None
    wanted = "higher" if metric.target > metric.now else "lower"
    is_sure = wanted == "lower" and (metric.kind == "duration" or _UNWANTED.search(metric.name) is not None)
    return Mend("better", wanted, is_sure, after=("target", "unit", "kind", "name"))


RULE = Rule(
    code="JK902",
    name="metric-incomplete",
    severity="warning",
    doc=__doc__,
    check=check,
    for_library=True,
    bad="""\
metrics:
  rides: {name: Rides a week, kind: count, better: higher, now: 3}
""",
    good="""\
metrics:
  rides: {name: Rides a week, kind: count, better: higher, now: 3, as_of: 2026-10}
""",
)
