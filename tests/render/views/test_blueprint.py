from __future__ import annotations

import pytest

from journeykit.model.derive.arrows import Spot
from journeykit.render.views.blueprint import Contact, blueprint

MAP = """
    personas: {ann: {name: Ann, role: staff}}
    channels: {web: Website, shop: Shop}
    promises: {honest: Honest advice}
    touchpoints:
      chat: {name: Chat, channel: web, promises: honest, quality: 2, expected: 5, every: 1 week, url: "javascript:x"}
      till: {name: Till, channel: shop, promises: honest, quality: 5, url: "https://example.org/till"}
      gone: {name: Gone, channel: web, promises: honest, state: missing}
    help:
      guide: {name: Guide, channels: [web, shop], principle: social-proof}
      soon: {name: Soon, state: planned, due: 2026-09-01}
    stages:
      - stage: A
        duration: 2 weeks
        touchpoints: [gone]
        help: [soon]
        support: [CRM]
        questions: [{question: Why?, help: guide}]
        actions:
          - action: a1
            touchpoint: chat
            questions: [{question: How?, help: [guide, guide]}]
            backstage:
              - {backstage: b1, owner: Ops, persona: ann}
              - {backstage: b2, wait: 2 days}
              - {backstage: b3, owner: Risk}
              - {backstage: b4, owner: Risk}
          - {action: a2, channel: shop, next: [{to: a1, when: no}]}
          - {action: a3, next: [a1]}
          - {action: a4, touchpoint: till}
      - B
    """


@pytest.fixture
def view(facts_of):
    return blueprint(facts_of(MAP))


def test_contacts_say_what_is_wrong_with_them(view) -> None:
    chat = view.stages[0].columns[0].behind.contacts[0]
    assert (chat.name, chat.channel, chat.quality, chat.expected) == ("Chat", "Website, every week", 2, 5)
    assert chat.remark == "3 below Till"
    assert view.stages[0].behind.contacts[0].remark == "breaks its promise"
    assert view.stages[0].columns[3].behind.contacts[0].remark == ""


def test_a_channel_alone_is_a_contact_too(view) -> None:
    found = view.stages[0].columns[1].behind.contacts
    assert found == (Contact(found[0].key, "Shop", "", None, None, "live", "", None),)
    assert view.stages[0].columns[2].behind.contacts == ()


def test_only_addresses_of_the_web_become_links(view) -> None:
    assert view.stages[0].columns[0].behind.contacts[0].href is None
    assert view.stages[0].columns[3].behind.contacts[0].href == "https://example.org/till"


def test_hand_offs_are_where_the_owner_changes(view) -> None:
    steps = view.stages[0].columns[0].behind.lanes["backstage"]
    assert [step.handed_by for step in steps] == [None, None, "Ops", None]
    assert [step.who for step in steps] == ["Ops · Ann", "", "Risk", "Risk"]
    assert [step.wait for step in steps] == [None, "2 days", None, None]


def test_help_stands_where_its_question_is_asked(view) -> None:
    stage = view.stages[0]
    assert [card.name for card in stage.columns[0].behind.helps] == ["Guide"]
    assert [(card.name, card.line, card.is_live) for card in stage.behind.helps] == [
        ("Soon", "everywhere, planned, 1 Sep 2026", False),
        ("Guide", "Website, Shop, live, social proof", True),
    ]


def test_a_stage_without_actions_has_an_empty_column(view) -> None:
    assert [column.step for column in view.stages[1].columns] == [None]


def test_only_arrows_to_the_next_action_are_drawn(view) -> None:
    assert [(arrow.source, arrow.target) for arrow in view.arrows] == [
        (Spot(0, 0), Spot(0, 1)),
        (Spot(0, 1), Spot(0, 2)),
    ]


def test_lanes_know_whether_they_hold_anything(view) -> None:
    assert view.has("support")
    assert view.has("backstage")
    assert not view.has("physical")
