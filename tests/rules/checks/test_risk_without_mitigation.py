from __future__ import annotations

import pytest


def risk(written: str) -> str:
    return f"risks: [{{risk: Theft, {written}}}]\n"


@pytest.mark.parametrize(
    ("written", "weight"),
    [
        ("likelihood: high", "high likelihood"),
        ("likelihood: low, harm: high", "high harm"),
        ("likelihood: high, harm: high", "high likelihood and harm"),
    ],
)
def test_a_grave_risk_that_nothing_keeps_small(find, written: str, weight: str) -> None:
    (found,) = find("JK506", risk(written))
    assert found.message == f"no live help stands against 'Theft', a risk of {weight}"
    assert (found.element, found.field) == ("risks/theft", "mitigations")


def test_lesser_risks_may_wait(find) -> None:
    assert find("JK506", risk("likelihood: medium, harm: medium")) == []
    assert find("JK506", "risks: [Theft]\n") == []


@pytest.mark.parametrize(("state", "found"), [("live", 0), ("planned", 1), ("draft", 1), ("retired", 1)])
def test_only_live_help_keeps_it_small(find, state: str, found: int) -> None:
    lock = f"help: {{lock: {{name: Lock, state: {state}}}}}\n"
    assert len(find("JK506", lock + risk("harm: high, mitigations: [lock]"))) == found


def test_in_a_future_map_planned_help_counts_as_live(find) -> None:
    lock = "state: future\nhelp: {lock: {name: Lock, state: planned}}\n"
    assert find("JK506", lock + risk("harm: high, mitigations: [lock]")) == []


def test_the_risks_of_stages_and_actions_count_too(find) -> None:
    (found,) = find("JK506", "stages: [{stage: Need, actions: [{action: Waits, risks: [{risk: Rain, harm: high}]}]}]")
    assert found.element == "stages/problem-need/actions/waits/risks/rain"
