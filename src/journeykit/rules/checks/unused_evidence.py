"""Evidence that nothing in the map cites.

Customers gave their time to tell it. Research that nobody used is paid for twice: the next team will ask them the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map's own pieces of evidence that no element, entry or emotion cites."""
    if look.cites_amiss:
        return
    for key, evidence in look.own("evidence"):
        if key in look.uncited:
            yield Finding(
                evidence,
                f"nothing cites {shown(evidence.name)}",
                f"cite it with `evidence: [{key}]` where the map rests on it, or delete it",
            )


RULE = Rule(
    code="JK607",
    name="unused-evidence",
    severity="info",
    doc=__doc__,
    check=check,
    off_in_future=True,
    bad="""\
evidence:
  diary: {name: Diary of one winter, method: diary, sample: 9, date: 2026-02}
""",
    good="""\
evidence:
  diary: {name: Diary of one winter, method: diary, sample: 9, date: 2026-02}
personas:
  ana: {evidence: [talks, diary]}
""",
)
