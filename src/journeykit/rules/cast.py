"""What the rules about people share: who is a customer, and who works for them."""

from __future__ import annotations

from journeykit.model.elements import Action, Persona
from journeykit.rules.look import Look


def is_staff(persona: Persona) -> bool:
    """Whether somebody is on the map as one who works there, and as nothing else."""
    return bool(persona.role) and set(persona.role) == {"staff"}


def is_of_staff(look: Look, action: Action) -> bool:
    """Whether only staff do an action, so that customers do not meet it as theirs."""
    known = [look.journey.personas.get(key) for key in action.persona]
    return bool(known) and all(persona is not None and is_staff(persona) for persona in known)


def is_behind(action: Action) -> bool:
    """Whether an action only happens behind the scenes: it has lanes, and none that customers see."""
    return bool(action.backstage or action.support) and not (action.frontstage or action.physical)
