"""What the rules about channels and touchpoints share: what customers go through, and how good it is."""

from __future__ import annotations

from journeykit.model.elements import Action, Gap, Pain, Stage, Touchpoint
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


def troubles_at(look: Look) -> dict[str, Gap | Pain]:
    """By touchpoint the first gap that is not closed, or the first pain, that names it.

    What stands on an action belongs to that moment: where it names no touchpoint itself, it names the action's.
    """
    found: dict[str, Gap | Pain] = {}
    for one in (*look.facts.every("gaps"), *look.facts.every("pains")):
        if one.touchpoint and _is_there(one):
            found.setdefault(one.touchpoint, one)
    for _, action in look.actions:
        for one in (*action.gaps, *action.pains) if action.touchpoint else ():
            channel = one.channel if isinstance(one, Pain) else None
            is_elsewhere = one.touchpoint or channel not in (None, look.facts.channel_of(action))
            if not is_elsewhere and _is_there(one):
                found.setdefault(action.touchpoint or "", one)
    return found


def _is_there(one: Gap | Pain) -> bool:
    return isinstance(one, Pain) or one.state != "closed"


def rated(number: float | None) -> str:
    """A quality as a message tells it."""
    return "-" if number is None else f"{number:g}"
