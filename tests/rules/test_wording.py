from __future__ import annotations

import pytest

from journeykit.rules.wording import listed


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["A"], "'A'"),
        (["A", "B"], "'A' and 'B'"),
        (["A", "B", "C"], "'A', 'B' and 'C'"),
        (["A", "B", "C", "D"], "'A', 'B', 'C' and 1 more"),
    ],
)
def test_names_are_listed_as_a_sentence_lists_them(names: list[str], sentence: str) -> None:
    assert listed(names) == sentence


def test_another_joint_can_be_used() -> None:
    assert listed(["A", "B"], "or") == "'A' or 'B'"
