from __future__ import annotations

import pytest

from journeykit.model.document import Document
from journeykit.model.load import load
from journeykit.source.text import Source

LIBRARIES = """\
journey: 1
title: T
personas: {dan: Dan the driver}
channels: {web-chat: Chat, tel: Phone}
touchpoints: {desk: {name: Desk, channel: tel}}
promises: {fair: Fairness}
help: {faq: Frequent questions}
metrics: {nps: NPS}
evidence: {talks: Interviews}
"""


def read(text: str) -> Document:
    return load(Source("x", LIBRARIES + text))


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Code, the text at the place, element and hint of what is wrong."""
    document = read(text)
    lines = document.source.text.split("\n")
    return [
        (
            found.code,
            lines[found.span.line - 1][found.span.column - 1 : found.span.end_column - 1],
            found.element,
            found.hint,
        )
        for found in document.diagnostics
    ]


def action(keys: str) -> str:
    return f"stages:\n- stage: a\n  actions:\n  - {{action: x, {keys}}}\n"


@pytest.mark.parametrize(
    ("keys", "field", "meant"),
    [
        ("channel: web-chat", "channel", "web-chat"),
        ("channel: Web chat", "channel", "web-chat"),
        ("channel: WEB CHAT!", "channel", "web-chat"),
        ("touchpoint: desk", "touchpoint", "desk"),
        ("persona: Dan", "persona", ("dan",)),
        ("persona: [dan, Dan]", "persona", ("dan", "dan")),
        ("evidence: talks", "evidence", ("talks",)),
        ("metrics: [NPS]", "metrics", ("nps",)),
    ],
)
def test_a_reference_is_an_id_or_a_text_whose_slug_it_is(keys: str, field: str, meant: object) -> None:
    document = read(action(keys))
    assert document.diagnostics == ()
    assert document.journey is not None
    assert getattr(document.journey.stages[0].actions[0], field) == meant


@pytest.mark.parametrize(
    ("text", "place", "element", "hint"),
    [
        (action("channel: web-chta"), "web-chta", "stages/a/actions/x", "did you mean `web-chat`?"),
        (action("channel: letters"), "letters", "stages/a/actions/x", "use one of web-chat, tel, or describe it under `channels:`"),
        (action("persona: [dan, mia]"), "mia", "stages/a/actions/x", "use one of dan, or describe it under `personas:`"),
        (action("persona: Dan the drivr"), "Dan the drivr", "stages/a/actions/x", "did you mean `dan`?"),
        (action("touchpoint: x"), "x", "stages/a/actions/x", "use one of desk, or describe it under `touchpoints:`"),
        (action("emotion: {score: 1, persona: mia}"), "mia", "stages/a/actions/x", "use one of dan, or describe it under `personas:`"),
        (action("evidence: [survey]"), "survey", "stages/a/actions/x", "use one of talks, or describe it under `evidence:`"),
        (action("questions: {question: q, help: faqs}"), "faqs", "stages/a/actions/x/questions/q", "did you mean `faq`?"),
        (action("risks: {risk: r, mitigations: [faq, kit]}"), "kit", "stages/a/actions/x/risks/r", "use one of faq, or describe it under `help:`"),
        (action("gaps: {gap: g, promise: fare}"), "fare", "stages/a/actions/x/gaps/g", "did you mean `fair`?"),
        ("stages: [{stage: a, metrics: csat}]\n", "csat", "stages/a", "use one of nps, or describe it under `metrics:`"),
    ],
)  # fmt: skip
def test_a_reference_to_nothing(text: str, place: str, element: str, hint: str) -> None:
    assert told(text) == [("JK008", place, element, hint)]


def test_without_a_library_the_hint_names_it() -> None:
    document = load(Source("x", "journey: 1\ntitle: T\n" + action("channel: web")))
    assert [found.hint for found in document.diagnostics] == ["describe it under `channels:`"]


def test_libraries_refer_to_each_other() -> None:
    text = "journey: 1\ntitle: T\nstages: [a]\ntouchpoints: {t: {name: T, channel: tel}}\nmetrics: {m: {name: M, gate: b}}\n"
    found = load(Source("x", text)).diagnostics
    assert [(one.code, one.element, one.field) for one in found] == [
        ("JK008", "touchpoints/t", "channel"),
        ("JK008", "metrics/m", "gate"),
    ]


def test_a_text_used_as_a_reference_and_as_words_keeps_its_words() -> None:
    document = read("stages:\n- stage: a\n  actions:\n  - {action: &t Web chat, channel: *t}\n")
    assert document.journey is not None
    first = document.journey.stages[0].actions[0]
    assert (first.action, first.channel) == ("Web chat", "web-chat")


@pytest.mark.parametrize(
    ("library", "codes"),
    [
        ("channels: [web]", ["JK003"]),
        ("channels: web", ["JK003"]),
        ("channels: {web: [Web]}", ["JK003"]),
        ("chanels: {web: Web}", ["JK002"]),
        ("my channels: {web: Web}", ["JK002"]),
    ],
)
def test_a_library_that_cannot_be_read_is_told_once_and_not_at_every_reference(library: str, codes: list[str]) -> None:
    text = f"journey: 1\ntitle: T\n{library}\nstages: [{{stage: a, actions: [{{action: x, channel: web}}, {{action: y, channel: web}}]}}]"
    assert [found.code for found in load(Source("x", text)).diagnostics] == codes


def test_two_written_ids_among_siblings() -> None:
    text = "stages:\n- {stage: a, id: one, gate: [{checkpoint: c, id: g}]}\n- {stage: b, id: one, gate: [{checkpoint: c, id: g}]}\n"
    found = read(text).diagnostics
    assert [(one.code, one.span.line, one.related[0].span.line) for one in found] == [("JK007", 12, 11)]


def test_each_of_several_with_one_id_is_offered_one_of_its_own() -> None:
    ids = "".join(f", {{action: x, id: {one}}}" for one in ("q", "q", "q-3", "q"))
    found = read(f"stages: [{{stage: a, actions: [{{action: Q 2}}{ids}, {{action: q 5}}]}}]\n").diagnostics
    mends = [edit.text for one in found if one.fix for edit in one.fix.edits]
    assert mends == ["q-4", "q-6"]  # `q-2` and `q-5` are derived from the texts of others


def test_one_id_for_elements_of_different_kinds_is_no_clash() -> None:
    assert (
        read("stages: [{stage: a, id: one, needs: [{need: n, id: one}], gaps: [{gap: g, id: one}]}]\n").diagnostics
        == ()
    )


@pytest.mark.parametrize(
    ("entry", "hint"),
    [("my web: Web", "`my-web: {name: my web}`"), ("a/b: Web", "`a-b:"), ("🙂: Web", "`an-id:"), ("web: {name: W, id: net}", "delete `id:`")],
)  # fmt: skip
def test_the_key_of_an_entry_is_its_id(entry: str, hint: str) -> None:
    found = load(Source("x", f"journey: 1\ntitle: T\nstages: [a]\nchannels: {{{entry}}}\n")).diagnostics
    assert [one.code for one in found] == ["JK003"]
    assert hint in found[0].hint


def test_an_alert_names_a_checkpoint_of_the_map() -> None:
    stages = (
        "stages:\n- {stage: a, gate: [{checkpoint: First report}], alerts: [{alert: A, when: checkpoint %s missed}]}\n"
    )
    assert read(stages % "first-report").diagnostics == ()
    assert read(stages % "First report").diagnostics == ()
    assert [one.hint for one in read(stages % "first-reprot").diagnostics] == ["did you mean `first-report`?"]
