"""An action through a channel that the persona who does it avoids.

This is friction by design: they go that way because there is no other, and take the first chance to leave it.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.meeting import channel_name
from journeykit.rules.wording import listed


def check(look: Look) -> Iterator[Finding]:
    """The actions through an avoided channel; an action that names nobody is the primary persona's."""
    personas = look.journey.personas
    avoided = {channel for persona in personas.values() for channel in persona.avoids}
    if look.facts.gone_through.isdisjoint(avoided):
        return
    for _, action in look.actions:
        channel = look.facts.channel_of(action)
        who = action.persona or (look.facts.primary,)
        named = [personas[key].name for key in who if key in personas and channel in personas[key].avoids]
        if channel is not None and named:
            yield Finding(
                action,
                f"{shown(action.text)} goes through {shown(channel_name(look, channel))}, which "
                f"{listed(named)} avoid{'s' if len(named) == 1 else ''}",
                "offer another way with `next:` or an action of its own, and take this one through a channel they like",
                "channel" if action.channel else "touchpoint",
            )


RULE = Rule(
    code="JK306",
    name="avoided-channel",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
channels:
  phone: {name: Phone, kind: human}
personas:
  ana: {avoids: [phone]}
stages:
  - stage: Decision
    actions:
      - action: Rings to ask for the blue one
        channel: phone
        emotion: {score: 1, desired: 2}
        evidence: [talks]
""",
    good="""\
channels:
  phone: {name: Phone, kind: human}
personas:
  ana: {avoids: [phone]}
help:
  guide: {channels: [web, shop, phone]}
stages:
  - stage: Decision
    actions:
      - action: Asks for the blue one at the counter
        touchpoint: counter
        emotion: {score: 1, desired: 2}
        evidence: [talks]
""",
)
