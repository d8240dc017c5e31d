from __future__ import annotations

import pytest

from journeykit.diff.likeness import candidates, likeness, shape


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("night", "nacht", 0.25),  # Dice's own sort of example: one pair of four
        ("same", "SAME  ", 1.0),
        ("aaaa", "aa", 0.5),
        ("", "", 1.0),
        ("abc", "xyz", 0.0),
        ("a" * 100, "b", 0.0),
    ],
)
def test_likeness(one: str, other: str, alike: float) -> None:
    assert likeness(shape(one), shape(other)) == pytest.approx(alike)
    assert likeness(shape(one), shape(other)) == likeness(shape(other), shape(one))


def test_many_texts_are_compared_with_few_each_and_alike_both_ways() -> None:
    old = [shape(f"the word{n} is common here") for n in range(500)]
    new = [shape(f"really the word{n} is common here") for n in reversed(range(500))]
    forth = set(candidates(old, new))
    assert forth == {(j, i) for i, j in candidates(new, old)}
    assert {(n, 499 - n) for n in range(500)} <= forth
    assert len(forth) <= 500 * 16
