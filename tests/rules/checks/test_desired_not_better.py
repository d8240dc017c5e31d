from __future__ import annotations

import pytest


def felt(emotion: str) -> str:
    return f"stages: [{{stage: Need, actions: [{{action: Waits, emotion: {emotion}}}]}}]\n"


@pytest.mark.parametrize(
    ("emotion", "said"),
    [
        ("{score: -1, desired: -2}", "worse (−2) than the one they have (−1)"),
        ("{score: -1, desired: -1}", "no better than the one they have (−1)"),
        ("{score: 1.5, desired: 1.4}", "worse (1.4) than the one they have (1.5)"),
        ("[{score: 0, desired: 1}, {score: 2, desired: 1}]", "worse (1) than the one they have (2)"),
    ],
)
def test_a_feeling_desired_at_or_below_its_score(find, emotion: str, said: str) -> None:
    (found,) = find("JK511", felt(emotion))
    assert found.message == f"the feeling desired at 'Waits' is {said}"
    assert (found.element, found.field) == ("stages/problem-need/actions/waits", "emotion")


@pytest.mark.parametrize("emotion", ["{score: -1, desired: -0.9}", "{desired: -2}", "{score: 2}", "-2"])
def test_a_better_one_or_none_is_left_alone(find, emotion: str) -> None:
    assert find("JK511", felt(emotion)) == []


def test_at_the_top_of_the_scale_nothing_better_can_be_wished(find) -> None:
    assert find("JK511", felt("{score: 2, desired: 2}")) == []


def test_the_emotion_of_a_stage_counts_too(find) -> None:
    written = "journey: 1\ntitle: T\nstages:\n  - stage: A\n    emotion: {score: 0, desired: 0}\n"
    (found,) = find("JK511", written)
    assert (found.element, found.span.line) == ("stages/a", 5)


def test_of_several_emotions_it_stands_at_the_one_meant(find) -> None:
    felt = "emotion:\n      - {persona: ana, score: 1}\n      - {persona: ben, score: 1, desired: 0}\n"
    start = "journey: 1\ntitle: T\npersonas: {ana: Ana, ben: Ben}\nstages:\n  - stage: A\n    "
    (found,) = find("JK511", start + felt)
    assert (found.span.line, found.span.column) == (8, 9)
