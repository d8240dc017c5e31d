"""What the rules about channels and touchpoints share: what customers go through, and how good it is."""

from __future__ import annotations

from journeykit.model.elements import Action, Stage, Touchpoint
from journeykit.rules.base import Elsewhere
from journeykit.rules.look import Look


def channel_name(look: Look, key: str) -> str:
    """The name of a channel; its id where the library does not describe it."""
    channel = look.journey.channels.get(key)
    return channel.name if channel else key


def is_live(look: Look, touchpoint: Touchpoint) -> bool:
    """Whether a touchpoint is there and works; in a future map a planned one counts."""
    return touchpoint.state != "failing" and look.facts.is_met(touchpoint)


def touchpoint_of(look: Look, action: Action) -> Touchpoint | None:
    """The touchpoint that an action goes through."""
    return look.journey.touchpoints.get(action.touchpoint or "")


def at_touchpoint(look: Look, key: str, message: str, field: str) -> tuple[Elsewhere, ...]:
    """A touchpoint that belongs to a finding; nothing where it stands in the shared library."""
    if not look.is_own("touchpoints", key):
        return ()
    return (Elsewhere(message, look.journey.touchpoints[key], field),)


def is_told(look: Look, stage: Stage) -> bool:
    """Whether a pain or a gap in a stage tells that something is wrong there."""
    return look.has_issue(stage, "pains", "gaps")


def rated(number: float | None) -> str:
    """A quality as a message tells it."""
    return "-" if number is None else f"{number:g}"
