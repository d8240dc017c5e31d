"""An action through a touchpoint that is planned, missing, failing or retired, in a stage without gap or pain.

The customer comes to a place that is not there, or does not work. The map knows it and says nothing of what that is
like.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.meeting import at_touchpoint, is_told, touchpoint_of

_STATES = {"planned": "only planned", "missing": "missing", "failing": "failing", "retired": "retired"}


def check(look: Look) -> Iterator[Finding]:
    """The actions at a touchpoint that is not there or does not work, where nothing in the stage tells so."""
    for stage, action in look.actions:
        touchpoint = touchpoint_of(look, action)
        if touchpoint is None or touchpoint.state not in _STATES or is_told(look, stage):
            continue
        state = _STATES[touchpoint.state]
        yield Finding(
            action,
            f"{shown(action.text)} goes through {shown(touchpoint.name)}, which is {state}",
            "write what the customer meets instead as a gap or a pain, or take the action another way",
            "touchpoint",
            at_touchpoint(look, action.touchpoint or "", f"{shown(touchpoint.name)} is {state}", "state"),
        )


RULE = Rule(
    code="JK310",
    name="missing-touchpoint",
    severity="warning",
    doc=__doc__,
    check=check,
    off_in_future=True,
    bad="""\
touchpoints:
  ride: {name: Trial ride, channel: shop, state: planned, owner: Shop team}
stages:
  - stage: Evaluation
    actions:
      - action: Rides one round the block
        touchpoint: ride
        emotion: {score: 1, desired: 2}
        moment_of_truth: true
        evidence: [counts]
""",
    good="""\
touchpoints:
  ride: {name: Trial ride, channel: shop, state: planned, owner: Shop team}
stages:
  - stage: Evaluation
    actions:
      - action: Rides one round the block
        touchpoint: ride
        emotion: {score: 1, desired: 2}
        moment_of_truth: true
        evidence: [counts]
        pains:
          - {pain: One may look and not ride, severity: medium, touchpoint: ride, evidence: [talks]}
""",
)
