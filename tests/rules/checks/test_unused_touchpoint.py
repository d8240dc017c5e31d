from __future__ import annotations

import pytest


def pages(stage: str = "", state: str = "live") -> str:
    return (
        f"touchpoints: {{pages: {{name: Bicycle pages, channel: web, state: {state}}}}}\n"
        f"stages: [{{stage: More, goal: See{stage}}}]\n"
    )


def test_it_says_which(find) -> None:
    (found,) = find("JK308", pages())
    assert found.message == "the touchpoint 'Bicycle pages' is nowhere on the journey"
    assert found.hint == "name it where customers meet it with `touchpoint: pages`, or take it out"
    assert found.element == "touchpoints/pages"


@pytest.mark.parametrize(
    ("stage", "fires"),
    [
        (", touchpoints: [pages]", False),
        (", actions: [{action: Looks, touchpoint: pages}]", False),
        (", pains: [{pain: It is slow, touchpoint: pages}]", True),
    ],
)
def test_an_action_or_a_stage_goes_through_it(find, stage: str, fires: bool) -> None:
    assert bool(find("JK308", pages(stage))) is fires


@pytest.mark.parametrize(("state", "fires"), [("planned", False), ("missing", True), ("retired", False)])
def test_a_retired_or_planned_one_is_off_the_journey_by_right(find, state: str, fires: bool) -> None:
    assert bool(find("JK308", pages(state=state))) is fires


def test_in_a_future_map_a_planned_one_should_be_on_it(find) -> None:
    assert len(find("JK308", "state: future\n" + pages(state="planned"))) == 1
    assert find("JK308", "state: research\n" + pages(state="planned")) == []
