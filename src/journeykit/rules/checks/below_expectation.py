"""A touchpoint that falls far short of what customers expect there, while no open gap and no pain names it.

Somebody rated it, so somebody knows. But a rating mends nothing: until the gap is written down with what customers
want and what they get, nobody can be asked to close it. A gap or a pain on an action names the touchpoint that the
action goes through, unless it names another.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Option, Rule
from journeykit.rules.look import Look
from journeykit.rules.meeting import rated, troubles_at


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The touchpoints too far below expectation that no gap which is not closed, and no pain, names."""
    below = [
        (key, touchpoint, touchpoint.quality, touchpoint.expected)
        for key, touchpoint in look.own("touchpoints")
        if touchpoint.quality is not None
        and touchpoint.expected is not None
        and touchpoint.expected - touchpoint.quality >= limit
        and look.facts.is_met(touchpoint)
    ]
    if not below:
        return
    named = troubles_at(look)
    for key, touchpoint, quality, expected in below:
        if key not in named:
            yield Finding(
                touchpoint,
                f"{shown(touchpoint.name)} has a quality of {rated(quality)} where customers expect {rated(expected)}, "
                "and no gap says so",
                f"write the gap in the stage where they meet it, with `touchpoint: {key}`",
                "quality",
            )


RULE = Rule(
    code="JK303",
    name="below-expectation",
    severity="warning",
    doc=__doc__,
    check=check,
    gives_way_to=("JK302",),
    options={"limit": Option(2, "how far below the expected quality, both from 1 to 5")},
    bad="""\
touchpoints:
  counter: {expected: 5, quality: 3}
""",
    good="""\
touchpoints:
  counter: {expected: 5, quality: 3}
stages:
  - stage: Evaluation
    gaps:
      - gap: Nobody is free at the counter on Saturdays
        desired: Somebody asks within a minute
        received: A queue of ten
        touchpoint: counter
        severity: medium
        evidence: [counts]
""",
)
