"""How alike two short texts are."""

from __future__ import annotations

from collections.abc import Iterator
from sys import intern

#: From this likeness on, two texts may be one text that was reworded.
ALIKE = 0.5
#: So many letters of a text are looked at.
_LONGEST = 400
#: With so few texts on a side, or fewer, all are compared with all.
_FEW = 40
#: A word in more texts than this says little about which belong together.
COMMON = 40
#: So many texts are compared with one.
_NEAR = 8


class Shape:
    """What a text looks like: its words, and its pairs of neighbouring letters; case and spacing apart.

    The second `ab` of a text counts as a pair of its own, so that likeness is a matter of sets.
    """

    __slots__ = ("pairs", "size", "words")

    def __init__(self, folded: str) -> None:
        self.words = folded.split()
        # Texts share their pairs of letters: each is kept once, or very many texts would fill the memory with them.
        found = [intern(folded[at : at + 2]) for at in range(max(1, len(folded) - 1))]
        self.size = len(found)
        pairs = set(found)
        if len(pairs) < len(found):
            pairs = {intern(f"{pair}{number}") if number > 1 else pair for pair, number in _numbered(found)}
        self.pairs = pairs


def _numbered(items: list[str]) -> Iterator[tuple[str, int]]:
    """Each item with the number of times it has occurred so far."""
    seen: dict[str, int] = {}
    for item in items:
        seen[item] = number = seen.get(item, 0) + 1
        yield item, number


def shape(text: str) -> Shape:
    """The shape of a text; of a very long one, of its beginning."""
    return Shape(" ".join(text[:_LONGEST].casefold().split()))


def likeness(one: Shape, other: Shape) -> float:
    """From 0 (nothing in common) to 1 (the same): the Sørensen-Dice coefficient of the pairs of letters (Dice 1945)."""
    if 2 * min(one.size, other.size) < ALIKE * (one.size + other.size):
        return 0.0  # so different in length that they cannot be alike
    common = len(one.pairs & other.pairs)
    return 2 * common / (one.size + other.size)


def candidates(old: list[Shape], new: list[Shape]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing, as places in the two lists.

    Few texts are all compared. Of many, each is compared with the few that share the most rare words with it, so that
    the work grows with their number, not with its square. The answer is the same both ways round.
    """
    if len(old) * len(new) <= _FEW**2:
        yield from ((i, j) for i in range(len(old)) for j in range(len(new)))
        return
    forth, back = _nearest(old, new), _nearest(new, old)
    yield from sorted({*forth, *((i, j) for j, i in back)})


def _nearest(one: list[Shape], other: list[Shape]) -> Iterator[tuple[int, int]]:
    """For each text the places of those nearest to it: by the words they share, a rare word counting more."""
    at: dict[str, list[int]] = {}
    for place, shape in enumerate(other):
        for word in {*shape.words}:
            at.setdefault(word, []).append(place)
    for place, shape in enumerate(one):
        near: dict[int, float] = {}
        for word in {*shape.words}:
            found = at.get(word, ())
            if len(found) <= COMMON:
                for here in found:
                    near[here] = near.get(here, 0.0) + 1 / len(found)
        yield from ((place, here) for here in sorted(near, key=lambda here: (-near[here], here))[:_NEAR])
