from __future__ import annotations

import pytest


def stage(share: str, besides: str = "goal: Fit") -> str:
    return f"stages: [{{stage: Evaluation, leaves: [{{leave: Takes the bus, {share}}}], {besides}}}]\n"


def test_many_leave_and_nobody_says_why(find) -> None:
    (found,) = find("JK512", stage("share: 34%"))
    assert found.message == "34 % leave in 'Evaluation' ('Takes the bus'), and nothing there says what is wrong"
    assert (found.element, found.field) == ("stages/evaluation/leaves/takes-the-bus", "")


@pytest.mark.parametrize(
    ("share", "count"), [("share: 20%", 1), ("share: 0.2", 1), ("share: 19.9%", 0), ("to: Bus", 0)]
)
def test_the_share_that_must_be_explained(find, share: str, count: int) -> None:
    assert len(find("JK512", stage(share))) == count


def test_the_limit_is_an_option_in_per_cent(find) -> None:
    assert len(find("JK512", stage("share: 29%"), limit=29)) == 1
    assert find("JK512", stage("share: 29%"), limit=30) == []


@pytest.mark.parametrize(
    "besides",
    [
        "gaps: [Nothing fits]",
        "pains: [Nothing fits]",
        "risks: [They take the bus]",
        "opportunities: [Lend one]",
        "actions: [{action: Tries, pains: [Nothing fits]}]",
    ],
)
def test_anything_that_is_said_to_be_wrong_is_enough(find, besides: str) -> None:
    assert find("JK512", stage("share: 34%", besides)) == []
