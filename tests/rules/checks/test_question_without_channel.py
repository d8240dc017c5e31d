from __future__ import annotations


def test_a_question_that_does_not_say_where(find) -> None:
    (found,) = find("JK205", "stages: [{stage: Need, questions: [{question: Why me?, help: [guide]}]}]")
    assert found.message == "nobody knows where customers look for the answer to 'Why me?'"
    assert (found.element, found.field) == ("stages/problem-need/questions/why-me", "channels")


def test_a_question_with_a_channel_says_where(find) -> None:
    assert find("JK205", "stages: [{stage: Need, questions: [{question: Why me?, channels: web}]}]") == []


def test_a_question_written_as_plain_text_is_left_alone(find) -> None:
    assert find("JK205", "stages: [{stage: Need, questions: [Why me?]}]") == []


def test_the_questions_of_actions_count_too(find) -> None:
    asked = "{action: Waits, questions: [{question: How long?, importance: 2}]}"
    (found,) = find("JK205", f"journey: 1\ntitle: T\nstages:\n  - stage: A\n    actions:\n      - {asked}\n")
    assert (found.element, found.span.line) == ("stages/a/actions/waits/questions/how-long", 6)
