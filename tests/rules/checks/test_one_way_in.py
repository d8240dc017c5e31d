from __future__ import annotations

import pytest


def passed(actions: str, more: str = "", kind: str = "digital") -> str:
    return f"channels:\n  app: {{name: App, kind: {kind}}}\nstages: [{{stage: More, actions: [{actions}]{more}}}]\n"


ORDERS = "{action: Orders, channel: app}"


def test_it_names_the_stage_and_the_channel(find) -> None:
    (found,) = find("JK313", passed(ORDERS))
    assert found.message == "the only way through 'More' is 'App'"
    assert found.hint == "add the way of those who cannot or will not use it, as an action or in `touchpoints:`"
    assert (found.element, found.field) == ("stages/more", "")


@pytest.mark.parametrize("kind", ["human", "physical", "automated"])
def test_only_digital_channels_lock_out(find, kind: str) -> None:
    assert find("JK313", passed(ORDERS, kind=kind)) == []


@pytest.mark.parametrize(
    ("actions", "more", "fires"),
    [
        (f"{ORDERS}, {{action: Pays, channel: app}}", "", True),
        (f"{ORDERS}, {{action: Pays, channel: web}}", "", False),
        (f"{ORDERS}, Pays", "", False),
        (ORDERS, ", touchpoints: [counter]", False),
        (ORDERS, ", questions: [{question: Why?, channels: [shop]}]", True),
        (ORDERS, ", optional: true", False),
        ("", "", False),
    ],
)
def test_a_second_way(find, actions: str, more: str, fires: bool) -> None:
    assert bool(find("JK313", passed(actions, more))) is fires


def test_a_map_of_one_channel_is_left_in_peace(find) -> None:
    text = "journey: 1\ntitle: T\nchannels: {app: {name: App, kind: digital}%s}\n"
    stages = "stages: [{stage: A, actions: [{action: Orders, channel: app}]}]\n"
    assert find("JK313", text % "" + stages) == []
    assert len(find("JK313", text % ", shop: Shop" + stages)) == 1


def test_where_nobody_has_to_go_nobody_is_locked_out(find) -> None:
    assert find("JK313", passed("{action: Looks, channel: app, optional: yes}")) == []
    assert len(find("JK313", passed(ORDERS + ", {action: Looks, channel: app, optional: yes}"))) == 1


@pytest.mark.parametrize("media", ["earned", "paid", "partner"])
def test_a_channel_of_others_is_theirs_to_open(find, media: str) -> None:
    assert find("JK313", passed(ORDERS, kind=f"digital, media: {media}")) == []
