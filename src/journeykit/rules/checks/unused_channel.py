"""A channel of the map that no action, touchpoint, question, help, pain or highlight uses.

Either it is clutter, or customers do go that way and nobody has mapped what they meet there. That a persona likes a
channel, or avoids it, is no use of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def _go_through(look: Look) -> set[str | None]:
    """The channels of touchpoints, actions and help."""
    journey = look.journey
    used: set[str | None] = {touchpoint.channel for touchpoint in journey.touchpoints.values()}
    used.update(action.channel for _, action in look.actions)
    for help_ in journey.help.values():
        used.update(help_.channels)
    return used


def _tell_of(look: Look) -> set[str | None]:
    """The channels of questions, pains and highlights."""
    used: set[str | None] = set()
    for question in look.facts.every("questions"):
        used.update(question.channels)
    for field in ("pains", "highlights"):
        used.update(element.channel for element in look.facts.every(field))
    return used


def check(look: Look) -> Iterator[Finding]:
    """The map's own channels that nothing uses."""
    own = list(look.own("channels"))
    used = _go_through(look) if own else set()
    idle = [(key, channel) for key, channel in own if key not in used]
    used = _tell_of(look) if idle else set()
    for key, channel in idle:
        if key not in used:
            yield Finding(
                channel,
                f"nothing happens in the channel {shown(channel.name)}",
                f"say what customers do or ask there with `channel: {key}`, or take the channel out",
            )


RULE = Rule(
    code="JK301",
    name="unused-channel",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
channels:
  fax: {name: Fax, kind: digital}
""",
    good="""\
channels:
  fax: {name: Fax, kind: digital}
stages:
  - stage: Evaluation
    questions:
      - question: Is it not too dear?
        kind: objection
        channels: [shop, fax]
        answer: It pays off in a year.
""",
)
