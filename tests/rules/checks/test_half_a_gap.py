from __future__ import annotations

import pytest


def gap(written: str) -> str:
    return f"stages: [{{stage: Need, gaps: [{{gap: No answer, {written}}}]}}]\n"


@pytest.mark.parametrize(
    ("written", "lacks", "field"),
    [
        ("desired: One", "what customers get", "received"),
        ("received: None", "what customers want", "desired"),
        ("severity: low", "what customers want and what customers get", "desired"),
    ],
)
def test_a_gap_that_lacks_a_side(find, written: str, lacks: str, field: str) -> None:
    (found,) = find("JK501", gap(written))
    assert found.message == f"the gap 'No answer' does not say {lacks}"
    assert (found.element, found.field) == ("stages/problem-need/gaps/no-answer", field)


def test_a_gap_with_both_sides_is_whole(find) -> None:
    assert find("JK501", gap("desired: One, received: None")) == []


def test_a_gap_of_an_action_written_as_plain_text(find) -> None:
    (found,) = find(
        "JK501",
        "journey: 1\ntitle: T\nstages:\n  - stage: A\n    actions:\n      - action: Waits\n        gaps: [Slow]\n",
    )
    assert (found.element, found.span.line) == ("stages/a/actions/waits/gaps/slow", 7)
