from __future__ import annotations

import pytest

_ACTION = "stages: [{{stage: Need, actions: [{{action: Misses the bus, emotion: {}}}]}}]\n"


@pytest.mark.parametrize("emotion", ["-0.9", "{score: -1, because: it leaves too early}", "lost", "{desired: -1}"])
def test_it_is_silent_above_minus_one_or_with_a_reason_or_without_a_score(find, emotion: str) -> None:
    assert find("JK402", _ACTION.format(emotion)) == []


def test_minus_one_wants_a_reason(find) -> None:
    (found,) = find("JK402", _ACTION.format("{score: -1, feeling: annoyed}"))
    assert found.message == "no reason is given for the −1 at 'Misses the bus'"
    assert (found.element, found.field) == ("stages/problem-need/actions/misses-the-bus", "emotion")


def test_each_emotion_needs_its_own_and_equal_ones_are_told_once(find) -> None:
    personas = "personas: {ben: Ben, cem: Cem}\n"
    emotions = "[{score: -2, because: rain}, {persona: ben, score: -1.5}, {persona: cem, score: -1.5}]"
    (found,) = find("JK402", personas + _ACTION.format(emotions))
    assert found.message == "no reason is given for the −1.5 at 'Misses the bus' for 'Ben' and 'Cem'"


def test_a_long_score_is_told_in_three_digits(find) -> None:
    (found,) = find("JK402", _ACTION.format("-1.11111"))
    assert found.message == "no reason is given for the −1.11 at 'Misses the bus'"


def test_the_emotion_of_a_stage_counts_and_it_stands_there(find) -> None:
    (found,) = find("low-without-reason", "journey: 1\ntitle: T\nstages:\n  - stage: A\n    emotion: -2\n")
    assert (found.span.line, found.span.column) == (5, 14)


_TWO = """\
journey: 1
title: T
personas: {{ana: Ana, ben: Ben}}
stages:
  - stage: A
    actions:
      - action: Waits
        emotion:
          - {{persona: ana, score: 1}}
          - {{persona: ben, score: {}}}
"""


def test_it_stands_at_the_emotion_meant(find) -> None:
    (found,) = find("JK402", _TWO.format(-2))
    assert (found.span.line, found.span.column) == (10, 13)


@pytest.mark.parametrize(
    ("persona", "emotions", "whose"),
    [
        ("", "[{score: -2}, {persona: ben, score: -1, because: rain}]", " for 'Ana'"),
        ("persona: [ben, cem], ", "[{score: -2}, {persona: ben, score: -1, because: rain}]", " for 'Cem'"),
        ("persona: [ben, cem], ", "{score: -2}", ""),
        ("persona: [ben, cem], ", "[{score: -2}, {persona: cem, score: 1}, {persona: ben, score: 1}]", ""),
    ],
)
def test_of_several_emotions_it_says_whose(find, persona: str, emotions: str, whose: str) -> None:
    action = _ACTION.format(emotions).replace("emotion:", f"{persona}emotion:")
    (found,) = find("JK402", "personas: {ben: Ben, cem: Cem}\n" + action)
    assert found.message == f"no reason is given for the −2 at 'Misses the bus'{whose}"
