from __future__ import annotations

import pytest

from journeykit.model.derive.opportunities import Ranked
from journeykit.model.load import load
from journeykit.source.text import Source


def ranked(text: str) -> list[Ranked]:
    document = load(Source("x", f"journey: 1\ntitle: T\n{text}"))
    assert document.diagnostics == ()
    return list(document.facts.opportunities)


def of(*opportunities: str) -> list[str]:
    items = ", ".join(f"{{opportunity: o{number}, {keys}}}" for number, keys in enumerate(opportunities))
    return [one.opportunity.opportunity for one in ranked(f"stages: [{{stage: a, opportunities: [{items}]}}]")]


def test_by_impact_over_effort_then_impact_then_order() -> None:
    assert of("impact: 2, effort: 2", "impact: 5, effort: 2", "impact: 4, effort: 4", "impact: 2, effort: 2") == [
        "o1", "o2", "o0", "o3",
    ]  # fmt: skip


def test_the_unscored_last_and_the_finished_not_at_all() -> None:
    assert of("impact: 5", "state: done, impact: 5, effort: 1", "impact: 1, effort: 5", "effort: 1", "state: dropped") == [
        "o2", "o0", "o3",
    ]  # fmt: skip


def test_of_equals_what_mends_the_worse_comes_first() -> None:
    found = ranked(
        "opportunities: [{opportunity: map, impact: 4, effort: 2}]\n"
        "risks: [{risk: r, harm: medium, opportunities: [{opportunity: risk, impact: 4, effort: 2}]}]\n"
        "stages:\n- stage: a\n  opportunities: [{opportunity: stage, impact: 4, effort: 2}]\n"
        "  pains: [{pain: p, severity: low, opportunities: [{opportunity: pain, impact: 4, effort: 2}]}]\n"
        "  actions: [{action: x, gaps: [{gap: g, severity: critical, opportunities: [{opportunity: gap, impact: 4, effort: 2}]}]}]\n"
    )
    assert [one.opportunity.opportunity for one in found] == ["gap", "risk", "pain", "map", "stage"]
    assert [one.score for one in found] == [2] * 5
    assert found[0].element == "stages/a/actions/x/gaps/g/opportunities/gap"
    assert found[0].mends.text == "g"
    assert found[3].mends.text == "T"


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("value: 40000 EUR, cost: 10000 EUR", 4),
        ("value: 40000 EUR, cost: 10000 USD", None),
        ("value: 40000 EUR", None),
        ("cost: 1 EUR", None),
        ("value: 1 EUR, cost: 0 EUR", None),
    ],
)
def test_the_return_is_value_over_cost_in_one_currency(keys: str, wanted: float | None) -> None:
    (found,) = ranked(f"stages: [{{stage: a, opportunities: [{{opportunity: o, {keys}}}]}}]")
    assert found.return_ == wanted


def test_the_done_and_the_dropped_stand_apart_in_their_order() -> None:
    text = """\
stages:
- stage: a
  opportunities: [{opportunity: o1, state: dropped, impact: 4, effort: 2}, o2, {opportunity: o3, state: done}]
"""
    facts = load(Source("x", f"journey: 1\ntitle: T\n{text}")).facts
    assert [(one.opportunity.opportunity, one.score) for one in facts.settled_opportunities] == [
        ("o1", 2),
        ("o3", None),
    ]
    assert [one.opportunity.opportunity for one in facts.opportunities] == ["o2"]
