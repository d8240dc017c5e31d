"""An alert that names nobody to hear it and nothing that happens.

The bell rings in an empty house: the customer is lost, and everybody can read later that it was known.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The alerts of all stages with neither `notify` nor `does`."""
    for stage in look.stages:
        for alert in stage.alerts:
            if not alert.notify and not alert.does and not look.is_faulty(alert, "does"):
                yield Finding(
                    alert,
                    f"nobody hears {shown(alert.text)}",
                    "name those who hear of it with `notify:`, or what happens with `does:`",
                    "notify",
                )


RULE = Rule(
    code="JK908",
    name="alert-without-receiver",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Review
    alerts:
      - {alert: Losing them, when: health < 50}
""",
    good="""\
stages:
  - stage: Review
    alerts:
      - {alert: Losing them, when: health < 50, notify: [Shop team]}
""",
)
