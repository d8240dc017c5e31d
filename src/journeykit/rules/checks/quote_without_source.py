"""A quote that cites no evidence.

A quote is the customer's own voice, and the strongest thing on a map. One that nobody said puts words into their
mouths; an invented quote is the worst defect of all.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.together import either_of, together


def check(look: Look) -> Iterator[Finding]:
    """The quotes of all stages and actions that cite nothing."""
    quotes = [quote for _, quote in look.every("quotes")]
    mend = "cite the interview or survey with `evidence:`; words that nobody said belong under `thoughts:`"
    found = [
        Finding(quote, f"nothing tells where {shown(quote.text)} was said", mend, "evidence")
        for quote in quotes
        if not quote.evidence
    ]
    count = either_of(len(quotes), "quotes", "quote")
    return together(
        look, found, len(quotes), lambda: Finding(look.journey, f"nothing tells where {count} was said", mend, "stages")
    )


RULE = Rule(
    code="JK609",
    name="quote-without-source",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Need
    quotes:
      - quote: I could have walked faster.
""",
    good="""\
stages:
  - stage: Need
    quotes:
      - quote: I could have walked faster.
        evidence: [talks]
""",
)
