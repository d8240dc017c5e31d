from __future__ import annotations

from datetime import date

from journeykit.model.load import load
from journeykit.model.templates import TEMPLATES
from journeykit.rules.engine import Settled, lint
from journeykit.rules.registry import built_in
from journeykit.source.text import Source

HEAD = "journey: 1\ntitle: T\n"


def test_the_last_stage_is_the_purchase(find) -> None:
    (found,) = find("JK106", HEAD + "stages:\n  - Need\n  - stage: At the till\n    as: checkout\n")
    assert found.message == "the journey ends at the purchase, with 'At the till'"
    assert (found.element, found.span.line) == ("stages/at-the-till", 5)


def test_any_stage_after_it_is_enough(find) -> None:
    assert find("JK106", HEAD + "stages: [Need, Purchase, Something else]") == []


def test_it_is_the_last_buying_stage_that_counts(find) -> None:
    assert len(find("JK106", HEAD + "stages: [Order, Something else, Pay]")) == 1


def test_without_a_purchase_there_is_no_end_at_it(find) -> None:
    assert find("JK106", HEAD + "stages: [Need, Onboarding]") == []


def test_as_says_more_than_the_id(find) -> None:
    assert find("JK106", HEAD + "stages: [Need, {stage: Decision, as: evaluation}]") == []


def test_a_part_may_end_there(find) -> None:
    assert find("JK106", HEAD + "parent: whole\nstages: [Need, Purchase]") == []


def test_a_missing_stage_tells_it_better() -> None:
    rules = tuple((rule, rule.severity) for rule in built_in() if rule.code in ("JK101", "JK106"))

    def codes(template: str) -> list[str]:
        document = load(Source("x.journey.yaml", f"{HEAD}{template}stages: [Need, Decision]\n"))
        return [found.code for found in lint(document, Settled(rules), date(2026, 11, 21), dict(TEMPLATES))]

    assert codes("template: buying-process\n") == ["JK101"]
    assert codes("") == ["JK106"]
