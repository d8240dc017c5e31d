from __future__ import annotations

HEAD = "journey: 1\ntitle: T\nstages:\n"


def test_a_stage_without_a_goal(find) -> None:
    (found,) = find("JK108", HEAD + "  - stage: Waiting\n    business_goal: Save time\n    actions: [Waits]\n")
    assert found.message == "nobody says what the customer wants in 'Waiting'"
    assert found.hint == "write it with `goal:`, in their words"
    assert (found.element, found.field, found.span.line) == ("stages/waiting", "goal", 4)


def test_an_actions_goal_is_enough(find) -> None:
    assert find("JK108", HEAD + "  - {stage: Waiting, actions: [{action: Waits, goal: Be seen}]}\n") == []
    assert find("JK108", HEAD + "  - {stage: Waiting, goal: Be seen}\n") == []


def test_a_stage_of_nothing_but_a_name_is_told_once(find) -> None:
    assert find("JK108", HEAD + "  - {stage: Waiting, as: during, phase: One}\n") == []
