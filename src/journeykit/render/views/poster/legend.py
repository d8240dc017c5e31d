"""What a poster's symbols mean, and what its numbers are made of: only what occurs."""

from __future__ import annotations

from dataclasses import dataclass

#: The marks that a legend explains, in its order: the key by which a view reports one, and the words for it.
MEANINGS = {
    "star": "Moment of truth",
    "horn": "Tells others",
    "hollow": "Feeling known, score not recorded",
    "bridge": "Nobody recorded a feeling in between",
    "desired": "Feeling wanted here",
    "light": "Another persona’s feeling",
    "answered": "Answered",
    "planned": "Help planned",
    "open": "Open, no help",
    "dot": "Action takes place here",
    "ask": "Question is asked here",
    "direct": "Answered on the spot",
    "help": "Help is found here",
    "far": "Help is in another channel",
    "severity": "Severity: low, medium, high, critical",
    "importance": "Importance, 1 to 5",
    "quality": "Quality received, expected",
    "bullet": "Now, target",
    "was": "Before",
    "score": "Impact ÷ effort",
    "handoff": "Hand-off: the owner changes",
    "evidence": "Evidence, listed by its letter",
}


@dataclass(frozen=True)
class Meaning:
    """A symbol (`key`) and what it stands for."""

    key: str
    text: str


class Occurring:
    """The marks that occur on a poster, noted while its views are built."""

    def __init__(self) -> None:
        self._keys: set[str] = set()

    def note(self, *keys: str) -> None:
        """Note that these marks occur."""
        self._keys.update(keys)

    @property
    def legend(self) -> tuple[Meaning, ...]:
        """The meanings of the marks that occur, in the legend's order."""
        return tuple(Meaning(key, text) for key, text in MEANINGS.items() if key in self._keys)
