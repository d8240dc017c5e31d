"""Fewer than 3 stages, or more than 9 (phases, where stages are grouped in phases).

With one or two stages a map tells nothing that a sentence would not. With a dozen it is a process chart: nobody keeps
it in mind, and the moments that decide drown in it. Phases bring a long map back to what people remember.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from journeykit.rules.base import Finding, Option, Rule
from journeykit.rules.look import Look


def check(look: Look, min: float, max: float) -> Iterator[Finding]:
    """A map of too few stages, or of too many stages or phases.

    Two phases of four stages each are no thin map: phases count only where there is too much of something.
    """
    stages = len(look.stages)
    if stages < min:
        if not all(look.template_stages.values()):
            return  # JK101 tells which stages are missing
        yield Finding(
            look.journey,
            f"the whole journey has {stages} {'stage' if stages == 1 else 'stages'}",
            f"tell it in {min:g} to {max:g}: begin with the need, and go on after the purchase",
            "stages",
        )
        return
    phased = any(stage.phase for stage in look.stages)
    count = _phases(look) if phased else stages
    if count > max:
        mend = "merge phases" if phased else "merge stages, group them with `phase:`"
        yield Finding(
            look.journey,
            f"{count} {'phases' if phased else 'stages'} are more than anybody keeps in mind",
            f"{mend}, or tell a part in a map of its own, with `parent:`",
            "stages",
        )


def _phases(look: Look) -> int:
    """How many phases a reader sees: neighbouring stages of one phase are one, a stage without a phase is its own."""
    runs = groupby(look.stages, key=lambda stage: stage.phase)
    return sum(1 if phase else len(list(stages)) for phase, stages in runs)


RULE = Rule(
    code="JK104",
    name="stage-count",
    severity="warning",
    doc=__doc__,
    check=check,
    options={"min": Option(3, "the fewest stages"), "max": Option(9, "the most stages, or phases")},
    off_in_part=True,
    bad="""\
stages:
  - &month
    stage: First month
    goal: Ride every day
    duration: 1 month
    questions: [{question: Who mends it?, channels: [shop], help: [guide]}]
    actions: [{action: Rides on, channel: shop, emotion: 2}]
    metrics: [helped]
  - {<<: *month, stage: Second month}
  - {<<: *month, stage: Third month}
  - {<<: *month, stage: Fourth month}
  - {<<: *month, stage: Fifth month}
""",
    good="""\
stages:
  - stage: First months
    repeats: 1 month
    goal: Ride every day
    duration: 5 months
    questions: [{question: Who mends it?, channels: [shop], help: [guide]}]
    actions: [{action: Rides on, channel: shop, emotion: 2}]
    metrics: [helped]
""",
)
