from __future__ import annotations


def test_a_stage_in_which_nobody_asks(find) -> None:
    (found,) = find("JK201", "stages: [{stage: Need, questions: }]")
    assert found.message == "nobody asks anything in 'Need'"
    assert (found.element, found.field, found.severity) == ("stages/problem-need", "questions", "warning")


def test_a_thought_that_asks_is_shown_to_be_a_question(find) -> None:
    def hint(thought: str) -> str:
        (found,) = find(
            "JK201", f"stages: [{{stage: Need, questions: , actions: [{{action: W, thoughts: {thought}}}]}}]"
        )
        return found.hint

    wanted = "they do in their thoughts: write 'Which one fits?' under `questions:`, where help can answer it"
    assert hint("[Hm, 'Which one fits?']") == wanted
    assert "متى؟" in hint("متى؟")
    assert hint("Who knows") == "write down what customers ask there, in their words, under `questions:`"


def test_a_question_of_an_action_is_enough(find) -> None:
    fragment = "stages: [{stage: Need, questions: , actions: [{action: Waits, questions: [How long?]}]}]"
    assert find("JK201", fragment) == []


def test_a_stage_with_nothing_but_its_name_is_left_alone(find) -> None:
    assert find("JK201", "journey: 1\ntitle: T\nstages: [Need, {stage: Buy, as: decision, note: To do}]\n") == []
    (found,) = find("JK201", "journey: 1\ntitle: T\nstages:\n  - Need\n  - stage: Buy\n    goal: Be sure\n")
    assert (found.element, found.span.line) == ("stages/buy", 5)
