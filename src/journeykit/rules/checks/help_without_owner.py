"""Live help without an owner.

Prices, rules and products change. Where nobody is asked to keep an answer true, it goes wrong quietly, and customers
are the first to find out.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.together import none_of, together


def check(look: Look) -> Iterator[Finding]:
    """The map's own live help without `owner`."""
    live = [help_ for _, help_ in look.own("help") if look.facts.is_live(help_)]
    found = [
        Finding(help_, f"{shown(help_.name)} has no owner who keeps it true", "name them with `owner:`", "owner")
        for help_ in live
        if not help_.owner and not look.is_faulty(help_, "state")
    ]
    return together(
        look,
        found,
        len(live),
        lambda: Finding(
            look.journey,
            f"{none_of(len(live), 'pieces of live help', 'piece of live help')} has an owner who keeps it true",
            "name at each with `owner:` who looks after it",
            "help",
        ),
    )


RULE = Rule(
    code="JK208",
    name="help-without-owner",
    severity="info",
    doc=__doc__,
    check=check,
    for_library=True,
    bad="""\
help:
  guide: {owner: }
""",
    good="""\
help:
  guide: {owner: Shop team}
""",
)
