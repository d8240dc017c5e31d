"""A persona whose favourite channel is used in no stage.

They want to be met somewhere else than where you wait for them. Whoever never finds you in the channel they reach for
first has to be patient to become a customer at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.meeting import channel_name


def check(look: Look) -> Iterator[Finding]:
    """The map's own personas whose first preference no stage uses."""
    used = {channel for channels in look.facts.channels.values() for channel in channels}
    for _, persona in look.own("personas"):
        if persona.prefers and persona.prefers[0] not in used:
            wanted = persona.prefers[0]
            yield Finding(
                persona,
                f"{shown(persona.name)} would rather meet you in {shown(channel_name(look, wanted))}, "
                "and no stage goes there",
                f"meet them there in a stage with `channel: {wanted}`, or put what they like best first in `prefers:`",
                "prefers",
            )


RULE = Rule(
    code="JK305",
    name="preferred-channel-unused",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
channels:
  chat: {name: Chat, kind: digital}
help:
  guide: {channels: [web, shop, chat]}
personas:
  ana: {prefers: [chat, shop]}
""",
    good="""\
channels:
  chat: {name: Chat, kind: digital}
help:
  guide: {channels: [web, shop, chat]}
personas:
  ana: {prefers: [chat, shop]}
stages:
  - stage: Discovery
    questions:
      - {question: Which kinds are there?, channels: [chat], help: [guide]}
""",
)
