"""How personas are called in passing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from journeykit.model.elements import Persona

#: A name is this long at most in passing; else the id stands for it.
_LONGEST = 14


def called(personas: Mapping[str, Persona]) -> dict[str, str]:
    """The first part of each persona's name (`Dan` of `Dan, short at month's end`), where that is short and its own.

    Else it is the persona's id.
    """
    short = {key: re.split(r"[,:;(]", " ".join(persona.name.split()))[0].strip() for key, persona in personas.items()}
    first = list(short.values())
    return {key: name if first.count(name) == 1 and 0 < len(name) <= _LONGEST else key for key, name in short.items()}
