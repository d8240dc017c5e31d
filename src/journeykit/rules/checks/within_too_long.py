"""A checkpoint's `within`, or the days in stage of an alert, that is longer than the stage itself.

By the time it could ring, the customer should be through, or is gone: it can never ring in time.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import Duration, shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The checkpoints and alerts of stages with a duration that allow more time than the stage lasts."""
    for stage in look.stages:
        lasts = stage.duration
        if lasts is None:
            continue
        for checkpoint in stage.gate:
            if checkpoint.within is not None and _is_longer(checkpoint.within, lasts):
                yield Finding(
                    checkpoint,
                    f"{shown(checkpoint.text)} may take {checkpoint.within}, and {shown(stage.text)} lasts {lasts}",
                    "shorten `within`, or lengthen the `duration` of the stage",
                    "within",
                )
        for alert in stage.alerts:
            days = [clause.bound for clause in alert.when.clauses if clause.subject == "days in stage"]
            longest = max((bound for bound in days if bound is not None), default=None)
            if longest is not None and _is_longer(Duration(0, longest, ""), lasts):
                yield Finding(
                    alert,
                    f"{shown(alert.text)} rings after {longest:g} days, and {shown(stage.text)} lasts {lasts}",
                    "let it ring earlier, or lengthen the `duration` of the stage",
                    "when",
                )


def _is_longer(one: Duration, other: Duration) -> bool:
    """Whether a time is longer than another for certain: a month has 30 days or 31, as the other likes."""
    months = one.months - other.months
    return months * (30 if months > 0 else 31) + one.days - other.days > 0


RULE = Rule(
    code="JK911",
    name="within-too-long",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Review
    gate:
      - {checkpoint: First ride in the rain, event: rode_in_rain, within: 6 weeks}
""",
    good="""\
stages:
  - stage: Review
    gate:
      - {checkpoint: First ride in the rain, event: rode_in_rain, within: 4 weeks}
""",
)
