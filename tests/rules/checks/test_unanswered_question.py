from __future__ import annotations

import pytest


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


SEVERAL = "state: {}\nstages: [{{stage: Need, questions: [{{question: Why me?, importance: 5}}, How so?{}]}}]\n"


@pytest.mark.parametrize(
    ("state", "more", "count"),
    [
        ("research", "", 1),
        ("research", ", Who else?", 1),
        ("current", "", 2),
        ("research", ", {question: When?, answer: Soon.}", 2),
        ("research", ", {question: When?, help: [plan]}", 2),
        ("research", ", {question: When?, help: [old]}", 3),
    ],
)
def test_research_without_any_answer_hears_so_once(find, state: str, more: str, count: int) -> None:
    text = "journey: 1\ntitle: T\nhelp: {plan: {name: Plan, state: planned}, old: {name: Old, state: retired}}\n"
    found = find("JK202", text + SEVERAL.format(state, more))
    assert len(found) == count
    if count == 1:
        number = len(found[0].instead_of)
        assert number == (3 if more else 2)
        none = "none of the 3 questions" if more else "neither question"
        assert (found[0].message, found[0].element) == (f"{none} has an answer yet", "")


def test_a_single_question_of_research_is_told_by_its_name(find) -> None:
    (found,) = find("JK202", "journey: 1\ntitle: T\nstate: research\nstages: [{stage: A, questions: [Why?]}]\n")
    assert found.message == "nothing answers 'Why?'"
