from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit.model.document import Document
from journeykit.model.load import load, load_path
from journeykit.source.text import Source


def read(text: str) -> Document:
    return load(Source("x", textwrap.dedent(text)))


def told(text: str) -> list[tuple[str, str, str]]:
    """Code, element and field of what is wrong."""
    return [(found.code, found.element, found.field) for found in read(text).diagnostics]


def test_a_sound_map() -> None:
    document = read("journey: 1\ntitle: T\nstages: [a]")
    assert document.is_sound
    assert document.diagnostics == ()
    assert document.outline.by_address.keys() == {"stages/a"}


@pytest.mark.parametrize("text", ["", "- a", "a: b\n", "personas: {}", "journey: 1\n---\na: b", "a: [", "a: \x00"])
def test_what_is_no_map(text: str) -> None:
    document = read(text)
    assert document.journey is None
    assert not document.is_sound
    assert [found.code for found in document.diagnostics] in (["JK001"], ["JK004"])


@pytest.mark.parametrize(
    "text", ["title: T", "journey: 1", "title: T\njourney: 1", "stages: [a]", "title: T\nstages: [a]"]
)
def test_a_key_the_map_lacks_is_the_map_s_own_matter(text: str) -> None:
    found = told(text)
    assert found
    assert {(code, element) for code, element, _ in found} == {("JK004", "")}


def test_a_map_with_faults_is_there_without_them() -> None:
    document = read("journey: 1\ntitle: T\nstate: past\nstages: [{stage: a, goal: [x], owner: o}]")
    assert not document.is_sound
    assert document.journey is not None
    assert (document.journey.state, document.journey.stages[0].goal, document.journey.stages[0].owner) == (
        "current",
        None,
        "o",
    )
    assert document.faulty == {("", "state"), ("stages/a", "goal")}


@pytest.mark.parametrize(
    ("text", "element"),
    [
        ("stages: {stage: a, actions: {action: x, gaps: {gap: g, severity: awful}}}", "stages/a/actions/x/gaps/g"),
        ("stages: [{stage: a, actions: [[z], {action: x, severity: a}]}]", "stages/a/actions/x"),
        ("stages: [{stage: a, actions: [{action: x}, [z]]}]", "stages/a"),
        ("stages: [{stage: a, actions: [{action: x, emotion: [1, {score: 9}]}]}]", "stages/a/actions/x"),
        ("stages: [{stage: a, gate: [{checkpoint: c, within: soon}]}]", "stages/a/gate/c"),
        ("stages: [{stage: a, health: [{signal: s, weight: 0}]}]", "stages/a/health/s"),
        ("stages: [a]\nchannels: {web: {name: W, kind: z}}", "channels/web"),
        ("stages: [a]\ntouchpoints: {t: {name: T}}", "touchpoints/t"),
        ("stages: [a]\nscope: {starts: [a]}", ""),
        ("stages: [{stage: b, enter: {event: [a]}}]", "stages/b"),
        ("x-d: &d {duration: soon}\nstages: [{stage: a, <<: *d}]", "stages/a"),
        ("x-d: &d {name: W, kind: z}\nstages: [a]\nchannels: {web: *d}", "channels/web"),
    ],
)
def test_a_fault_names_the_innermost_element(text: str, element: str) -> None:
    found = read(f"journey: 1\ntitle: T\n{text}\n").diagnostics
    assert {one.element for one in found} <= {element, element.rpartition("/actions/")[0]}
    assert found[-1].element == element


def test_findings_stand_in_the_order_of_their_places_and_have_fingerprints_of_their_own() -> None:
    document = read(
        """\
        journey: 1
        title: T
        stages:
        - {stage: a, foo: 1, goal: [x]}
        - {stage: a, foo: 1, questions: [{question: q, help: [one, two, three]}]}
        """
    )
    places = [(found.span.line, found.span.column) for found in document.diagnostics]
    assert places == sorted(places)
    assert len({found.fingerprint for found in document.diagnostics}) == len(document.diagnostics) == 6


def test_a_fingerprint_does_not_depend_on_the_line() -> None:
    text = "journey: 1\ntitle: T\nstages: [{stage: a, foo: 1}]\n"
    before, after = read(text), read("# a remark\n\n" + text)
    assert before.diagnostics[0].span.line != after.diagnostics[0].span.line
    assert before.diagnostics[0].fingerprint == after.diagnostics[0].fingerprint


def test_a_template_that_is_not_there() -> None:
    assert told("journey: 1\ntitle: T\ntemplate: buying-proces\nstages: [a]") == [("JK008", "", "template")]
    assert told("journey: 1\ntitle: T\ntemplate: buying-process\nstages: [a]") == []


def test_a_text_that_a_remark_cuts_is_a_warning() -> None:
    document = read("journey: 1\ntitle: Our #1 trip\nstages:\n- '#1'\n- a #b\n- a # b\n")
    assert document.is_sound
    assert [(found.code, found.severity, found.span.line, found.span.column) for found in document.diagnostics] == [
        ("JK012", "warning", 2, 12),
        ("JK012", "warning", 5, 5),
    ]


def test_columns_count_characters_whatever_they_are() -> None:
    for words in ("日本語", "🙂🙂🙂", "e\u0301e\u0301", "مرحبا", "👩‍👩‍👧"):
        document = read(f"journey: 1\ntitle: T\nstages: [{{stage: {words}, emotion: 9}}]\n")
        (found,) = document.diagnostics
        line = document.source.text.split("\n")[2]
        assert line[found.span.column - 1 : found.span.end_column - 1] == "9"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end(end: str) -> None:
    text = end.join(["journey: 1", "title: T", "stages:", "- stage: a", "  gole: g", ""])
    (found,) = load(Source("x", text)).diagnostics
    assert (found.span.line, found.span.column, found.span.end_column) == (5, 3, 7)


def test_a_title_of_100_000_characters() -> None:
    document = read(f"journey: 1\ntitle: {'x' * 100_000}\nstages: [a]\n")
    assert document.is_sound
    assert document.outline.root.id == "x" * 60


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("ab:-?[]{},&*!|>'\" \n\t#<") | st.characters(), max_size=80))
def test_loading_never_raises(text: str) -> None:
    for whole in (
        text,
        f"journey: 1\ntitle: T\nstages:\n{text}",
        f"journey: 1\ntitle: T\nstages: [a]\nchannels: {text}",
    ):
        document = load(Source("x", whole))
        assert document.journey is not None or document.diagnostics


def test_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    Path("a.journey.yaml").write_text("journey: 1\ntitle: T\nstages: [a]")
    Path("b.journey.yaml").write_bytes(b"\xff")
    assert load_path("a.journey.yaml").is_sound
    assert load_path(tmp_path / "a.journey.yaml").source.name == "a.journey.yaml"
    assert [found.code for found in load_path("b.journey.yaml").diagnostics] == ["JK001"]
