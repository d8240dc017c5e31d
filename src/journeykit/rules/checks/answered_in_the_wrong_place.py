"""A question that is answered, but in none of the channels in which customers ask it.

The right answer where nobody looks helps nobody: customers stay in the channel they asked in, and conclude that there
is no answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.wording import listed


def check(look: Look) -> Iterator[Finding]:
    """The questions answered in the wrong place, with the help that answers them."""
    journey = look.journey
    for state in look.facts.asked:
        if not state.wrong_place:
            continue
        question = state.question
        live = {key: journey.help[key] for key in question.help if key in journey.help}
        live = {key: help_ for key, help_ in live.items() if look.facts.is_live(help_)}
        offered = dict.fromkeys(_name(look, channel) for help_ in live.values() for channel in help_.channels)
        asked = [_name(look, channel) for channel in question.channels]
        yield Finding(
            question,
            f"{shown(question.text)} is asked in {listed(asked)} and answered in {listed(offered)} alone",
            "offer the help in a channel in which they ask, or answer it there with `answer:`",
            "help",
            tuple(
                Elsewhere("this help is offered elsewhere", help_, "channels")
                for key, help_ in live.items()
                if look.is_own("help", key)
            ),
        )


def _name(look: Look, channel: str) -> str:
    known = look.journey.channels.get(channel)
    return known.name if known else channel


RULE = Rule(
    code="JK204",
    name="answered-in-the-wrong-place",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Need
    questions:
      - question: Will it get me there on time?
        channels: [web]
        help: [stories]
""",
    good="""\
stages:
  - stage: Need
    questions:
      - question: Will it get me there on time?
        channels: [web]
        help: [stories, guide]
""",
)
