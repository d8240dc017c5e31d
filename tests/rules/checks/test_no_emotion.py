from __future__ import annotations

import pytest

_STAGE = "stages: [{{stage: Discovery, {}}}]\n"


@pytest.mark.parametrize(
    "kept",
    [
        "actions: [{action: Looks, emotion: 0}]",
        "actions: [Waits, {action: Looks, emotion: curious}]",
        "actions: [Looks], emotion: 0",
        "actions: [{action: Looks, emotion: [{because: of the rain}, {persona: ana, score: 1}]}]",
    ],
)
def test_a_score_or_a_word_of_its_own_or_of_an_action_is_enough(find, kept: str) -> None:
    assert find("JK401", _STAGE.format(kept)) == []


@pytest.mark.parametrize(
    "kept", ["actions: [Looks]", "actions: [{action: Looks, emotion: {because: rain, desired: 1}}]"]
)
def test_a_reason_or_a_wish_is_no_feeling(find, kept: str) -> None:
    (found,) = find("JK401", _STAGE.format(kept))
    assert found.message == "nothing says how customers feel in 'Discovery'"
    assert found.element == "stages/discovery"


def test_a_stage_with_nothing_but_its_name_is_left_to_empty_stage(find) -> None:
    assert find("JK401", "journey: 1\ntitle: T\nstages: [A, {stage: B, id: second, note: later}]\n") == []


def test_it_stands_at_the_stage(find) -> None:
    (found,) = find("no-emotion", "journey: 1\ntitle: T\nstages:\n  - goal: Be sure\n    stage: A\n")
    assert (found.span.line, found.span.column) == (5, 12)


def test_it_stands_at_the_emotion_that_says_too_little(find) -> None:
    (found,) = find("JK401", "journey: 1\ntitle: T\nstages:\n  - stage: A\n    emotion: {because: rain}\n")
    assert found.span.line == 5
