from __future__ import annotations

import pytest

BAD_COUNTER = "touchpoints: {counter: {quality: 3}}\n"


def gap(written: str) -> str:
    return f"stages: [{{stage: Need, gaps: [{{gap: Slow, touchpoint: counter, {written}}}]}}]\n"


def test_a_closed_gap_at_a_touchpoint_that_still_fails(find) -> None:
    (found,) = find("JK509", BAD_COUNTER + gap("state: closed"))
    assert found.message == "the gap 'Slow' is closed, but 'Counter' is still at 3 where customers expect 4"
    assert (found.element, found.field) == ("stages/problem-need/gaps/slow", "state")
    assert [related.element for related in found.related] == ["touchpoints/counter"]


def test_all_opportunities_are_done_and_it_still_fails(find) -> None:
    (found,) = find("JK509", BAD_COUNTER + gap("opportunities: [{opportunity: Hire, state: done}]"))
    assert found.message == (
        "all that was to close the gap 'Slow' is done, but 'Counter' is still at 3 where customers expect 4"
    )


@pytest.mark.parametrize(
    "written",
    [
        "state: open",
        "state: planned",
        "opportunities: [{opportunity: Hire, state: done}, {opportunity: Train, state: doing}]",
        "state: accepted, opportunities: [{opportunity: Hire, state: done}]",
    ],
)
def test_a_gap_that_nobody_thinks_closed_is_left_alone(find, written: str) -> None:
    assert find("JK509", BAD_COUNTER + gap(written)) == []


@pytest.mark.parametrize("rating", ["quality: 4", "quality: 5", "quality: ", "quality: 3, expected: "])
def test_a_touchpoint_that_is_as_good_as_expected_or_unrated(find, rating: str) -> None:
    assert find("JK509", f"touchpoints: {{counter: {{{rating}}}}}\n" + gap("state: closed")) == []


def test_a_touchpoint_that_is_gone_hurts_nobody(find) -> None:
    gone = "touchpoints: {counter: {quality: 3, state: retired}}\n"
    assert find("JK509", gone + gap("state: closed")) == []


def test_a_gap_without_a_touchpoint_is_left_alone(find) -> None:
    assert find("JK509", BAD_COUNTER + gap("state: closed").replace("touchpoint: counter, ", "")) == []
