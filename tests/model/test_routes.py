from __future__ import annotations

import pytest

from journeykit.model.elements import Journey
from journeykit.model.load import load
from journeykit.model.routes import Routes, Target
from journeykit.source.text import Source

JOURNEY = Journey.model_validate(
    {
        "journey": "1",
        "title": "T",
        "stages": [
            {"stage": "Look", "actions": ["Asks", "Either/or", {"action": "Ends", "id": "end"}]},
            {"stage": "Buy", "actions": ["Asks", "Look"]},
            {"stage": "Buy/sell", "actions": ["Pays"]},
        ],
    }
)


@pytest.mark.parametrize(
    ("to", "here", "wanted"),
    [
        ("asks", 0, Target(0, 0)),
        ("asks", 1, Target(1, 0)),
        ("Asks!", 1, Target(1, 0)),
        ("end", 0, Target(0, 2)),
        ("ends", 0, None),
        ("end", 1, None),
        ("look", 0, Target(0)),
        ("look", 1, Target(1, 1)),
        ("buy", 0, Target(1)),
        ("buy/asks", 0, Target(1, 0)),
        ("Buy / Asks", 0, Target(1, 0)),
        ("look/end", 2, Target(0, 2)),
        ("look/Either/or", 2, Target(0, 1)),
        ("Either/or", 0, Target(0, 1)),
        ("Buy/sell/Pays", 0, Target(2, 0)),
        ("Buy/sell", 0, Target(2)),
        ("buy/nothing", 0, None),
        ("nowhere", 0, None),
        ("map:other", 0, Target(map="other")),
        ("map:other/buy", 0, Target(map="other", map_stage="buy")),
    ],
)
def test_where_an_arrow_leads(to: str, here: int, wanted: Target | None) -> None:
    assert Routes(JOURNEY).target(to, here) == wanted


def test_an_arrow_to_nowhere_is_told_where_it_is_written() -> None:
    text = "journey: 1\ntitle: T\nstages:\n- {stage: a, actions: [{action: Asks, next: [Aks, {to: b/x, when: w}, b, map:m]}]}\n- b\n"
    found = load(Source("x", text)).diagnostics
    assert [(one.code, one.element, one.span.column, one.hint) for one in found] == [
        ("JK008", "stages/a/actions/asks", 46, "did you mean `asks`?"),
        ("JK008", "stages/a/actions/asks", 56, "use one of asks, a, b, a/asks"),
    ]
