from __future__ import annotations

from journeykit.render.views.channels import channels

MAP = """
personas: {ana: {name: Ana, prefers: web, avoids: tel}, ben: {name: Ben, prefers: [tel, web]}}
channels:
  web: {name: Website, kind: digital, owner: Digital}
  tel: {name: Phone, media: partner}
  shop: Shop
touchpoints:
  chat: {name: Chat, channel: web, quality: 2, expected: 5}
  form: {name: Form, channel: web, quality: 4, expected: 4}
  desk: {name: Desk, channel: web}
help: {guide: {name: Guide, channels: web}, soon: {name: Soon, channels: tel, state: planned}}
stages:
- stage: A
  touchpoints: [chat, form]
  questions: [{question: p, channels: [web, tel], help: guide}, {question: q, channels: [tel], help: soon}]
  actions: [{action: x, channel: web}, y]
- stage: B
  questions: [{question: r, channels: [web]}]
"""


def test_rows_are_the_channels_of_the_library_and_columns_the_stages(facts_of) -> None:
    view = channels(facts_of(MAP))
    assert view.stages == ("A", "B")
    assert [row.ref.name for row in view.rows] == ["Website", "Phone", "Shop", "No channel named"]
    assert {len(row.cells) for row in view.rows} == {2}


def test_a_cell_says_what_is_asked_answered_and_used(facts_of) -> None:
    web, phone, shop, none = channels(facts_of(MAP)).rows
    assert [(cell.asked, cell.answered, cell.used) for cell in web.cells] == [(1, 1, 1), (1, 0, 0)]
    assert [(cell.asked, cell.answered, cell.used) for cell in phone.cells] == [(2, 0, 0), (0, 0, 0)]
    assert none.cells[0].used == 1
    assert not shop.total
    assert not any(shop.cells)


def test_what_is_asked_where_nothing_answers_stands_out(facts_of) -> None:
    web, phone, *_ = channels(facts_of(MAP)).rows
    assert (web.cells[0].tone, web.cells[0].remark) == ("", "")
    assert (web.cells[1].tone, web.cells[1].remark) == ("open", "Nothing answers here")
    assert (phone.cells[0].tone, phone.cells[0].remark) == ("planned", "Help is planned here")


def test_touchpoints_show_what_is_received_and_what_is_expected(facts_of) -> None:
    web, *_ = channels(facts_of(MAP)).rows
    assert [(point.ref.name, point.quality, point.expected) for point in web.cells[0].points] == [
        ("Chat", 2, 5), ("Form", 4, 4),
    ]  # fmt: skip
    assert (web.total.points, web.total.rated, web.total.below) == (2, 2, 1)


def test_who_likes_a_channel_and_who_avoids_it(facts_of) -> None:
    web, phone, shop, _ = channels(facts_of(MAP)).rows
    assert [[one.name for one in row.liked] for row in (web, phone, shop)] == [["Ana", "Ben"], ["Ben"], []]
    assert [one.name for one in phone.avoided] == ["Ana"]
    assert (web.remark, phone.remark, shop.remark) == ("Digital, Digital", "partner", "")


def test_totals_count_a_question_once(facts_of) -> None:
    view = channels(facts_of(MAP))
    assert [(total.asked, total.answered, total.used) for total in view.totals] == [(2, 1, 2), (1, 0, 0)]
    assert (view.whole.asked, view.whole.answered, view.whole.used) == (3, 1, 2)


def test_the_figures_name_what_stands_out(facts_of) -> None:
    told = {one.name: (one.number, one.unit, one.remark) for one in channels(facts_of(MAP)).front.tallies}
    assert told == {
        "Channels": ("3", "", "not used: Shop"),
        "Answered where asked": ("1", "of 3", "2 questions are not"),
        "Asked, and nothing answers": ("1", "spot", "Website"),
        "Busiest channel": ("1", "of 2 actions", "Website"),
        "Below expectation": ("1", "of 2 touchpoints", "Chat"),
    }


def test_only_what_occurs_is_explained(facts_of) -> None:
    signs = [sign.key for sign in channels(facts_of(MAP)).front.signs]
    assert signs == ["ask", "answered", "dot", "mute", "soon", "quality"]
    plain = channels(facts_of("channels: {web: Web}\nstages: [{stage: A, actions: [{action: x, channel: web}]}]"))
    assert [sign.key for sign in plain.front.signs] == ["dot"]
    assert plain.front.made == ()


def test_a_map_without_channels_says_so(facts_of) -> None:
    view = channels(facts_of("stages: [{stage: A, actions: [x]}]"))
    assert "names no channels yet" in view.front.empty
    assert (view.rows, view.front.tallies, view.front.signs) == ((), (), ())


def test_channels_that_nobody_uses_are_still_shown(facts_of) -> None:
    view = channels(facts_of("channels: {web: Web}\nstages: [A]"))
    assert view.front.empty == ""
    assert [row.ref.name for row in view.rows] == ["Web"]
