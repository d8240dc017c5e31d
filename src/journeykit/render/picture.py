"""The one door to every picture: what was asked for is narrowed, put in the right language, and written."""

from __future__ import annotations

from importlib import import_module

from journeykit.model.derive import Facts
from journeykit.render.language import speaking
from journeykit.render.options import Options


class NoPersonaError(LookupError):
    """A picture is asked for a persona that the map does not have; the message names those it has."""


def picture(name: str, facts: Facts, options: Options) -> bytes:
    """A map in a format, named as its module in `outputs/`.

    Raises `NoPersonaError`, and what the format raises where a program or an extra is missing.
    """
    if options.persona is not None:
        facts = _of_persona(facts, options.persona)
    with speaking(options.lang or facts.journey.lang):
        return import_module(f"journeykit.render.outputs.{name}").write(facts, options)


def _of_persona(facts: Facts, persona: str) -> Facts:
    from journeykit.model.nearest import nearest
    from journeykit.render.persona import walked_by

    personas = facts.journey.personas
    if persona not in personas:
        guess = nearest(persona, personas)
        known = f"there are {', '.join(personas)}" if personas else "it has none"
        hint = f"did you mean {guess}?" if guess else known
        raise NoPersonaError(f"there is no persona '{persona}' in “{facts.journey.title}”; {hint}")
    return Facts(walked_by(facts, persona), shared=facts.shared)
