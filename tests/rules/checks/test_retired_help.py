from __future__ import annotations

from datetime import date

import pytest

from journeykit.model.load import load
from journeykit.rules.engine import Settled, lint
from journeykit.rules.registry import built_in
from journeykit.source.text import Source

GONE = "help: {old: {name: Old page, state: retired}, plan: {name: Plan, state: planned}}\n"


def asked(written: str) -> str:
    return GONE + f"stages: [{{stage: Need, questions: [{{question: Why me?, {written}}}]}}]\n"


def test_a_question_whose_help_is_gone(find) -> None:
    (found,) = find("JK213", asked("help: [old]"))
    assert found.message == "'Why me?' relies on retired help alone: 'Old page'"
    assert (found.element, found.field) == ("stages/problem-need/questions/why-me", "help")


@pytest.mark.parametrize("written", ["help: [old, guide]", "help: [old, plan]", "help: [old], answer: So", "share: 3%"])
def test_anything_else_to_rely_on_is_enough(find, written: str) -> None:
    assert find("JK213", asked(written)) == []


@pytest.mark.parametrize("place", ["{risk}", "stages: [{{stage: Need, {risk}}}]"])
def test_a_risk_whose_mitigation_is_gone(find, place: str) -> None:
    (found,) = find("JK213", GONE + place.format(risk="risks: [{risk: Gets lost, mitigations: [old]}]"))
    assert found.message == "'Gets lost' is kept small by retired help alone: 'Old page'"
    assert found.field == "mitigations"
    assert find("JK213", GONE + place.format(risk="risks: [{risk: Gets lost, mitigations: [old, plan]}]")) == []


def test_it_is_told_instead_of_an_unanswered_question() -> None:
    rules = tuple((rule, rule.severity) for rule in built_in() if rule.code in ("JK202", "JK213"))
    text = f"journey: 1\ntitle: T\n{GONE}stages: [{{stage: A, questions: [{{question: Why?, help: [old]}}]}}]\n"
    found = lint(load(Source("m.journey.yaml", text)), Settled(rules), date(2026, 11, 21), {})
    assert [one.code for one in found] == ["JK213"]
