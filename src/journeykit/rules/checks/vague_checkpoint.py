"""A checkpoint that names neither an event nor a metric.

"Is happy" cannot be checked: the gate opens for nobody or for everybody, and the customer who is stuck is not seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The checkpoints of all gates that no data can tell of."""
    for stage in look.stages:
        for checkpoint in stage.gate:
            if checkpoint.event or checkpoint.metric or look.is_faulty(checkpoint, "metric"):
                continue
            yield Finding(
                checkpoint,
                f"nothing tells when {shown(checkpoint.text)} holds",
                "name what customers have done with `event:`, or the figure that tells with `metric:`",
                "event",
            )


RULE = Rule(
    code="JK906",
    name="vague-checkpoint",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Review
    gate: [Is happy]
""",
    good="""\
stages:
  - stage: Review
    gate:
      - {checkpoint: Is happy, event: rode_ten_times}
""",
)
