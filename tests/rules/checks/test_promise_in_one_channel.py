from __future__ import annotations

import pytest


def promised(online: str = "", kind: str = "kind: digital", more: str = "") -> str:
    return (
        "promises: {back: Bring it back}\n"
        f"channels: {{app: {{name: App, {kind}}}}}\n"
        f"touchpoints: {{counter: {{promises: [back]{more}}}, shop-app: {{name: Shop app, channel: app{online}}}}}\n"
        "stages: [{stage: Need, actions: [{action: Looks, touchpoint: shop-app}]}]\n"
    )


def test_it_names_the_channels(find) -> None:
    (found,) = find("JK304", promised())
    assert found.message == "'Bring it back' is promised in 'Shop' alone, while customers also go through 'App'"
    assert found.hint == ("let a touchpoint there carry it too with `promises: [back]`, or promise it for 'Shop' alone")
    assert found.element == "promises/back"


@pytest.mark.parametrize(
    ("online", "fires"),
    [
        (", promises: [back]", False),
        (", promises: [back], state: failing", False),
        (", promises: [back], state: missing", False),
        (", promises: [back], state: planned", True),
        (", promises: [back], state: retired", True),
    ],
)
def test_a_touchpoint_in_another_channel(find, online: str, fires: bool) -> None:
    assert bool(find("JK304", promised(online))) is fires


def test_a_planned_one_counts_in_a_future_map(find) -> None:
    assert find("JK304", "state: future\n" + promised(", promises: [back], state: planned")) == []


@pytest.mark.parametrize(
    ("kind", "fires"),
    [
        ("kind: human", True),
        ("kind: physical", True),
        ("kind: automated", False),
        ("kind: digital, media: partner", False),
        ("kind: digital, media: earned", False),
        ("owner: Web team", False),
    ],
)
def test_the_other_channel_is_owned_and_of_a_kind_that_keeps_promises(find, kind: str, fires: bool) -> None:
    assert bool(find("JK304", promised(kind=kind))) is fires


def test_a_promise_that_nothing_live_carries_is_another_matter(find) -> None:
    assert find("JK304", promised(more=", state: retired")) == []


def test_one_channel_has_no_edge(find) -> None:
    fragment = promised().replace("touchpoint: shop-app", "touchpoint: counter")
    assert find("JK304", fragment) == []
