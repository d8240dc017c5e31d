"""A risk of high likelihood or of high harm without live help that keeps it small.

The organisation knows what may go wrong and lets it come. For customers it is the day on which nobody was prepared for
them.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The grave risks none of whose mitigations is live."""
    library = look.journey.help
    for risk in look.risks:
        if risk.likelihood != "high" and risk.harm != "high":
            continue
        if any(key in library and look.facts.is_live(library[key]) for key in risk.mitigations):
            continue
        if risk.likelihood == risk.harm:
            weight = "high likelihood and harm"
        else:
            weight = "high likelihood" if risk.likelihood == "high" else "high harm"
        yield Finding(
            risk,
            f"no live help stands against {shown(risk.text)}, a risk of {weight}",
            "name live help against it under `mitigations:`",
            "mitigations",
        )


RULE = Rule(
    code="JK506",
    name="risk-without-mitigation",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Review
    risks:
      - {risk: The bicycle is stolen, likelihood: medium, harm: high}
""",
    good="""\
stages:
  - stage: Review
    risks:
      - {risk: The bicycle is stolen, likelihood: medium, harm: high, mitigations: [guide]}
""",
)
