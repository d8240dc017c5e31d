from __future__ import annotations

import shutil
import subprocess

import pytest

from journeykit.render.engine import draw
from journeykit.render.options import Options
from journeykit.render.outputs import dot

HOSTILE = [
    "<b>bold</b> & <script>alert(1)</script>",
    r"port a:b:c \N \G \E \L",
    r'"quoted" \"esc\" & &amp; &lt;',
    "<<TABLE><TR><TD>x</TD></TR></TABLE>>",
    "ends with a backslash \\",
    "<",
    "]]> --> ${x} {{ y }} %s",
    "a]; n1 [label=x",
]


def yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@pytest.fixture
def hostile(facts_of):
    """The facts of a map in which every text is hostile."""
    texts = [yaml(text) for text in HOSTILE]
    actions = "\n".join(
        f"      - {{id: a{n}, action: {text}, touchpoint: t, emotion: {{score: -1, feeling: {text}, because: {text}}}, "
        f"moment_of_truth: {text}, backstage: [{{backstage: {text}, owner: {text}}}], next: [{{to: a0, when: {text}}}]}}"
        for n, text in enumerate(texts)
    )
    asked = "\n".join(f"      - {{id: q{n}, question: {text}, channels: c, help: h}}" for n, text in enumerate(texts))
    return facts_of(
        f"journey: 1\ntitle: {texts[0]}\nchannels: {{c: {{name: {texts[1]}}}}}\n"
        f"touchpoints: {{t: {{name: {texts[2]}, channel: c}}}}\nhelp: {{h: {{name: {texts[3]}, url: 'javascript:x'}}}}\n"
        f"stages:\n  - stage: {texts[3]}\n    goal: {texts[4]}\n    leaves: [{texts[0]}]\n"
        f"    actions:\n{actions}\n    questions:\n{asked}\n"
    )


@pytest.mark.parametrize("view", dot.VIEWS)
def test_the_same_map_gives_the_same_bytes(hostile, facts_of, view: str) -> None:
    assert dot.write(hostile, Options(view)) == dot.write(hostile, Options(view))


def test_the_first_view_is_the_default(hostile) -> None:
    assert dot.VIEWS == ("flow", "blueprint", "questions")
    assert dot.write(hostile, Options()) == dot.write(hostile, Options("flow"))


@pytest.mark.parametrize("view", dot.VIEWS)
@pytest.mark.parametrize("engine", ["graphviz-pure", "dot"])
def test_engines_understand_it_without_a_word(hostile, view: str, engine: str) -> None:
    if engine == "dot" and shutil.which("dot") is None:
        pytest.skip("no system Graphviz")
    source = dot.write(hostile, Options(view))
    assert b"</svg>" in draw(source.decode(), engine)
    if engine == "dot":
        said = subprocess.run(["dot", "-Tsvg"], input=source, capture_output=True, check=True).stderr.decode()
        assert not [line for line in said.splitlines() if "rror" in line or ("arning" in line and "ont" not in line)]


@pytest.mark.parametrize("view", dot.VIEWS)
def test_hostile_text_adds_no_nodes(hostile, facts_of, view: str) -> None:
    """As many nodes and edges as the drawing has boxes and links: no text has become one."""
    from journeykit.render.dot.diagram import drawing

    picture = drawing(hostile, view)
    svg = draw(dot.write(hostile, Options(view)).decode(), "graphviz-pure").decode()
    visible = [box for box in picture.boxes if box.rows]
    assert svg.count('class="node') == len(visible)
    assert svg.count('class="edge') == len(picture.links)


def test_whole_texts_are_in_it(facts_of) -> None:
    long = "Compares the fee tables of three banks and of the one that her brother told her about"
    source = dot.write(facts_of(f"stages: [{{stage: A, actions: ['{long}']}}]"), Options()).decode()
    assert f'tooltip="{long}"' in source


def test_javascript_becomes_no_link(hostile) -> None:
    assert "URL" not in dot.write(hostile, Options("questions")).decode()
