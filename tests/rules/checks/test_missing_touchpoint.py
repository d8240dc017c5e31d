from __future__ import annotations

import pytest


def goes(state: str, more: str = "", map_: str = "current") -> str:
    return (
        f"state: {map_}\n"
        f"touchpoints: {{ride: {{name: Trial ride, channel: shop, state: {state}}}}}\n"
        f"stages: [{{stage: More, actions: [{{action: Rides, touchpoint: ride}}]{more}}}]\n"
    )


@pytest.mark.parametrize(
    ("state", "word"),
    [("planned", "only planned"), ("missing", "missing"), ("failing", "failing"), ("retired", "retired")],
)
def test_it_says_what_the_customer_meets(find, state: str, word: str) -> None:
    (found,) = find("JK310", goes(state))
    assert found.message == f"'Rides' goes through 'Trial ride', which is {word}"
    assert found.hint == "write what the customer meets instead as a gap or a pain, or take the action another way"
    assert (found.element, found.field) == ("stages/more/actions/rides", "touchpoint")
    assert [(other.element, other.message) for other in found.related] == [
        ("touchpoints/ride", f"'Trial ride' is {word}")
    ]


def test_a_live_one_is_there(find) -> None:
    assert find("JK310", goes("live")) == []


@pytest.mark.parametrize(
    ("told", "fires"),
    [(", gaps: [No ride]", False), (", pains: [No ride]", False), (", risks: [No ride]", True)],
)
def test_a_gap_or_a_pain_of_the_stage_tells_it(find, told: str, fires: bool) -> None:
    assert bool(find("JK310", goes("missing", told))) is fires


def test_a_future_map_is_not_there_yet(find) -> None:
    assert find("JK310", goes("missing", map_="future")) == []
