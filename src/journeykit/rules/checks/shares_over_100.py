"""Shares that add up to more than the whole: of those who leave a stage, or of personas in different segments.

More than all customers cannot leave, nor can they be in two segments at once. Whoever plans with such shares plans for
people who are not there.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.identity import slug
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look

#: What rounding may add up to.
_ROUNDING = 1e-6


def check(look: Look) -> Iterator[Finding]:
    """The stages whose leaves share out more than 100 %; the map, where its segments do.

    Personas of one segment may be the same people: only the largest of them counts.
    """
    for stage in look.stages:
        total = sum(leave.share for leave in stage.leaves if leave.share is not None)
        if total > 1 + _ROUNDING:
            yield Finding(
                stage,
                f"the shares of those who leave {shown(stage.text)} add up to {_percent(total)}",
                "lower them: of those who come here, no more than 100 % can leave",
                "leaves",
            )
    segments: dict[str, float] = {}
    for persona in look.journey.personas.values():
        if persona.segment and persona.share is not None:
            segment = slug(persona.segment)
            segments[segment] = max(persona.share, segments.get(segment, 0))
    total = sum(segments.values())
    if total > 1 + _ROUNDING:
        yield Finding(
            look.journey,
            f"the shares of personas in {len(segments)} segments add up to {_percent(total)}",
            "lower them: segments share out the same 100 % of customers",
            "personas",
        )


def _percent(share: float) -> str:
    return f"{round(share * 100, 1):g} %"


RULE = Rule(
    code="JK912",
    name="shares-over-100",
    severity="error",
    doc=__doc__,
    check=check,
    keeps_severity=True,
    bad="""\
stages:
  - stage: Need
    leaves:
      - {leave: Walks, because: it is near enough, share: 60%}
      - {leave: Takes the car, because: it rains, share: 41%}
""",
    good="""\
stages:
  - stage: Need
    leaves:
      - {leave: Walks, because: it is near enough, share: 60%}
      - {leave: Takes the car, because: it rains, share: 40%}
""",
)
