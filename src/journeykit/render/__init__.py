"""From documents and facts to words and pictures."""

from __future__ import annotations

from pathlib import Path

#: The lanes of the poster that can be chosen, in their order.
LANES = ("needs", "doing", "feeling", "voices", "asking", "channels", "gaps", "risks", "blueprint")

_HERE = Path(__file__).parent


def kinds(folder: str) -> tuple[str, ...]:
    """The modules of a folder here, by name: the folder is the list of what can be written."""
    return tuple(sorted(file.stem for file in (_HERE / folder).glob("*.py") if file.stem != "__init__"))
