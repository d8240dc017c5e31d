"""How alike two short texts are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

#: From this likeness on, two texts may be one text that was reworded.
ALIKE = 0.5
#: A pair of letters in more texts than this says nothing about which belong together.
_COMMON = 40


@dataclass(frozen=True)
class Shape:
    """What a text looks like: its words, and its pairs of neighbouring letters with how often each occurs."""

    words: frozenset[str]
    pairs: Counter[str]
    size: int


def shape(text: str) -> Shape:
    """The shape of a text; letter case and spacing do not matter."""
    folded = " ".join(text.casefold().split())
    pairs = Counter(folded[at : at + 2] for at in range(max(1, len(folded) - 1)))
    return Shape(frozenset(folded.split()), pairs, pairs.total())


def likeness(one: Shape, other: Shape) -> float:
    """From 0 (nothing in common) to 1 (the same): the Sørensen-Dice coefficient of the pairs of letters (Dice 1945)."""
    few, many = (one.pairs, other.pairs) if len(one.pairs) <= len(other.pairs) else (other.pairs, one.pairs)
    common = sum(min(count, many[pair]) for pair, count in few.items() if pair in many)
    return 2 * common / (one.size + other.size)


def candidates(old: list[Shape], new: list[Shape]) -> Iterable[tuple[int, int]]:
    """Pairs worth comparing, as places in the two lists: those that share a word that is not common in either.

    So the work stays near linear: a word leads to a bounded number of texts. With few texts all pairs are compared.
    """
    if len(old) * len(new) <= _COMMON**2:
        yield from ((i, j) for i in range(len(old)) for j in range(len(new)))
        return
    at: dict[str, list[int]] = {}
    for place, one in enumerate(new):
        for word in one.words:
            at.setdefault(word, []).append(place)
    for place, one in enumerate(old):
        near: Counter[int] = Counter()
        for word in one.words:
            found = at.get(word, ())
            if len(found) <= _COMMON:
                near.update(found)
        yield from ((place, other) for other, _ in sorted(near.items(), key=lambda item: (-item[1], item[0]))[:8])
