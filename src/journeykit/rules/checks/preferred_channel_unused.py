"""A persona whose favourite channel is used in no stage.

They want to be met somewhere else than where you wait for them. Whoever never finds you in the channel they reach for
first has to be patient to become a customer at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Rule
from journeykit.rules.look import Look, unused
from journeykit.rules.meeting import channel_name


def check(look: Look) -> Iterator[Finding]:
    """The map's own personas whose first preference no stage uses."""
    wanting = [(persona.prefers[0], persona) for _, persona in look.own("personas") if persona.prefers]
    idle = unused((wanted for wanted, _ in wanting), _used(look))
    for wanted, persona in wanting:
        if wanted in idle:
            yield Finding(
                persona,
                f"{shown(persona.name)} would rather meet you in {shown(channel_name(look, wanted))}, "
                "and no stage goes there",
                f"meet them there in a stage with `channel: {wanted}`, or put what they like best first in `prefers:`",
                "prefers",
                _channel(look, wanted),
            )


def _channel(look: Look, key: str) -> tuple[Elsewhere, ...]:
    """The channel, of which the finding tells too that nothing happens there; nothing where it is a shared one."""
    if key not in look.journey.channels or not look.is_own("channels", key):
        return ()
    return (Elsewhere("this is the channel they like best", look.journey.channels[key], is_told=True),)


def _used(look: Look) -> Iterator[Iterable[str]]:
    """The channels of all stages; those of their actions first."""
    yield look.facts.gone_through
    yield from look.facts.channels.values()


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
