"""An opportunity that is neither done nor dropped and lacks its impact or its effort.

What would help customers most, for the least work, comes first. Without both figures nobody can decide, and the
loudest idea wins instead of the best.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.together import none_of, together


def check(look: Look) -> Iterator[Finding]:
    """The opportunities still to be decided on that cannot be ranked."""
    undecided = [one for one in look.opportunities if one.state not in ("done", "dropped")]
    found = []
    for opportunity in undecided:
        if opportunity.impact is not None and opportunity.effort is not None:
            continue
        missing = [name for name in ("impact", "effort") if getattr(opportunity, name) is None]
        if look.is_faulty(opportunity, "state", *missing):
            continue
        mend = f"rate {' and '.join(f'`{name}:`' for name in missing)} from 1 to 5"
        message = f"{shown(opportunity.text)} cannot be ranked: it has no {' and no '.join(missing)}"
        found.append(Finding(opportunity, message, mend, missing[0]))
    all_ = len(undecided) == len(look.opportunities)
    kind = ("opportunities", "opportunity") if all_ else ("opportunities to decide on", "opportunity to decide on")
    return together(
        look,
        found,
        len(undecided),
        lambda: Finding(
            look.journey,
            f"{none_of(len(undecided), *kind)} can be ranked: each lacks its impact, its effort or both",
            "rate `impact:` and `effort:` from 1 to 5, first of those that customers would feel most",
            "opportunities" if look.journey.opportunities else "stages",
        ),
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
