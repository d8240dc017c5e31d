"""The nearest name to one that was mistyped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

#: No slip of the hand is longer; comparing grows with the square of the length.
_LONGEST = 100


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like `word`, or None where none is like enough to be a slip of the hand."""
    return _nearest(word, tuple(names)) if len(word) <= _LONGEST else None


#: So alike, and so many letters longer or shorter at the most, a word is a slip for another.
_BEYOND_DOUBT, _LETTERS = 0.8, 2


@lru_cache(maxsize=1024)
def _nearest(word: str, names: tuple[str, ...]) -> str | None:
    from difflib import get_close_matches

    folded = {name.casefold().replace("-", "_"): name for name in names}
    matches = get_close_matches(word.casefold().replace("-", "_"), folded, n=1, cutoff=0.7)
    return folded[matches[0]] if matches else None


def slip(word: str, guess: str | None, names: Mapping[str, str] | None = None) -> str | None:
    """The guess where it is beyond doubt: one or two letters off, or the name itself in place of the id."""
    if guess is None:
        return None
    if names is not None and names.get(guess, "").casefold() == word.casefold():
        return guess
    from difflib import SequenceMatcher

    alike = SequenceMatcher(None, word.casefold(), guess.casefold()).ratio()
    return guess if alike >= _BEYOND_DOUBT and abs(len(word) - len(guess)) <= _LETTERS else None
