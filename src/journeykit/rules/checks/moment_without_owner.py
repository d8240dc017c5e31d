"""A moment of truth whose touchpoint has no owner, or which has no touchpoint, and its channel is yours and nobody's.

The few moments that decide whether customers stay must belong to somebody by name. What happens there is too
important to be everybody's task. A research map that describes no touchpoint yet is not asked for owners.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import Action
from journeykit.model.values import shown
from journeykit.rules.base import Elsewhere, Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.meeting import channel_name, touchpoint_of
from journeykit.rules.together import none_of, together


def check(look: Look) -> Iterator[Finding]:
    """The moments of truth that belong to nobody: at the touchpoint that lacks the owner, else at the action."""
    if look.journey.state == "research" and not look.journey.touchpoints:
        return iter(())
    moments = [action for _, action in look.actions if action.moment_of_truth]
    return together(
        look,
        [found for action in moments for found in _of(look, action)],
        len(moments),
        lambda: Finding(
            look.journey,
            f"{none_of(len(moments), 'moments of truth', 'moment of truth')} belongs to anybody",
            "name with `touchpoint:` where each happens, and give that an `owner:`",
            "stages",
        ),
    )


def _of(look: Look, action: Action) -> Iterator[Finding]:
    touchpoint = touchpoint_of(look, action)
    if touchpoint is not None and not touchpoint.owner:
        message = f"the moment of truth {shown(action.text)} happens at {shown(touchpoint.name)}, which nobody owns"
        if look.is_own("touchpoints", action.touchpoint or ""):
            here = Elsewhere("this is the moment of truth", action, "moment_of_truth")
            yield Finding(touchpoint, message, "name those who keep it with `owner:`", "owner", (here,))
        else:
            yield Finding(action, message, "name its owner in the shared library", "touchpoint")
    elif touchpoint is None and not action.touchpoint and _needs_owner(look, action.channel):
        yield Finding(
            action,
            f"the moment of truth {shown(action.text)} has no touchpoint that somebody could own",
            f"name with `touchpoint:` where in {shown(channel_name(look, action.channel or ''))} it happens, "
            "and give that an `owner:`",
            "touchpoint",
        )


def _needs_owner(look: Look, key: str | None) -> bool:
    channel = look.journey.channels.get(key or "")
    return channel is not None and channel.media == "owned" and not channel.owner


RULE = Rule(
    code="JK311",
    name="moment-without-owner",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Evaluation
    actions:
      - action: Tries three of them
        channel: shop
        emotion: {score: 1, desired: 2}
        moment_of_truth: true
        evidence: [counts]
""",
    good="""\
stages:
  - stage: Evaluation
    actions:
      - action: Tries three of them
        touchpoint: counter
        emotion: {score: 1, desired: 2}
        moment_of_truth: true
        evidence: [counts]
""",
)
