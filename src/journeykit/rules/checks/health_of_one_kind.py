"""A health made of one signal, or of signals that all come from events or all from surveys.

Customers who use something every day may be looking for another, and those who say that all is well may have stopped
using it. Usage alone is no health, and neither is a kind word.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The stages whose health has one signal, or one source."""
    for stage in look.stages:
        if not stage.health or look.is_faulty(stage, "health"):
            continue
        if any(look.is_faulty(signal, "event", "survey") for signal in stage.health):
            continue
        sources = {"events" for signal in stage.health if signal.event}
        sources |= {"surveys" for signal in stage.health if signal.survey}
        if len(stage.health) == 1:
            rests = "one signal"
        elif len(sources) < 2:
            rests = f"{next(iter(sources), 'signals without a source')} alone"
        else:
            continue
        yield Finding(
            stage,
            f"the health of customers in {shown(stage.text)} rests on {rests}",
            "join what they do (`event:`) with what they say (`survey:`)",
            "health",
        )


RULE = Rule(
    code="JK907",
    name="health-of-one-kind",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Review
    health:
      - {signal: Rides, event: ride, per: 7 days, target: 5}
""",
    good="""\
stages:
  - stage: Review
    health:
      - {signal: Rides, event: ride, per: 7 days, target: 5}
      - {signal: Says so, survey: csat, target: 4.5}
""",
)
