from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.model.conditions import Clause, When
from journeykit.model.values import UnfitError, parse_duration

DAYS_30 = parse_duration("30 days")


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("health < 50", [Clause("health", "<", 50)]),
        ("health<50", [Clause("health", "<", 50)]),
        ("health  >\n 80", [Clause("health", ">", 80)]),
        ("health fell 20 in 30 days", [Clause("health", "fell", 20, DAYS_30)]),
        ("health rose 20 in P30D", [Clause("health", "rose", 20, DAYS_30)]),
        ("days in stage > 90", [Clause("days in stage", ">", 90)]),
        ("no event in 30 days", [Clause("no event", "in", None, DAYS_30)]),
        ("nps < 7", [Clause("nps", "<", 7)]),
        ("csat > 4.5", [Clause("csat", ">", 4.5)]),
        ("ces < 3", [Clause("ces", "<", 3)]),
        ("nps < \u221210", [Clause("nps", "<", -10)]),
        ("checkpoint first-report missed", [Clause("checkpoint", "missed", checkpoint="first-report")]),
        ("health < 50 and nps < 7", [Clause("health", "<", 50), Clause("nps", "<", 7)]),
    ],
)
def test_conditions(text: str, clauses: list[Clause]) -> None:
    found = When().read(text)
    assert list(found.clauses) == clauses
    assert str(found) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "and", "health", "health < 50 and", "health < 50 or nps < 7", "health <= 50", "health = 50", "days in stage < 9",
        "no event in soon", "no event", "health fell 20", "health fell in 30 days", "checkpoint missed", "mood < 3",
        "health < ٥٠",
    ],
)  # fmt: skip
def test_what_is_no_condition_is_told_with_examples(text: str) -> None:
    with pytest.raises(UnfitError) as refused:
        When().read(text)
    assert refused.value.code == "JK003"
    assert "health < 50" in refused.value.hint


@pytest.mark.parametrize("raw", [["health < 50"], {"health": "50"}])
def test_a_condition_is_a_text(raw: object) -> None:
    with pytest.raises(UnfitError):
        When().read(raw)


@given(st.text(max_size=60))
def test_no_text_breaks_a_condition(text: str) -> None:
    with suppress(UnfitError):
        assert When().read(text).clauses
