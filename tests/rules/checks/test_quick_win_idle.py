from __future__ import annotations

import pytest


def idea(written: str) -> str:
    return f"opportunities: [{{opportunity: Lend one, {written}}}]\n"


def test_a_quick_win_that_is_still_an_idea(find) -> None:
    (found,) = find("JK507", idea("impact: 4, effort: 2"))
    assert found.message == "'Lend one' is a quick win (impact 4, effort 2) and still an idea"
    assert (found.element, found.field, found.severity) == ("opportunities/lend-one", "state", "info")


@pytest.mark.parametrize(
    "written",
    [
        "impact: 3.9, effort: 2",
        "impact: 4, effort: 2.1",
        "impact: 5",
        "effort: 1",
        "impact: 5, effort: 1, state: planned",
        "impact: 5, effort: 1, state: doing",
        "impact: 5, effort: 1, state: done",
        "impact: 5, effort: 1, state: dropped",
    ],
)
def test_less_than_that_or_more_than_an_idea_is_left_alone(find, written: str) -> None:
    assert find("JK507", idea(written)) == []


def test_both_thresholds_are_options(find) -> None:
    assert len(find("JK507", idea("impact: 3, effort: 3"), impact=3, effort=3)) == 1
    assert find("JK507", idea("impact: 4, effort: 2"), impact=5) == []
