from __future__ import annotations

CAST = """\
channels: {phone: Phone}
touchpoints: {line: {name: Hot line, channel: phone}}
personas:
  ana: {avoids: [phone]}
  ben: {name: Ben, avoids: [phone]}
  cem: {name: Cem}
"""


def does(action: str) -> str:
    return f"{CAST}stages: [{{stage: More, actions: [{{action: Rings up, {action}}}]}}]"


def test_it_names_who_and_where(find) -> None:
    (found,) = find("JK306", does("persona: ben, channel: phone"))
    assert found.message == "'Rings up' goes through 'Phone', which 'Ben' avoids"
    assert found.hint == (
        "offer another way with `next:` or an action of its own, and take this one through a channel they like"
    )
    assert (found.element, found.field) == ("stages/more/actions/rings-up", "channel")


def test_an_action_that_names_nobody_is_the_primary_personas(find) -> None:
    (found,) = find("JK306", does("channel: phone"))
    assert found.message == "'Rings up' goes through 'Phone', which 'Ana' avoids"


def test_those_who_avoid_nothing(find) -> None:
    assert find("JK306", does("persona: cem, channel: phone")) == []
    assert find("JK306", does("channel: shop")) == []
    assert find("JK306", does("optional: true")) == []


def test_two_are_told_at_once(find) -> None:
    (found,) = find("JK306", does("persona: [ana, ben, cem], channel: phone"))
    assert found.message == "'Rings up' goes through 'Phone', which 'Ana' and 'Ben' avoid"


def test_the_touchpoints_channel_counts(find) -> None:
    (found,) = find("JK306", does("touchpoint: line"))
    assert found.field == "touchpoint"
    assert find("JK306", does("touchpoint: line, channel: shop")) == []
