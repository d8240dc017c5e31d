from __future__ import annotations

import pytest


def gate(find, within: str, duration: str):
    point = f"{{checkpoint: First report, event: report, within: {within}}}"
    return find("JK911", f"stages: [{{stage: Review, duration: {duration}, gate: [{point}]}}]")


def alert(find, when: str, duration: str):
    text = f"{{alert: Stuck, when: {when}, notify: [us]}}"
    return find("JK911", f"stages: [{{stage: Review, duration: {duration}, alerts: [{text}]}}]")


def test_a_checkpoint_that_may_take_longer_than_its_stage(find) -> None:
    (found,) = gate(find, "91 days", "90 days")
    assert found.message == "'First report' may take 91 days, and 'Review' lasts 90 days"
    assert (found.element, found.field) == ("stages/review/gate/first-report", "within")
    assert gate(find, "90 days", "90 days") == []


def test_an_alert_that_rings_after_the_end(find) -> None:
    (found,) = alert(find, "days in stage > 91", "90 days")
    assert found.message == "'Stuck' rings after 91 days, and 'Review' lasts 90 days"
    assert (found.element, found.field) == ("stages/review/alerts/stuck", "when")
    assert alert(find, "days in stage > 90", "90 days") == []
    assert alert(find, "no event in 120 days", "90 days") == []


@pytest.mark.parametrize(
    ("within", "duration"),
    [
        ("3 months", "90 days"),
        ("31 days", "1 month"),
        ("1 year", "365 days"),
        ("366 days", "1 year"),
        ("P1M", "30 days"),
    ],
)
def test_months_are_as_long_as_they_need_to_be(find, within: str, duration: str) -> None:
    assert gate(find, within, duration) == []


def test_what_is_longer_in_any_month(find) -> None:
    assert len(gate(find, "32 days", "1 month")) == 1
    assert len(gate(find, "3 months", "80 days")) == 1
    assert len(gate(find, "2 months", "1 month")) == 1


def test_a_stage_without_a_duration_is_left_alone(find) -> None:
    text = "journey: 1\ntitle: T\nstages: [{stage: A, gate: [{checkpoint: C, event: c, within: 9 years}]}]\n"
    assert find("JK911", text) == []
