from __future__ import annotations

import pytest

LOW = "touchpoints: {counter: {expected: 5, quality: 3}}\n"


def test_it_tells_both_figures(find) -> None:
    (found,) = find("JK303", LOW)
    assert found.message == "'Counter' has a quality of 3 where customers expect 5, and no gap says so"
    assert found.hint == "write the gap in the stage where they meet it, with `touchpoint: counter`"
    assert (found.element, found.field) == ("touchpoints/counter", "quality")


@pytest.mark.parametrize(("quality", "fires"), [("3", True), ("3.1", False)])
def test_the_threshold(find, quality: str, fires: bool) -> None:
    assert bool(find("JK303", LOW.replace("quality: 3", f"quality: {quality}"))) is fires
    assert find("JK303", LOW.replace("quality: 3", f"quality: {quality}"), limit=1)


@pytest.mark.parametrize(
    ("told", "fires"),
    [
        ("gaps: [{gap: Too slow, touchpoint: counter}]", False),
        ("gaps: [{gap: Too slow, touchpoint: counter, state: accepted}]", False),
        ("gaps: [{gap: Too slow, touchpoint: counter, state: closed}]", True),
        ("pains: [{pain: Too slow, touchpoint: counter}]", False),
        ("actions: [{action: Waits, pains: [{pain: Too slow, touchpoint: counter}]}]", False),
        ("gaps: [Too slow]", True),
    ],
)
def test_a_gap_or_pain_that_names_it(find, told: str, fires: bool) -> None:
    assert bool(find("JK303", f"{LOW}stages: [{{stage: More, {told}}}]")) is fires


@pytest.mark.parametrize(("state", "fires"), [("failing", True), ("planned", False), ("missing", False)])
def test_customers_have_to_meet_it(find, state: str, fires: bool) -> None:
    assert bool(find("JK303", LOW.replace("quality: 3", f"quality: 3, state: {state}"))) is fires


def test_without_both_figures_nothing_is_known(find) -> None:
    assert find("JK303", "touchpoints: {other: {name: Other, channel: shop, expected: 5}}") == []


@pytest.mark.parametrize(
    ("told", "fires"),
    [
        ("actions: [{action: Waits, touchpoint: counter, pains: [Too slow]}]", False),
        ("actions: [{action: Waits, touchpoint: counter, gaps: [Too slow]}]", False),
        ("actions: [{action: Waits, touchpoint: counter, gaps: [{gap: Too slow, state: closed}]}]", True),
        ("actions: [{action: Waits, touchpoint: other, pains: [Too slow]}]", True),
        ("actions: [{action: Waits, touchpoint: counter, pains: [{pain: Too slow, touchpoint: other}]}]", True),
        ("actions: [{action: Waits, touchpoint: counter, pains: [{pain: Too slow, channel: shop}]}]", False),
        ("actions: [{action: Waits, touchpoint: counter, pains: [{pain: Too slow, channel: web}]}]", True),
        ("actions: [{action: Waits, touchpoint: counter}], pains: [Too slow]", True),
    ],
)
def test_what_hurts_at_an_action_hurts_at_its_touchpoint(find, told: str, fires: bool) -> None:
    low = LOW.replace("}}", "}, other: {name: Other, channel: web}}")
    assert bool(find("JK303", f"{low}stages: [{{stage: More, {told}}}]")) is fires
