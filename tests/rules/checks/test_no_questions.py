from __future__ import annotations


def test_a_stage_in_which_nobody_asks(find) -> None:
    (found,) = find("JK201", "stages: [{stage: Need, questions: }]")
    assert found.message == "nobody asks anything in 'Need'"
    assert (found.element, found.field, found.severity) == ("stages/problem-need", "questions", "warning")


def test_a_question_of_an_action_is_enough(find) -> None:
    fragment = "stages: [{stage: Need, questions: , actions: [{action: Waits, questions: [How long?]}]}]"
    assert find("JK201", fragment) == []


def test_a_stage_with_nothing_but_its_name_is_left_alone(find) -> None:
    assert find("JK201", "journey: 1\ntitle: T\nstages: [Need, {stage: Buy, as: decision, note: To do}]\n") == []
    (found,) = find("JK201", "journey: 1\ntitle: T\nstages:\n  - Need\n  - stage: Buy\n    goal: Be sure\n")
    assert (found.element, found.span.line) == ("stages/buy", 5)
