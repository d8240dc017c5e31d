"""An action with neither channel nor touchpoint.

An action that happens nowhere cannot be improved: nobody knows which page, which counter or which letter it is about.
What only staff do, or what only happens behind the scenes, is left alone: customers do not meet it.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.cast import is_behind, is_of_staff
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """The actions that happen nowhere; those written as a plain string are left alone."""
    for _, action in look.actions:
        if action.channel or action.touchpoint or look.is_plain(action) or look.is_faulty(action, "touchpoint"):
            continue
        if is_of_staff(look, action) or is_behind(action):
            continue
        yield Finding(
            action,
            f"nothing tells where {shown(action.text)} happens",
            "add the `channel:` it goes through or the `touchpoint:` it happens at; for what they do by themselves "
            "describe a channel such as `home: {name: At home, media: earned}`",
            "channel",
        )


RULE = Rule(
    code="JK309",
    name="action-without-channel",
    severity="info",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Decision
    actions:
      - action: Buys the blue one
        emotion: {score: 1, desired: 2}
        evidence: [talks]
""",
    good="""\
stages:
  - stage: Decision
    actions:
      - action: Buys the blue one
        channel: shop
        emotion: {score: 1, desired: 2}
        evidence: [talks]
""",
)
