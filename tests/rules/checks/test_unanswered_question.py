from __future__ import annotations


def test_planned_help_is_no_open_question(find) -> None:
    planned = "help: {sim: {name: Simulator, state: planned}}\n"
    asked = "stages: [{stage: Need, questions: [{question: Why me?, help: [sim]}]}]\n"
    assert find("JK202", planned + asked) == []


def test_a_high_importance_leads_the_message(find) -> None:
    (found,) = find("JK202", "stages: [{stage: Need, questions: [{question: Why me?, importance: 5}]}]")
    assert found.message == "importance 5: nothing answers 'Why me?'"
    assert found.element == "stages/problem-need/questions/why-me"


def test_it_stands_at_the_question(find) -> None:
    (found,) = find("unanswered-question", "journey: 1\ntitle: T\nstages:\n  - stage: A\n    questions: [Why?]\n")
    assert (found.span.line, found.span.column) == (5, 17)
