from __future__ import annotations

import pytest

_MAP = """\
journey: 1
title: T
personas: {{ana: Ana, ben: Ben}}
stages:
  - stage: A
    actions:
      - {{action: Looks, emotion: 1}}
      - {{action: Pays, {pays}}}
      - {{action: Signs, {signs}}}
"""


def test_a_persona_that_acts_and_never_feels_is_told_once_at_its_first_action(find) -> None:
    (found,) = find(
        "JK411", _MAP.format(pays="persona: ben", signs="persona: [ana, ben], emotion: {persona: ana, score: 1}")
    )
    assert found.message == "'Ben' acts, and nothing says what they feel"
    assert (found.element, found.field, found.span.line) == ("stages/a/actions/pays", "emotion", 8)


@pytest.mark.parametrize(
    "signs",
    [
        "persona: ben, emotion: 0",
        "persona: ben, emotion: lost",
        "persona: [ana, ben], emotion: 1",
        "emotion: {persona: ben, feeling: lost}",
    ],
)
def test_one_score_or_word_anywhere_is_a_face(find, signs: str) -> None:
    assert find("JK411", _MAP.format(pays="persona: ben", signs=signs)) == []


def test_an_action_of_nobody_in_particular_is_not_theirs(find) -> None:
    assert find("half-a-cast", _MAP.format(pays="goal: Be done", signs="goal: Be done")) == []


def test_staff_are_left_alone(find) -> None:
    text = _MAP.replace("ben: Ben", "ben: {{name: Ben, role: %s}}").format(pays="persona: ben", signs="goal: Be done")
    assert find("JK411", text % "staff") == []
    assert len(find("JK411", text % "[staff, user]")) == 1


def test_where_nothing_is_known_of_any_feeling_that_is_told(find) -> None:
    text = "journey: 1\ntitle: T\npersonas: {ana: Ana, ben: Ben}\nstages:\n  - stage: A\n    actions: [{action: Pays, persona: ben}]\n"
    more = "  - stage: B\n    emotion: 1\n    actions: [{action: Signs, persona: %s}]\n"
    assert find("JK411", text) == []
    assert find("JK411", text + more % "ana") == []
    (found,) = find("JK411", text + more % "ben")
    assert found.element == "stages/a/actions/pays"
