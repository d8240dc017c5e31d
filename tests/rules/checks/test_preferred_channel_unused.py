from __future__ import annotations

import pytest

CHAT = "channels: {chat: Chat}\npersonas: {ana: {prefers: [chat, shop]}}\n"


def test_it_names_both(find) -> None:
    (found,) = find("JK305", CHAT)
    assert found.message == "'Ana' would rather meet you in 'Chat', and no stage goes there"
    assert (
        found.hint == "meet them there in a stage with `channel: chat`, or put what they like best first in `prefers:`"
    )
    assert (found.element, found.field) == ("personas/ana", "prefers")


def test_only_the_first_preference_counts(find) -> None:
    assert find("JK305", CHAT.replace("[chat, shop]", "[shop, chat]")) == []


@pytest.mark.parametrize(
    ("stage", "fires"),
    [
        ("actions: [{action: Writes, channel: chat}]", False),
        ("questions: [{question: Why?, channels: [chat]}]", False),
        ("touchpoints: [bot]", False),
        ("pains: [{pain: It is slow, channel: chat}]", True),
    ],
)
def test_what_a_stage_goes_through(find, stage: str, fires: bool) -> None:
    fragment = f"{CHAT}touchpoints: {{bot: {{name: Bot, channel: chat}}}}\nstages: [{{stage: More, {stage}}}]\n"
    assert bool(find("JK305", fragment)) is fires


def test_without_a_preference_nobody_misses_a_channel(find) -> None:
    assert find("JK305", "personas: {ana: {prefers: []}}") == []


def test_it_shows_the_channel(find) -> None:
    text = "channels: {chat: Chat}\npersonas: {ana: {prefers: [chat]}}\n"
    (found,) = find("JK305", text)
    assert [(other.element, other.message) for other in found.related] == [
        ("channels/chat", "this is the channel they like best")
    ]
