from __future__ import annotations


def test_a_stage_of_nothing_but_a_name(find) -> None:
    (found,) = find("JK103", "journey: 1\ntitle: T\nstages:\n  - {stage: A, actions: [x]}\n  - Waiting\n")
    assert found.message == "in 'Waiting' the customer does nothing"
    assert (found.element, found.span.line, found.span.column) == ("stages/waiting", 5, 5)


def test_questions_are_no_actions(find) -> None:
    (found,) = find("JK103", "stages: [{stage: Waiting, goal: Know, questions: [Why?]}]")
    assert found.element == "stages/waiting"


def test_one_action_is_enough(find) -> None:
    assert find("JK103", "stages: [{stage: Waiting, actions: Waits}]") == []
