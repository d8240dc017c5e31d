from __future__ import annotations

import pytest


def hurt(written: str) -> str:
    return f"stages: [{{stage: Need, pains: [{{pain: Cold feet, {written}}}]}}]\n"


@pytest.mark.parametrize("severity", ["high", "critical"])
@pytest.mark.parametrize("state", ["open", "planned"])
def test_a_grave_pain_with_nothing_to_mend_it(find, severity: str, state: str) -> None:
    (found,) = find("JK502", hurt(f"severity: {severity}, state: {state}"))
    assert found.message == f"nobody says what could be done about 'Cold feet', a pain of {severity} severity"
    assert (found.element, found.field) == ("stages/problem-need/pains/cold-feet", "opportunities")


@pytest.mark.parametrize(
    "written",
    [
        "severity: medium",
        "state: open",
        "severity: high, state: closed",
        "severity: critical, state: accepted",
        "severity: high, opportunities: [Warm socks]",
    ],
)
def test_a_lesser_or_settled_one_is_left_alone(find, written: str) -> None:
    assert find("JK502", hurt(written)) == []


def test_gaps_count_too(find) -> None:
    (found,) = find("JK502", "stages: [{stage: Need, actions: [{action: Waits, gaps: [{gap: Slow, severity: high}]}]}]")
    assert found.message == "nobody says what could be done about 'Slow', a gap of high severity"


@pytest.mark.parametrize(
    "beside", ["opportunities: [Warm socks]", "actions: [{action: Waits, opportunities: [Warm socks]}]"]
)
def test_an_opportunity_of_the_stage_may_be_meant(find, beside: str) -> None:
    (found,) = find("JK502", hurt("severity: high").replace("pains:", f"{beside}, pains:"))
    assert found.message == (
        "no opportunity stands under 'Cold feet', a pain of high severity, though the stage has some"
    )
    assert (found.severity, found.element) == ("info", "stages/problem-need/pains/cold-feet")


def test_an_opportunity_of_another_stage_or_gap_is_not(find) -> None:
    other = "{stage: More, opportunities: [Socks], pains: [{pain: Dark, severity: low, opportunities: [Lamp]}]}"
    (found,) = find("JK502", hurt("severity: high").replace("}]}]", "}]}, " + other + "]"))
    assert found.severity == "warning"
    within = "{pain: Dark, severity: low, opportunities: [Lamp]}"
    (found,) = find("JK502", hurt("severity: high").replace("}]}]", "}, " + within + "]}]"))
    assert found.severity == "warning"


@pytest.mark.parametrize(
    ("state", "more", "message"),
    [
        ("research", "", "neither of the two grave gaps and pains has an opportunity yet"),
        ("research", ", {pain: Dark, severity: critical}", "none of the 3 grave gaps and pains has an opportunity yet"),
        ("research", ", {pain: Dark, severity: low, opportunities: [Lamp]}", None),
        ("research", "], opportunities: [Lamp", None),
        ("current", "", None),
    ],
)
def test_research_without_any_opportunity_hears_so_once(find, state: str, more: str, message: str | None) -> None:
    pains = f"[{{pain: Cold feet, severity: high}}, {{pain: Wet feet, severity: high}}{more}]"
    found = find("JK502", f"journey: 1\ntitle: T\nstate: {state}\nstages: [{{stage: A, pains: {pains}}}]\n")
    if message is None:
        assert [one.element for one in found] == ["stages/a/pains/cold-feet", "stages/a/pains/wet-feet"]
    else:
        assert [(one.message, one.element) for one in found] == [(message, "")]
        assert len(found[0].instead_of) == 2 + bool(more)


def test_a_single_grave_pain_of_research_is_told_by_its_name(find) -> None:
    (found,) = find("JK502", "state: research\n" + hurt("severity: high"))
    assert found.message == "nobody says what could be done about 'Cold feet', a pain of high severity"
