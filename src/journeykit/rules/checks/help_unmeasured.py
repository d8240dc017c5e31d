"""Live help without a metric, in a map in which other help has one.

Whether an answer helps is for customers to say. Where nobody looks at how they respond, a page that puzzles them stays
as it is for years.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The map's own live help without `metric`; silent in maps that measure no help at all."""
    if not any(help_.metric for help_ in look.journey.help.values()):
        return
    for _, help_ in look.own("help"):
        if not help_.metric and look.facts.is_live(help_) and not look.is_faulty(help_, "state"):
            yield Finding(
                help_,
                f"nobody measures whether {shown(help_.name)} helps",
                "name a metric that tells how customers respond to it under `metric:`",
                "metric",
            )


RULE = Rule(
    code="JK211",
    name="help-unmeasured",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
help:
  guide: {metric: }
""",
    good="""\
help:
  guide: {metric: helped}
""",
)
