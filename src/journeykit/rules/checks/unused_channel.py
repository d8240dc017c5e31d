"""A channel of the map that no action, touchpoint, question, help, pain or highlight uses.

Either it is clutter, or customers do go that way and nobody has mapped what they meet there. That a persona likes a
channel, or avoids it, is no use of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look, unused


def _used(look: Look) -> Iterator[Iterable[str | None]]:
    """What the map goes through, then what it tells of: touchpoints, actions, help; questions, pains, highlights."""
    journey, every = look.journey, look.facts.every
    yield [touchpoint.channel for touchpoint in journey.touchpoints.values()]
    yield [action.channel for _, action in look.actions]
    for holder in (*journey.help.values(), *every("questions")):
        yield holder.channels
    yield [element.channel for element in (*every("pains"), *every("highlights"))]


def check(look: Look) -> Iterator[Finding]:
    """The map's own channels that nothing uses."""
    own = dict(look.own("channels"))
    idle = unused(own, _used(look))
    for key, channel in own.items():
        if key in idle:
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
    gives_way_to=("JK305",),
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
