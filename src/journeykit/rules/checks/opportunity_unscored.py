"""An opportunity that is neither done nor dropped and lacks its impact or its effort.

What would help customers most, for the least work, comes first. Without both figures nobody can decide, and the
loudest idea wins instead of the best.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The opportunities still to be decided on that cannot be ranked."""
    for opportunity in look.opportunities:
        if opportunity.state in ("done", "dropped"):
            continue
        missing = [name for name in ("impact", "effort") if getattr(opportunity, name) is None]
        if not missing or look.is_faulty(opportunity, "state", *missing):
            continue
        yield Finding(
            opportunity,
            f"{shown(opportunity.text)} cannot be ranked: it has no {' and no '.join(missing)}",
            f"rate {' and '.join(f'`{name}:`' for name in missing)} from 1 to 5",
            missing[0],
        )


RULE = Rule(
    code="JK503",
    name="opportunity-unscored",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
opportunities:
  - {opportunity: Lend bicycles for a week, impact: 4}
""",
    good="""\
opportunities:
  - {opportunity: Lend bicycles for a week, impact: 4, effort: 3}
""",
)
