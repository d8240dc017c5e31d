"""The nearest name to one that was mistyped."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

#: No slip of the hand is longer; comparing grows with the square of the length.
_LONGEST = 100


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like `word`, or None where none is like enough to be a slip of the hand."""
    return _nearest(word, tuple(names)) if len(word) <= _LONGEST else None


@lru_cache(maxsize=1024)
def _nearest(word: str, names: tuple[str, ...]) -> str | None:
    from difflib import get_close_matches

    folded = {name.casefold().replace("-", "_"): name for name in names}
    matches = get_close_matches(word.casefold().replace("-", "_"), folded, n=1, cutoff=0.7)
    return folded[matches[0]] if matches else None
