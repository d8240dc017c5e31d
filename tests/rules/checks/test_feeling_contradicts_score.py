from __future__ import annotations

import pytest

_ACTION = "{}stages: [{{stage: Need, actions: [{{action: Waits, emotion: {}}}]}}]\n"


@pytest.mark.parametrize(
    "emotion",
    [
        "{score: 0, feeling: sad}",
        "{score: 0, feeling: happy}",
        "{score: -0.5, feeling: sad}",
        "{score: 2, feeling: happy}",
        "{score: 2, feeling: sad but strong}",
        "{score: 2, feeling: used to it}",
        "sad",
        "2",
    ],
)
def test_words_that_agree_or_that_no_list_knows_as_a_whole(find, emotion: str) -> None:
    assert find("JK406", _ACTION.format("", emotion)) == []


def test_a_bad_word_above_zero(find) -> None:
    (found,) = find("JK406", _ACTION.format("", "{score: 0.5, feeling: Sad}"))
    assert found.message == "'Sad' is a bad feeling, but its score at 'Waits' is 0.5"
    assert (found.element, found.field) == ("stages/problem-need/actions/waits", "emotion")


def test_a_good_word_below_zero(find) -> None:
    (found,) = find("JK406", _ACTION.format("", "{score: -2, feeling: happy}"))
    assert found.message == "'happy' is a good feeling, but its score at 'Waits' is −2"


def test_a_language_without_a_list_is_silent(find) -> None:
    assert find("JK406", _ACTION.format("lang: tlh\n", "{score: -2, feeling: happy}")) == []


def test_it_stands_at_the_emotion(find) -> None:
    text = "journey: 1\ntitle: T\nstages:\n  - stage: A\n    emotion: {score: 2, feeling: sad}\n"
    (found,) = find("feeling-contradicts-score", text)
    assert (found.span.line, found.span.column) == (5, 14)


def test_of_several_emotions_it_stands_at_the_one_meant(find) -> None:
    felt = "emotion:\n      - {persona: ana, score: 1}\n      - {persona: ben, score: -1, feeling: happy}\n"
    start = "journey: 1\ntitle: T\npersonas: {ana: Ana, ben: Ben}\nstages:\n  - stage: A\n    "
    (found,) = find("JK406", start + felt)
    assert (found.span.line, found.span.column) == (8, 9)
