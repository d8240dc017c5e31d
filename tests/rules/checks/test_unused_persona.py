from __future__ import annotations

import pytest

BEN = "personas: {ben: {name: Ben}}\n"


def test_it_says_who(find) -> None:
    (found,) = find("JK804", BEN)
    assert found.message == "'Ben' is on the cast, and in no stage"
    assert found.hint == "name what they do, ask or feel with `persona: ben`, or take them out"
    assert found.element == "personas/ben"


def test_the_primary_persona_is_in_every_stage(find) -> None:
    assert find("JK804", "personas: {ana: {name: Ana}}") == []
    assert find("JK804", "personas: {ben: {name: Ben, primary: true}}") == []


@pytest.mark.parametrize(
    "named",
    [
        "actions: [{action: Rides, persona: ben}]",
        "actions: [{action: Rides, emotion: {score: 1, persona: [ana, ben]}}]",
        "emotion: {score: 1, persona: ben}",
        "needs: [{need: Air, persona: ben}]",
        "thoughts: [{thought: Off we go, persona: ben}]",
        "quotes: [{quote: Off we go, persona: ben}]",
        "questions: [{question: Why?, persona: ben}]",
        "pains: [{pain: It rains, persona: ben}]",
        "highlights: [{highlight: The sun, persona: ben}]",
        "gaps: [{gap: No roof, persona: ben}]",
        "actions: [{action: Rides, backstage: [{backstage: Oils the chain, persona: ben}]}]",
    ],
)
def test_anything_in_a_stage_may_name_them(find, named: str) -> None:
    assert find("JK804", f"{BEN}stages: [{{stage: More, {named}}}]") == []
