"""What could not be read is told as such, and no rule builds on it."""

from __future__ import annotations

from datetime import date

import pytest

from journeykit.model.load import load
from journeykit.rules.engine import Settled, lint
from journeykit.rules.registry import built_in
from journeykit.source.text import Source

HEAD = "journey: 1\ntitle: T\n"
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("code", "written", "slip", "right"),
    [
        (
            "JK206",
            "stages: [{stage: A, questions: [Why?]}, {stage: B, questions: [{question: Why?@}]}]",
            ", help: [x]",
            "",
        ),
        ("JK208", "help: {x: {name: X@}}\nstages: [A]", ", state: alive", ""),
        ("JK209", "help: {x: {name: X, updated: 2020@}}\nstages: [A]", ", state: alive", ""),
        ("JK211", "metrics: {m: M}\nhelp: {y: {name: Y, metric: m}, x: {name: X@}}\nstages: [A]", ", state: 3", ""),
        ("JK212", "stages: [{stage: Buy, questions: [{question: Too dear?@}]}]", ", kind: doubt", ""),
        ("JK501", "stages: [{stage: A, gaps: [{gap: G, received: R@}]}]", ", desired: [x, y]", ""),
        ("JK502", "stages: [{stage: A, pains: [{pain: P, severity: high@}]}]", ", state: shut", ", state: open"),
        ("JK503", "opportunities: [{opportunity: O@}]\nstages: [A]", ", effort: 9", ", effort: 5"),
        ("JK505", "opportunities: [{opportunity: O, due: 2020@}]\nstages: [A]", ", state: finished", ""),
    ],
)
def test_a_value_that_could_not_be_read_is_not_held_against_the_rest(
    code: str, written: str, slip: str, right: str
) -> None:
    (rule,) = [rule for rule in built_in() if rule.code == code]

    def found(text: str) -> list[str]:
        document = load(Source("m.journey.yaml", HEAD + written.replace("@", text) + "\n"))
        return [one.code for one in lint(document, Settled(((rule, rule.severity),)), TODAY, {})]

    assert found(right) == [code]
    assert found(slip) == []


def found_in(written: str, wanted: str) -> list[tuple[str, int]]:
    (rule,) = [rule for rule in built_in() if rule.code == wanted]
    document = load(Source("m.journey.yaml", HEAD + written))
    assert not document.is_sound
    return [(one.element, one.span.line) for one in lint(document, Settled(((rule, rule.severity),)), TODAY, {})]


def test_two_stages_of_one_id_are_kept_apart() -> None:
    text = (
        "channels: {web: Website, shop: Shop}\nstages:\n"
        "- {stage: A, id: x, actions: [{action: Asks, channel: web, emotion: 1}]}\n"
        "- stage: B\n  id: x\n  actions:\n"
        "  - {action: Waits, channel: web, emotion: 1}\n"
        "  - {action: Goes there, channel: shop, emotion: -1}\n"
    )
    assert [line for _, line in found_in(text, "JK312")] == [10]
    assert [line for _, line in found_in(text, "JK403")] == [6]


def test_a_library_that_is_no_mapping_may_hold_personal_data() -> None:
    assert found_in("stages: [A]\nhelp: Write to ana@example.org\n", "JK608") == [("", 4)]
