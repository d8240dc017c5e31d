"""Two or more pieces of evidence, all found by one method.

What customers say, what they do and what they write when they are angry are three different things. One eye sees no
depth: a second method shows where they part.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map as a whole, where every piece of evidence names a method and all name the same."""
    methods = [evidence.method for evidence in look.journey.evidence.values()]
    if len(methods) >= 2 and methods[0] is not None and len(set(methods)) == 1:
        count = "both" if len(methods) == 2 else f"all {len(methods)}"
        yield Finding(
            look.journey,
            f"{count} pieces of evidence for {shown(look.journey.title)} come from one method: {methods[0]}",
            "look at it in a second way: what customers say, what they do, what they complain of",
            "evidence",
        )


RULE = Rule(
    code="JK605",
    name="single-method",
    severity="info",
    doc=__doc__,
    check=check,
    off_in_future=True,
    bad="""\
evidence:
  counts: {method: interview}
""",
    good="""\
evidence:
  counts: {method: analytics}
""",
)
