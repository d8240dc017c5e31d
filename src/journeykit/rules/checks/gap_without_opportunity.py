"""An open gap or pain of high or critical severity with no opportunity on it.

It was seen, it was called grave, and it was left. Customers go on being hurt by something that everybody who reads the
map knows about.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The open gaps and pains (their state is open or planned) that are grave, and that nothing is to mend."""
    for element in look.facts.gaps.elements:
        if element.severity not in ("high", "critical") or element.opportunities:
            continue
        if not look.is_faulty(element, "state"):
            kind = f"a {element.noun} of {element.severity} severity"
            yield Finding(
                element,
                f"nobody says what could be done about {shown(element.text)}, {kind}",
                "write an idea on it, under `opportunities:`",
                "opportunities",
            )


RULE = Rule(
    code="JK502",
    name="gap-without-opportunity",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Review
    pains:
      - pain: The saddle hurts after an hour
        severity: high
        evidence: [talks]
""",
    good="""\
stages:
  - stage: Review
    pains:
      - pain: The saddle hurts after an hour
        severity: high
        evidence: [talks]
        opportunities:
          - {opportunity: Try other saddles for a week, impact: 3, effort: 3}
""",
)
