from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pytest

from journeykit.diff.merging.blocks import Block
from journeykit.diff.merging.blocks import blocks as blocks_of
from journeykit.source.position import Path


class Paths:
    """Every place is itself, and nothing is short for anything."""

    def identity(self, path: Path, node: Any, text: str) -> Hashable:
        return path

    def short(self, path: Path, node: Any) -> str:
        return ""


def blocks(text: str) -> list[Block]:
    return blocks_of(text, Paths())


def whole(text: str) -> str:
    return "\n".join(line for block in blocks(text) for line in block.lines)


@pytest.mark.parametrize(
    "text",
    [
        "# top\njourney: 1\ntitle: T # why\n\n# stages\nstages:\n  - stage: A\n    goal: x\n  # next\n  - B\n\n# end",
        "journey: 1\nstages:\n- A\n- stage: B\n  actions: [x, y]\n",
        "journey: 1\nstages:\n  -\n    stage: A\n  - stage: >\n      long\n      text\n    goal: |\n      a\n\n      b\n",
        "{journey: 1, title: T, stages: [A]}",
        "journey: 1\ntitle: a\u2028b\x85c\nstages:\n- A\n",
        "journey: 1\ncontributors:\n- ''\ntags:\n- ''\n- b\nstages:\n- A\n-\n- B\n",
        "x-a: &a\n  - 1\nx-b: *a\njourney: 1\n",
        "journey: 1\nstages:\n  - - odd\n  - stage: A",
    ],
)
def test_blocks_together_are_the_text(text: str) -> None:
    assert whole(text) == text.rstrip("\n")


def test_comments_belong_to_what_stands_below_them() -> None:
    first, second = blocks("# one\na: 1\n\n# two\nb: 2")
    assert first.lines == ["# one", "a: 1"]
    assert second.lines == ["", "# two", "b: 2"]


def test_blocks_are_compared_without_where_they_stand() -> None:
    (one,) = blocks("a:\n  - x: 1\n    y: 2")
    (two,) = blocks("a:\n    - x: 1\n      y: 2")
    assert one.children and two.children
    assert one.children[0].text == two.children[0].text
