"""The nearest name to one that was mistyped."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like `word`, or None where none is like enough to be a slip of the hand."""
    from difflib import get_close_matches

    folded = {name.casefold().replace("-", "_"): name for name in names}
    matches = get_close_matches(word.casefold().replace("-", "_"), folded, n=1, cutoff=0.7)
    return folded[matches[0]] if matches else None
