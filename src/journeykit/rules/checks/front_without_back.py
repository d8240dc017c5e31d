"""An action with something done in the customer's sight and nothing behind it.

What customers see is held up by people and systems they do not see. Where nobody has drawn these, nobody knows who does
it, and it breaks there first. Another action of the stage that only happens behind the scenes stands behind it too.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.cast import is_behind
from journeykit.rules.look import Look
from journeykit.rules.together import either_of, together


def check(look: Look) -> Iterator[Finding]:
    """The actions with frontstage and neither backstage nor support, of their own or of the stage."""
    fronts = [(stage, action) for stage, action in look.actions if action.frontstage]
    mend = "write who does the work under `backstage:`, or which system carries it under `support:`"
    found = []
    for stage, action in fronts:
        if action.backstage or action.support or stage.backstage or stage.support:
            continue
        if any(map(is_behind, stage.actions)):
            continue
        if not look.is_faulty(action, "backstage", "support"):
            seen = action.frontstage[0].text
            at = f" at {shown(action.text)}" if seen != action.text else ""
            found.append(Finding(action, f"nothing stands behind {shown(seen)}{at}", mend, "frontstage"))
    count = either_of(len(fronts), "actions with a front stage", "action with a front stage")
    return together(
        look, found, len(fronts), lambda: Finding(look.journey, f"nothing stands behind {count}", mend, "stages")
    )


RULE = Rule(
    code="JK909",
    name="front-without-back",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Discovery
    actions:
      - action: Looks at bicycles in the shop
        touchpoint: counter
        emotion: {score: 0, desired: 1}
        evidence: [talks]
        frontstage: [Adviser shows three of them]
""",
    good="""\
stages:
  - stage: Discovery
    actions:
      - action: Looks at bicycles in the shop
        touchpoint: counter
        emotion: {score: 0, desired: 1}
        evidence: [talks]
        frontstage: [Adviser shows three of them]
        backstage: [Workshop sets the saddles]
""",
)
