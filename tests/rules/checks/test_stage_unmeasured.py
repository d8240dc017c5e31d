from __future__ import annotations

from journeykit.rules.checks.stage_unmeasured import RULE

HEAD = "journey: 1\ntitle: T\nmetrics: {nps: {name: NPS}}\nstages:\n  - stage: Paying\n    goal: Be done\n"


def test_a_stage_without_any_measure(find) -> None:
    (found,) = find("JK901", HEAD)
    assert found.message == "no metric, gate or health says whether 'Paying' goes well"
    assert (found.element, found.field, found.span.line) == ("stages/paying", "metrics", 5)


def test_one_measure_is_enough(find) -> None:
    for measure in (
        "metrics: nps",
        "gate: [Has paid]",
        "health: [{signal: Logs in, event: login}]",
        "actions: [{action: Pays, metrics: nps}]",
    ):
        assert find("JK901", HEAD + f"    {measure}\n") == [], measure


def test_a_stage_with_nothing_but_its_name_is_told_otherwise(find) -> None:
    assert find("JK901", "journey: 1\ntitle: T\nstages: [Paying]\n") == []


def test_it_gives_way_to_a_gap_closed_without_measure() -> None:
    assert RULE.gives_way_to == ("JK508",)
