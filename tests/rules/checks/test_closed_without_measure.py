from __future__ import annotations

import pytest


def stage(written: str, state: str = "closed") -> str:
    return f"stages: [{{stage: Need, metrics: , gaps: [{{gap: Slow, state: {state}}}], {written}}}]\n"


def test_a_closed_gap_where_nothing_is_measured(find) -> None:
    (found,) = find("JK508", stage("goal: Be on time"))
    assert found.message == "the gap 'Slow' is closed, and nothing in 'Need' measures that it is"
    assert (found.element, found.field) == ("stages/problem-need/gaps/slow", "state")


@pytest.mark.parametrize(
    "written",
    [
        "gate: [Arrives on time]",
        "health: [{signal: Rides, event: ride}]",
        "actions: [{action: Waits, metrics: [helped]}]",
    ],
)
def test_any_measure_is_enough(find, written: str) -> None:
    assert find("JK508", stage(written)) == []


def test_a_metric_of_the_stage_is_enough(find) -> None:
    assert find("JK508", "stages: [{stage: Need, gaps: [{gap: Slow, state: closed}]}]") == []


@pytest.mark.parametrize("state", ["open", "planned", "accepted"])
def test_only_closed_gaps_claim_anything(find, state: str) -> None:
    assert find("JK508", stage("goal: Be on time", state)) == []
