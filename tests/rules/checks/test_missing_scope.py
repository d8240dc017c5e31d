from __future__ import annotations

from datetime import date

from journeykit.model.load import load
from journeykit.model.templates import TEMPLATES
from journeykit.rules.engine import Settled, lint
from journeykit.rules.registry import built_in
from journeykit.source.text import Source

HEAD = "journey: 1\ntitle: T\n"


def test_a_map_without_edges(find) -> None:
    (found,) = find("JK109", HEAD + "stages: [A]")
    assert found.message == "nothing says what begins the journey and what ends it"
    assert found.hint == "write `scope: {starts: …, ends: …}`"
    assert (found.element, found.field, found.span.line) == ("", "scope", 2)


def test_a_map_with_one_edge(find) -> None:
    (found,) = find("JK109", HEAD + "scope: {starts: Runs short}\nstages: [A]")
    assert (found.message, found.span.line) == ("nothing says what ends the journey", 3)
    (found,) = find("JK109", HEAD + "scope: {ends: Has it, excludes: [Others]}\nstages: [A]")
    assert found.message == "nothing says what begins the journey"


def test_both_edges_are_enough(find) -> None:
    assert find("JK109", HEAD + "scope: {starts: Runs short, ends: Has it}\nstages: [A]") == []


def test_a_start_at_the_purchase_tells_it_better() -> None:
    rules = tuple((rule, rule.severity) for rule in built_in() if rule.code in ("JK107", "JK109"))

    def codes(stages: str) -> list[str]:
        document = load(Source("x.journey.yaml", f"{HEAD}stages: [{stages}]\n"))
        return [found.code for found in lint(document, Settled(rules), date(2026, 11, 21), dict(TEMPLATES))]

    assert codes("Purchase, After") == ["JK107"]
    assert codes("Need, After") == ["JK109"]
