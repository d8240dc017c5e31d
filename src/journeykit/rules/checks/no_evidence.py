"""A map that cites no evidence at all: nothing in it says how it is known.

Customers live the journey that is, not the one that was agreed on in a meeting. Without research behind it a map is an
opinion, nicely drawn, and the money goes where nobody hurts.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map as a whole, where neither an element nor an emotion nor an entry cites anything."""
    if len(look.uncited) == len(look.journey.evidence) and not look.cites_amiss:
        yield Finding(
            look.journey,
            f"nothing in {shown(look.journey.title)} cites evidence",
            "describe the research under `evidence:`, and cite it where the map rests on it",
            "evidence",
        )


RULE = Rule(
    code="JK601",
    name="no-evidence",
    severity="warning",
    doc=__doc__,
    check=check,
    off_in_future=True,
    bad="""\
personas:
  ana:
    evidence:
evidence:
stages:
  - stage: Need
    actions:
      - action: Misses the bus again
        channel: web
        emotion: {score: -1, because: it leaves too early, desired: 1}
        pains:
          - {pain: The bus leaves too early, severity: medium}
  - stage: Discovery
    actions:
      - action: Looks at bicycles in the shop
        touchpoint: counter
        emotion: 0
  - stage: Evaluation
    actions:
      - action: Tries three of them
        touchpoint: counter
        emotion: 1
        moment_of_truth: true
  - stage: Decision
    actions:
      - action: Buys the blue one
        touchpoint: counter
        emotion: 1
  - stage: Review
    actions:
      - action: Rides to work
        channel: shop
        emotion: 2
        advocacy: true
""",
    good="""\
evidence:
  talks: {name: Talks with riders, method: interview, sample: 12, date: 2026-04}
""",
)
