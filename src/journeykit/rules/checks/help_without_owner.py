"""Live help without an owner.

Prices, rules and products change. Where nobody is asked to keep an answer true, it goes wrong quietly, and customers
are the first to find out.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map's own live help without `owner`."""
    for _, help_ in look.own("help"):
        if not help_.owner and look.facts.is_live(help_) and not look.is_faulty(help_, "state"):
            yield Finding(
                help_,
                f"nobody keeps {shown(help_.name)} true",
                "name with `owner:` who keeps it up to date",
                "owner",
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
