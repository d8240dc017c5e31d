"""The ways customers took, cut to what a reader can take in."""

from __future__ import annotations

from journeykit.measure.conformance import Conformance
from journeykit.measure.flow import Graph, Step
from journeykit.render.dot.follows import titles, write
from journeykit.render.dot.paint import light
from journeykit.render.engine import draw
from journeykit.render.views.follows import MOST_EVENTS, follows


def graph(*steps: tuple[str, str, int]) -> Graph:
    names = sorted({name for source, target, _ in steps for name in (source, target)})
    counts = {name: 10 * (len(names) - at) for at, name in enumerate(names)}
    told = tuple(Step(source, target, count, 86_400.0) for source, target, count in steps)
    return Graph(100, counts, {names[0]: 99, names[-1]: 1}, {names[-1]: 100}, told)


def conformance(*unknown: str) -> Conformance:
    return Conformance(None, (), (), (), (), (), (), tuple((name, 1) for name in unknown))


def test_events_steps_beginnings_and_ends() -> None:
    view = follows(graph(("a", "b", 7), ("b", "b", 2)), conformance("b"), "Trial", "en")
    assert [(one.name, one.count, one.known) for one in view.events] == [("a", 20, True), ("b", 10, False)]
    told = [(one.source, one.target, one.passage.text) for one in view.follows]
    # Where hardly any way begins is left out.
    assert told == [(0, 1, "7 · 1 day"), (1, 1, "2 · 1 day"), (None, 0, "99"), (1, None, "100")]
    assert view.left == ""
    assert titles(view)["e1"] == "a → b: 7 · 1 day"


def test_many_events_are_cut_and_said() -> None:
    names = [f"e{number:03}" for number in range(60)]
    steps = [(one, other, 1 + (at * 7 + to) % 50) for at, one in enumerate(names) for to, other in enumerate(names)]
    view = follows(graph(*steps), conformance(), "Trial", "en")
    assert len(view.events) == MOST_EVENTS
    assert "24 events seen most, of 60" in view.left
    drawn = [one for one in view.follows if None not in (one.source, one.target)]
    assert 2 * MOST_EVENTS <= len(drawn) <= 4 * MOST_EVENTS
    # Nothing stands alone.
    assert {one.source for one in drawn} == {one.target for one in drawn} == set(range(MOST_EVENTS))


def test_names_are_texts_for_graphviz() -> None:
    bad = ['"]; evil [label="x', "<B>bold</B>", "\\N \\G", "a\nb", "x" * 900, " ", "}", "ö–✓ 名前"]
    steps = [(one, other, 3) for one in bad for other in bad]
    view = follows(graph(*steps), conformance(bad[1]), 'T"]', "en")
    svg = draw(write(view, light)).decode()
    assert "evil [label=" in svg.replace("&quot;", '"')
    assert "&lt;B&gt;bold" in svg
    assert svg.count('class="node"') == len(bad) + 2
    assert "x" * 100 not in svg
