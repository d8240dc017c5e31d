from __future__ import annotations

HEAD = "journey: 1\ntitle: T\nstages:\n"


def test_a_stage_without_a_duration(find) -> None:
    (found,) = find("JK112", HEAD + "  - stage: Waiting\n    goal: Be seen\n")
    assert found.message == "nothing says how long 'Waiting' takes"
    assert (found.element, found.field, found.span.line) == ("stages/waiting", "duration", 4)
    assert found.severity == "info"


def test_an_actions_duration_is_enough(find) -> None:
    assert find("JK112", HEAD + "  - {stage: Waiting, actions: [{action: Waits, duration: 2 hours}]}\n") == []
    assert find("JK112", HEAD + "  - {stage: Waiting, goal: Be seen, duration: 2 hours}\n") == []


def test_a_stage_of_nothing_but_a_name_is_told_once(find) -> None:
    assert find("JK112", HEAD + "  - Waiting\n") == []


def test_in_a_lifecycle_it_is_a_warning(find) -> None:
    (found,) = find("JK112", "template: customer-lifecycle\n" + HEAD + "  - {stage: Waiting, goal: Be seen}\n")
    assert found.severity == "warning"
    (found,) = find("JK112", "template: buying-process\n" + HEAD + "  - {stage: Waiting, goal: Be seen}\n")
    assert found.severity == "info"
