"""A stage that can be passed through one digital channel alone.

Some customers cannot use it, some will not, and some days it does not work. Where there is no second way, they are
locked out. A map of one channel alone, an app's own journey, is left in peace, and so is a stage in a channel that is
not yours, or one in which nobody has to do anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The stages that lie in one digital channel with all they hold; where a channel is unknown, nothing is said."""
    journey = look.journey
    if len(journey.channels) < 2:
        return
    for stage in look.stages:
        if stage.optional or not stage.actions:
            continue
        ways = {look.facts.channel_of(action) for action in stage.actions}
        ways.update(journey.touchpoints[key].channel for key in stage.touchpoints if key in journey.touchpoints)
        channel = journey.channels.get(ways.pop() or "") if len(ways) == 1 else None
        if channel is None or channel.kind != "digital" or channel.media != "owned":
            continue
        if not all(action.optional for action in stage.actions):
            yield Finding(
                stage,
                f"the only way through {shown(stage.text)} is {shown(channel.name)}",
                "add the way of those who cannot or will not use it, as an action or in `touchpoints:`",
            )


RULE = Rule(
    code="JK313",
    name="one-way-in",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Decision
    actions:
      - action: Orders the blue one on the website
        channel: web
        emotion: {score: 1, desired: 2}
        evidence: [talks]
""",
    good="""\
stages:
  - stage: Decision
    touchpoints: [counter]
    actions:
      - action: Orders the blue one on the website
        channel: web
        emotion: {score: 1, desired: 2}
        evidence: [talks]
""",
)
