"""The service blueprint under the journey: what is done in the customer's sight, out of it, and what carries it."""

from __future__ import annotations

from journeykit.model.elements import Lane, Stage
from journeykit.render.language import say
from journeykit.render.views.lengths import length
from journeykit.render.views.poster.items import Chip
from journeykit.render.views.poster.lookup import Lookup

_ICONS = {"frontstage": "user", "backstage": "gear", "support": "stack", "physical": "box"}


def chips(lookup: Lookup, stage: Stage, lane: str) -> list[Chip]:
    """The steps of a lane in a stage, in order; where the owner changes from one to the next there is a hand-off."""
    found: list[Chip] = []
    before = ""
    for step in lookup.facts.moments(stage, lane):
        assert isinstance(step, Lane)
        owner = step.owner or ""
        handoff = bool(before and owner and owner != before)
        if handoff:
            lookup.marks.note("handoff")
        avatars = lookup.people([step.persona] if step.persona else [])
        wait = say("waits {time}", time=length(step.wait)) if step.wait else ""
        found.append(Chip(_ICONS[lane], step.text, owner, wait, avatars, handoff))
        before = owner
    return found
