"""A gap that does not say both what customers want and what they get.

A gap is the distance between two experiences. With one of them missing nobody can see how wide it is, and everybody
fills in the other half for themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look

_ASKS = {"desired": "what customers want", "received": "what customers get"}


def check(look: Look) -> Iterator[Finding]:
    """The gaps without `desired`, without `received`, or without both."""
    for gap in look.facts.every("gaps"):
        missing = [name for name in _ASKS if not getattr(gap, name) and not look.is_faulty(gap, name)]
        if missing:
            yield Finding(
                gap,
                f"the gap {shown(gap.text)} does not say {' and '.join(_ASKS[name] for name in missing)}",
                f"write it under {' and '.join(f'`{name}:`' for name in missing)}",
                missing[0],
            )


RULE = Rule(
    code="JK501",
    name="half-a-gap",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Review
    gaps:
      - gap: The first repair takes too long
        received: A week without the bicycle
""",
    good="""\
stages:
  - stage: Review
    gaps:
      - gap: The first repair takes too long
        desired: Ready on the next day
        received: A week without the bicycle
""",
)
