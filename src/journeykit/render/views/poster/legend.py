"""What a poster's symbols mean, and what its numbers are made of: only what occurs."""

from __future__ import annotations

from dataclasses import dataclass

from journeykit.render.language import noted, say

#: The marks that a legend explains, in its order: the key by which a view reports one, and the words for it.
MEANINGS = {
    "star": noted("Moment of truth"),
    "horn": noted("Tells others"),
    "hollow": noted("Feeling known, score not recorded"),
    "bridge": noted("Nobody recorded a feeling in between"),
    "desired": noted("Feeling wanted here"),
    "light": noted("Another persona’s feeling"),
    "answered": noted("Answered"),
    "planned": noted("Help planned"),
    "open": noted("Open, no help"),
    "dot": noted("Action takes place here"),
    "ask": noted("Question is asked here"),
    "direct": noted("Answered on the spot"),
    "help": noted("Help is found here"),
    "far": noted("Help is in another channel"),
    "severity": noted("Severity: low, medium, high, critical"),
    "importance": noted("Importance, 1 to 5"),
    "quality": noted("Quality received, expected"),
    "bullet": noted("Now, target"),
    "was": noted("Before"),
    "score": noted("Impact ÷ effort"),
    "handoff": noted("Hand-off: the owner changes"),
    "evidence": noted("Evidence, listed by its letter"),
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
        return tuple(Meaning(key, say(text)) for key, text in MEANINGS.items() if key in self._keys)
