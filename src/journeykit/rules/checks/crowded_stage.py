"""A stage with more than 9 actions.

So many steps are two stages in one, or a journey of their own. In a crowd of actions the one at which customers
despair looks like all the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Option, Rule
from journeykit.rules.look import Look


def check(look: Look, limit: float) -> Iterator[Finding]:
    """The stages with more actions than `limit`."""
    for stage in look.stages:
        if len(stage.actions) > limit:
            yield Finding(
                stage,
                f"{len(stage.actions)} actions are too many for {shown(stage.text)}",
                "make two stages of it, or a map of its own, with `parent:`",
                "actions",
            )


RULE = Rule(
    code="JK105",
    name="crowded-stage",
    severity="info",
    doc=__doc__,
    check=check,
    options={"limit": Option(9, "the most actions of a stage")},
    bad="""\
stages:
  - stage: Discovery
    emotion: 0
    actions:
      - Asks at work
      - Reads a test
      - Forgets about it
      - Sees one in the street
      - Counts the money
      - Asks the neighbour
      - Looks at the shop window
      - Goes in
      - Looks around
      - Takes a leaflet home
""",
    good="""\
stages:
  - stage: Discovery
    emotion: 0
    actions:
      - Asks at work and the neighbour
      - Reads a test
      - Counts the money
      - Looks around in the shop
      - Takes a leaflet home
""",
)
