from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("written", "lacks", "field"),
    [
        ("impact: 3", "no effort", "effort"),
        ("effort: 3", "no impact", "impact"),
        ("state: planned", "no impact and no effort", "impact"),
    ],
)
def test_an_opportunity_that_cannot_be_ranked(find, written: str, lacks: str, field: str) -> None:
    (found,) = find("JK503", f"opportunities: [{{opportunity: Lend one, {written}}}]")
    assert found.message == f"'Lend one' cannot be ranked: it has {lacks}"
    assert (found.element, found.field) == ("opportunities/lend-one", field)


@pytest.mark.parametrize("written", ["impact: 3, effort: 3", "state: done", "state: dropped, impact: 2"])
def test_a_scored_or_settled_one_is_left_alone(find, written: str) -> None:
    assert find("JK503", f"opportunities: [{{opportunity: Lend one, {written}}}]") == []


def test_those_on_pains_count_too(find) -> None:
    (found,) = find("JK503", "stages: [{stage: Need, pains: [{pain: Cold, opportunities: [Socks]}]}]")
    assert found.element == "stages/problem-need/pains/cold/opportunities/socks"
