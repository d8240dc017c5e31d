from __future__ import annotations


def asked(find, metric: str, stage: str = "", key: str = "metrics: [exits]"):
    written = f'metrics: {{exits: {{name: Leave early, unit: "%", better: lower, target: 35, {metric}}}}}\n'
    return find("JK905", written + f"stages:\n  - stage: Evaluation\n    {key}\n{stage}")


def test_off_target_and_no_nearer(find) -> None:
    (found,) = asked(find, "now: 61, was: 55")
    assert found.message == (
        "'Leave early' in 'Evaluation' misses its target (61 %, wanted 35 %) and comes no nearer to it"
    )
    assert (found.element, found.field) == ("stages/evaluation", "metrics")


def test_without_a_value_before_nobody_knows_that_it_comes_nearer(find) -> None:
    (found,) = asked(find, "now: 61")
    assert found.message == "'Leave early' in 'Evaluation' misses its target (61 %, wanted 35 %)"


def test_nearer_is_well(find) -> None:
    assert asked(find, "now: 54, was: 55") == []
    assert len(asked(find, "now: 55, was: 55")) == 1


def test_reached_is_well(find) -> None:
    assert asked(find, "now: 35, was: 20") == []
    assert len(asked(find, "now: 36, was: 20")) == 1, "nearer to the number, and worse"


def test_a_pain_a_gap_or_an_opportunity_in_the_stage_is_an_answer(find) -> None:
    for key in ("pains: [Too dear]", "gaps: [Too slow]", "opportunities: [Be quicker]"):
        assert asked(find, "now: 61", f"    {key}\n") == []
    assert asked(find, "now: 61", "    risks: [{risk: Left, opportunities: [Be quicker]}]\n") == []
    assert len(asked(find, "now: 61", "    risks: [Left]\n")) == 1


def test_the_metric_of_an_action_or_a_checkpoint_is_one_of_the_stage(find) -> None:
    assert len(asked(find, "now: 61", key="actions: [{action: Tries, metrics: [exits]}]")) == 1
    assert len(asked(find, "now: 61", key="gate: [{checkpoint: Tried, metric: exits}]")) == 1


def test_without_a_direction_nobody_knows(find) -> None:
    rides = "metrics: {rides: {name: Rides, now: 3, target: 5}}\n"
    assert find("JK905", rides + "stages: [{stage: Evaluation, metrics: [rides]}]") == []


def test_a_metric_of_several_stages_is_told_once(find) -> None:
    more = "  - {stage: Decision, metrics: [exits]%s}\n"
    (found,) = asked(find, "now: 61", more % "")
    assert [(other.element, other.message) for other in found.related] == [
        ("stages/decision", "it is measured here too")
    ]
    assert asked(find, "now: 61", more % ", pains: [Too dear]") == [], "one of them says what is wrong"


def test_the_value_of_today_says_nothing_of_a_future_map(find) -> None:
    text = (
        "metrics: {exits: {name: Leave early, better: lower, target: 35, now: 61}}\n"
        "stages: [{stage: Evaluation, metrics: [exits]}]\n"
    )
    assert len(find("JK905", text)) == 1
    assert find("JK905", "state: future\n" + text) == []
