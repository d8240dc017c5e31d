"""Mistakes that people make in maps, one rule each, JK002 to JK008."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

#: What a mistake does to the text of a map: a pattern, and what is written in its place the first time.
_MISTAKES: dict[str, tuple[str, str]] = {
    "JK002": (r"^( +)questions:", r"\1qestions:"),
    "JK003": (r"^review_every: .*", "review_every: now and then"),
    "JK004": (r"^title: .*\n", ""),
    "JK005": (r"\bimpact: \d", "impact: 9"),
    "JK006": (r"^(owner: .*)$", r"\1\nowner: somebody else"),
    "JK007": (
        r"^risks:",
        "risks:\n  - {risk: The pilot ends early, id: pilot}\n  - {risk: Nobody reads it, id: pilot}",
    ),
    "JK008": (r"\bgate: ['\"]?\w[\w-]*['\"]?", "gate: the-garage"),
}


#: The rules that these mistakes break.
CODES = tuple(_MISTAKES)


def into(text: str, rng: Random) -> str:
    """The map with three mistakes of different rules, where it has the places for them."""
    for code in rng.sample(sorted(_MISTAKES), 3):
        text = mistake(code)(text)
    return text


def mistake(code: str) -> Callable[[str], str]:
    """What makes the mistake that a rule finds."""
    pattern, wrong = _MISTAKES[code]
    return lambda text: re.sub(pattern, wrong, text, count=1, flags=re.MULTILINE)
