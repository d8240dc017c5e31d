"""No action is marked as a moment of truth, or so many are that the mark says nothing.

A few moments decide whether customers stay. Those who do not know which ones spread their effort over all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.rules.base import Elsewhere, Finding, Option, Rule
from journeykit.rules.look import Look


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The map, where it marks no action or too many."""
    marked = [action for _, action in look.actions if action.moment_of_truth]
    if not marked and not any(look.is_faulty(action, "moment_of_truth") for _, action in look.actions):
        yield Finding(
            look.journey,
            "no action is marked as a moment of truth",
            "mark the few that decide whether customers stay with `moment_of_truth: yes`, or with the reason",
            "stages",
        )
    if len(marked) > limit:
        yield Finding(
            look.journey,
            f"{len(marked)} actions are marked as moments of truth, and only a few can decide",
            f"keep the mark for {limit:g} or fewer",
            "stages",
            tuple(Elsewhere("marked", action, "moment_of_truth") for action in marked),
        )


RULE = Rule(
    code="JK408",
    name="no-moment-of-truth",
    severity="info",
    doc=__doc__,
    check=check,
    options={"limit": Option(5, "the most moments of truth a map may have")},
    bad="""\
stages:
  - stage: Evaluation
    actions:
      - {action: Tries three of them, touchpoint: counter, emotion: 1, evidence: [counts]}
""",
    good="""\
stages:
  - stage: Evaluation
    actions:
      - action: Tries three of them
        touchpoint: counter
        emotion: 1
        moment_of_truth: Without a ride nobody buys
        evidence: [counts]
""",
)
