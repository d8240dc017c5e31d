from __future__ import annotations

from journeykit.model.load import load
from journeykit.source.text import Source

TEXT = """\
journey: 1
title: T
channels: {tel: Phone, web: Web, shop: Shop, mail: Post}
touchpoints: {chat: {name: Chat, channel: web}, desk: {name: Desk, channel: shop}}
stages:
- stage: a
  touchpoints: desk
  questions: [{question: q, channels: mail}]
  actions:
  - {action: own, channel: tel, touchpoint: chat}
  - {action: its touchpoint's, touchpoint: chat}
  - neither
- stage: b
  actions: [{action: x, questions: {question: q, channels: [web, tel]}}]
- c
"""


def test_the_channel_of_an_action_is_its_own_else_its_touchpoints() -> None:
    facts = load(Source("x", TEXT)).facts
    assert [facts.channel_of(action) for action in facts.journey.stages[0].actions] == ["tel", "web", None]


def test_the_channels_of_a_stage_in_the_librarys_order() -> None:
    facts = load(Source("x", TEXT)).facts
    assert facts.channels == {"a": ("tel", "web", "shop", "mail"), "b": ("tel", "web"), "c": ()}
