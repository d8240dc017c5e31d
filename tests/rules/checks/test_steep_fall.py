from __future__ import annotations

import pytest


def _map(before: float, after: float, second: str = "goal: Be sure", first: str = "goal: See") -> str:
    return (
        "journey: 1\ntitle: T\nstages:\n"
        f"  - stage: A\n    {first}\n    emotion: {before}\n"
        f"  - stage: B\n    {second}\n    actions: [{{action: Pays, emotion: {after}}}]\n"
    )


@pytest.mark.parametrize(("before", "after"), [(2, -0.9), (1, -1), (-2, 2)])
def test_a_smaller_fall_or_a_rise(find, before: float, after: float) -> None:
    assert find("JK409", _map(before, after)) == []


@pytest.mark.parametrize("key", ["pains", "gaps", "risks"])
def test_the_stage_it_falls_in_says_what_broke(find, key: str) -> None:
    assert find("JK409", _map(2, -1, second=f"{key}: [Too dear]")) == []
    assert len(find("JK409", _map(2, -1, first=f"{key}: [Too dear]"))) == 1


def test_a_fall_of_three(find) -> None:
    (found,) = find("JK409", _map(2, -1))
    assert (
        found.message == "feelings fall from 2 to −1 at 'Pays', and no pain, gap or risk in that stage says what broke"
    )
    assert (found.element, found.field, found.span.line) == ("stages/b/actions/pays", "emotion", 9)
    assert [(other.message, other.element) for other in found.related] == [("2, before it falls", "stages/a")]


def test_every_fall_is_told_not_only_the_biggest(find) -> None:
    stages = "[{stage: A, emotion: 1}, {stage: B, emotion: -2}, {stage: C, emotion: 2}, {stage: D, emotion: -2}]"
    found = find("steep-fall", f"journey: 1\ntitle: T\nstages: {stages}\n")
    assert [one.element for one in found] == ["stages/b", "stages/d"]


def test_the_limit_is_an_option(find) -> None:
    assert find("JK409", _map(2, -1), limit=3.5) == []
    assert len(find("JK409", _map(1, 0.2), limit=0.8)) == 1


def test_it_stands_at_the_emotion_of_the_persona_meant(find) -> None:
    ends = "\n    emotion:\n      - {persona: ana, score: 1}\n      - {persona: ben, score: -2}\n"
    start = "journey: 1\ntitle: T\npersonas: {ana: Ana, ben: Ben}\nstages:\n"
    (found,) = find("JK409", start + "  - {stage: A, emotion: [1, {persona: ben, score: 1}]}\n  - stage: B" + ends)
    assert (found.span.line, found.span.column) == (9, 9)


def test_it_shows_the_emotion_it_falls_from(find) -> None:
    felt = "\n    emotion:\n      - {persona: ana, score: 1}\n      - {persona: ben, score: 2}\n"
    start = "journey: 1\ntitle: T\npersonas: {ana: Ana, ben: Ben}\nstages:\n  - stage: A"
    (found,) = find("JK409", start + felt + "  - {stage: B, emotion: [1, {persona: ben, score: -2}]}\n")
    (before,) = found.related
    assert (before.span.line, before.span.column) == (8, 9)
