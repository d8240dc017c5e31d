from __future__ import annotations

import pytest

from journeykit.model.derive import ChannelUse, Facts
from journeykit.model.load import load
from journeykit.source.text import Source

HEAD = """\
journey: 1
title: T
channels: {tel: Phone, web: Web, shop: Shop}
touchpoints: {chat: {name: Chat, channel: web}, desk: {name: Desk, channel: shop}, hall: {name: Hall, channel: shop}}
help:
  guide: {name: Guide, channels: web}
  anywhere: Anywhere
  soon: {name: Soon, channels: [web, tel], state: planned}
  draft: {name: Draft, channels: web, state: draft}
  gone: {name: Gone, channels: web, state: retired}
"""


def facts(text: str, head: str = HEAD) -> Facts:
    document = load(Source("x", head + text))
    assert document.diagnostics == ()
    return document.facts


def asked(keys: str, head: str = HEAD) -> dict[str | None, ChannelUse]:
    """The use of channels by one question."""
    return dict(facts(f"stages: [{{stage: a, questions: [{{question: q, {keys}}}]}}]\n", head).channel_uses.cells[0])


@pytest.mark.parametrize(
    ("keys", "web", "tel"),
    [
        ("help: []", (0, 0), (0, 0)),
        ("answer: Yes.", (1, 0), (1, 0)),
        ("help: guide", (1, 0), (0, 0)),
        ("help: anywhere", (1, 0), (1, 0)),
        ("help: soon", (0, 1), (0, 1)),
        ("help: draft", (0, 1), (0, 0)),
        ("help: [gone]", (0, 0), (0, 0)),
        ("help: [guide, soon]", (1, 0), (0, 1)),
    ],
)
def test_a_question_is_answered_where_its_help_is_offered(
    keys: str, web: tuple[int, int], tel: tuple[int, int]
) -> None:
    cells = asked(f"channels: [web, tel], {keys}")
    assert {key: (use.answered, use.planned) for key, use in cells.items()} == {"web": web, "tel": tel}
    assert all(use.asked == 1 for use in cells.values())


def test_what_is_planned_is_there_in_a_future_map() -> None:
    head = HEAD.replace("title: T\n", "title: T\nstate: future\n")
    assert asked("channels: tel, help: soon", head) == {"tel": ChannelUse(asked=1, answered=1)}


def test_a_question_without_channels_is_asked_in_none_and_any_help_answers_it() -> None:
    assert asked("help: guide") == {None: ChannelUse(asked=1, answered=1)}
    assert asked("help: draft") == {None: ChannelUse(asked=1, planned=1)}


TWO = """\
stages:
- stage: a
  touchpoints: [desk, chat]
  questions:
  - {question: p, channels: [web, tel], help: guide}
  - {question: q, channels: [tel], help: soon}
  actions:
  - {action: x, touchpoint: chat}
  - {action: y, channel: tel, touchpoint: hall}
  - z
- stage: b
  actions: [{action: x, channel: tel, questions: {question: r, channels: tel}}]
- c
"""


def test_actions_and_touchpoints_count_in_their_own_channels() -> None:
    uses = facts(TWO).channel_uses
    assert uses.cells[0] == {
        "web": ChannelUse(asked=1, answered=1, used=1, touchpoints=("chat",)),
        "tel": ChannelUse(asked=2, planned=1, used=1),
        "shop": ChannelUse(touchpoints=("hall", "desk")),
        None: ChannelUse(used=1),
    }
    assert uses.cells[1] == {"tel": ChannelUse(asked=1, used=1)}
    assert uses.cells[2] == {}


def test_a_stage_counts_a_question_once_and_at_its_best() -> None:
    uses = facts(TWO).channel_uses
    points = ("chat", "hall", "desk")
    assert uses.stages[0] == ChannelUse(asked=2, answered=1, planned=1, used=3, touchpoints=points)
    assert uses.stages[2] == ChannelUse()
    assert uses.whole == ChannelUse(asked=3, answered=1, planned=1, used=4, touchpoints=points)


def test_a_channel_over_all_stages() -> None:
    uses = facts(TWO).channel_uses
    assert uses.of("tel") == ChannelUse(asked=3, planned=1, used=2)
    assert uses.of(None) == ChannelUse(used=1)
    assert not uses.of("nowhere")


def test_mute_is_asked_and_not_answered() -> None:
    assert ChannelUse(asked=1).is_mute
    assert not ChannelUse(asked=2, answered=1).is_mute
    assert not ChannelUse(used=1).is_mute
