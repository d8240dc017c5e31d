from __future__ import annotations

import pytest

_NEED = "stages: [{{stage: Need, actions: [{{action: Waits, emotion: {}}}], {}}}]\n"
_TWO = """\
personas: {ben: Ben}
stages:
  - stage: Need
    actions:
      - {action: Waits, emotion: [-1, {persona: ben, score: -1}]}
  - stage: Discovery
    actions:
      - {action: Looks, emotion: [0, {persona: ben, score: %s}]}
"""


@pytest.mark.parametrize("key", ["pains", "gaps", "risks"])
def test_a_pain_a_gap_or_a_risk_of_the_stage_is_enough(find, key: str) -> None:
    assert find("JK403", _NEED.format("-1", f"{key}: [It rains]")) == []


@pytest.mark.parametrize("key", ["opportunities", "needs", "leaves"])
def test_other_things_say_not_what_goes_wrong(find, key: str) -> None:
    assert len(find("JK403", _NEED.format("-1", f"{key}: [It rains]"))) == 1


def test_a_low_point_of_zero_is_not_low(find) -> None:
    assert find("JK403", _NEED.format("0", "goal: Be dry")) == []


def test_it_names_the_stage_and_shows_the_low_point(find) -> None:
    (found,) = find("JK403", _NEED.format("-0.5", "goal: Be dry"))
    assert found.message == "the low point lies in 'Need', where no pain, gap or risk is named"
    assert found.element == "stages/problem-need"
    assert [(other.message, other.element) for other in found.related] == [
        ("the low point, −0.5", "stages/problem-need/actions/waits")
    ]


def test_a_low_point_of_several_personas_is_told_once(find) -> None:
    (found,) = find("JK403", _TWO % "0")
    assert found.message == "the low point lies in 'Need', where no pain, gap or risk is named"
    assert len(found.related) == 1


def test_each_persona_has_a_low_point_of_its_own(find) -> None:
    assert [found.message for found in find("JK403", _TWO % "-2")] == [
        "the low point for 'Ana' lies in 'Need', where no pain, gap or risk is named",
        "the low point for 'Ben' lies in 'Discovery', where no pain, gap or risk is named",
    ]


def test_it_stands_at_the_stage(find) -> None:
    (found,) = find(
        "JK403", "journey: 1\ntitle: T\nstages:\n  - stage: A\n    emotion: -2\n  - {stage: B, emotion: 1}\n"
    )
    assert (found.span.line, found.span.column) == (4, 12)


def test_a_single_feeling_makes_no_valley(find) -> None:
    assert find("JK403", "journey: 1\ntitle: T\nstages: [{stage: A, emotion: -2}, {stage: B, needs: [x]}]\n") == []


@pytest.mark.parametrize(("first", "second", "where"), [("-2", "1", None), ("1", "-2", "stages/b")])
def test_in_the_first_stage_the_reason_is_enough(find, first: str, second: str, where: str | None) -> None:
    stages = "[{stage: A, emotion: {score: %s, because: it rains}}, {stage: B, emotion: {score: %s, because: so}}]"
    found = find("JK403", "journey: 1\ntitle: T\nstages: " + stages % (first, second))
    assert [one.element for one in found] == ([where] if where else [])


def test_in_the_first_stage_each_reason_has_to_be_told(find) -> None:
    stages = (
        "[{stage: A, emotion: [{score: -2, because: it rains}, {persona: ben, score: -1}]}, {stage: B, emotion: %s}]"
    )
    text = "journey: 1\ntitle: T\npersonas: {ana: Ana, ben: Ben}\nstages: " + stages
    (found,) = find("JK403", text % "[1, {persona: ben, score: 1}]")
    assert found.message == "the low point for 'Ben' lies in 'A', where no pain, gap or risk is named"
    assert [other.message for other in found.related] == ["the low point, −1"]
    told = text.replace("score: -1", "score: -1, because: it is cold")
    assert find("JK403", told % "[1, {persona: ben, score: 1}]") == []


def test_it_shows_the_emotion_of_the_one_meant(find) -> None:
    felt = "\n    emotion:\n      - {persona: ana, score: 1}\n      - {persona: ben, score: -1}\n"
    start = "journey: 1\ntitle: T\npersonas: {ana: Ana, ben: Ben}\nstages:\n"
    (found,) = find("JK403", start + "  - {stage: A, emotion: [1, {persona: ben, score: 1}]}\n  - stage: B" + felt)
    (low,) = found.related
    assert (low.span.line, low.span.column) == (9, 9)
