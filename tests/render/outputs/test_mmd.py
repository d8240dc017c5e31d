"""The sources here were drawn by Mermaid 11 itself when they were written; what it takes amiss is kept out by tests."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from journeykit.model.load import load_path
from journeykit.render.mermaid.text import label, name
from journeykit.render.options import Options
from journeykit.render.outputs.mmd import VIEWS, write

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").rglob("*.journey.yaml"))
MAP = """\
title: "Noise: #1"
personas: {ann: {name: "Ann, in a hurry", primary: yes}, bo: {name: Bo}}
channels: {web: Website}
help: {list: {name: Price list, channels: web}}
stages:
  - stage: Hears a noise
    actions:
      - {action: Listens, emotion: [{score: -2, feeling: afraid}, {persona: bo, score: -2}]}
      - action: "Asks: a friend"
        channel: web
        emotion: [{score: 1.5}, {persona: bo, score: 0}]
        moment_of_truth: yes
        next: [{to: drives-off, when: it is loud}, {to: "map:repair"}]
      - {action: Waits, persona: bo}
    questions: [{question: What will it cost?, channels: web, help: list}, Who helps?]
    leaves: [{leave: Sells it, share: 5%}]
  - stage: Drives off
    emotion: 1
"""
#: What no label may hold as it stands: it would end the label, or be read as markup, a formula, an entity, a directive.
UNSAFE = re.compile(r'["<>&`$\\*_~{}\[\]|^;]|%%|#(?!\d+;)')


def drawn(facts_of, text: str, view: str | None = None) -> str:
    return write(facts_of(text), Options(view=view)).decode()


def test_the_user_journey_is_to_be_read(facts_of) -> None:
    assert (
        drawn(facts_of, MAP, "map")
        == """\
---
title: "Noise: #1"
config: {"journey": {"width": 150}}
---
journey
  section Hears a noise
    Listens: 1: Ann, Bo
    Asks#58; a friend: 4.5: Ann
    Asks#58; a friend: 3: Bo
    Waits (no feeling recorded): 3: Bo
  section Drives off
    Drives off: 4: Ann
"""
    )


def test_the_flow_has_stages_actions_and_ways(facts_of) -> None:
    source = drawn(facts_of, MAP)
    assert source == drawn(facts_of, MAP, "flow")
    assert source.splitlines()[3] == "flowchart TB"
    assert '  subgraph s0["1 Hears a noise"]' in source
    assert '    s0a1["★ Asks#58; a friend<br>Website<br>▲▲ +1.5, ● 0 (Bo)"]:::p2' in source
    assert "  class s0a1 truth" in source
    for way in (
        "s0a0 --> s0a1",
        's0a1 -. "it is loud" .-> s1a0',
        "s0a1 --> m0",
        "s0a2 --> s1a0",
        "s0 -.-x s0x0",
    ):
        assert f"  {way}" in source.splitlines()
    assert '  m0[["Map#58; repair"]]:::other' in source
    assert '  s0x0("Sells it<br>5#37;"):::exit' in source


def test_the_questions_lead_to_their_answers(facts_of) -> None:
    source = drawn(facts_of, MAP, "questions")
    assert "flowchart LR" in source
    assert "  q0 --> h0" in source
    assert re.search(r'q1\["\? Who helps\?<br>[^"]*"\]:::open', source)
    assert "q1 -" not in source


def test_the_colours_are_those_of_the_look(facts_of) -> None:
    light, dark = (write(facts_of(MAP), Options(theme=theme)).decode() for theme in ("light", "dark"))
    assert "stroke:#9c350b" in light
    assert "stroke:#ff9563" in dark


HOSTILE = [
    'a"]:::x', "x; y", "end", "<script>alert(1)</script>", "&lt;b&gt; #quot; #35;", "%%{init: {}}%%", "a\nb", "`**md**`",
    "$$x^2$$", "click a call b()", "{x} [y] |z|", "fa:fa-car", "\\n", "a --> b", "a: 5: Me", "#", "@{shape: x}",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("view", VIEWS)
def test_no_text_of_a_map_leaves_its_place(facts_of, text: str, view: str) -> None:
    said = json.dumps(text)
    template = (
        "title: {0}\npersonas: {{p: {{name: {0}}}, q: {{name: Q}}}}\nchannels: {{c: {{name: {0}}}}}\n"
        "stages: [{{stage: {0}, actions: [{{action: {0}, channel: c, emotion: {{score: 1, feeling: {0}}}, "
        "next: [{{to: other, when: {0}}}]}}], leaves: [{{leave: {0}, because: {0}}}], questions: [{0}]}}, {{stage: Other}}]"
    )
    source = drawn(facts_of, template.format(said), view)
    plain = drawn(facts_of, template.format('"plain"'), view)
    assert len(source.splitlines()) == len(plain.splitlines())
    labels = re.findall(r'"([^"]*)"', source.split("---\n", 2)[2]) if view != "map" else []
    assert view == "map" or labels
    for found in labels:
        assert not UNSAFE.search(re.sub(r"#\d+;|<br>", "", found)), found
    if view == "map":
        for line in source.split("journey\n", 1)[1].splitlines():
            # A task is its name, a score and those who feel so; a section its name alone.
            assert line.count(":") == (0 if line.startswith("  section ") else 2), line
            assert not re.search(r"[;]", re.sub(r"#\d+;", "", line)), line
    assert "<script" not in source
    assert "%%" not in source


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. first", "1#46; first"),
        ("- dash", "#45; dash"),
        ("title of a film", "#116;itle of a film"),
        ("Section 3", "#83;ection 3"),
        ("sectional sofa", "sectional sofa"),
        ("-2 degrees", "-2 degrees"),
        ("", " "),
        ("What, me? (yes)", "What, me? (yes)"),
    ],
)
def test_what_begins_a_line_of_another_kind_is_a_text(text: str, said: str) -> None:
    assert label(text) == said


def test_a_comma_ends_no_name() -> None:
    assert name("Ann, 30") == "Ann#44; 30"


def test_long_texts_get_wider_boxes(facts_of) -> None:
    source = drawn(facts_of, "stages: [{stage: A, actions: ['" + "and then waits again " * 8 + "']}]", "map")
    width = re.search(r'"width": (\d+)', source)
    assert width is not None
    assert int(width[1]) > 300


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_example_is_well_formed(path: Path, view: str) -> None:
    source = write(load_path(path).facts, Options(view=view)).decode()
    assert source == write(load_path(path).facts, Options(view=view)).decode()
    lines = source.split("---\n", 2)[2].splitlines()
    assert sum(line.strip().startswith("subgraph") for line in lines) == sum(line.strip() == "end" for line in lines)
    known = set(re.findall(r"^\s+(?:subgraph )?([a-z]\d+(?:[ax]\d+)?)[\[(]", source, re.MULTILINE))
    for line in lines:
        if way := re.match(r"  (\w+) (?:-->|-\.-?>|-\.-x|-\. \"[^\"]*\" \.->) (\w+)$", line):
            assert {way[1], way[2]} <= known, line
