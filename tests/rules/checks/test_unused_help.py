from __future__ import annotations

import pytest

EXTRA = "help: {rain: {name: Riding in the rain}}\n"


def test_help_that_nothing_refers_to(find) -> None:
    (found,) = find("JK207", EXTRA)
    assert found.message == "'Riding in the rain' answers no question and is offered nowhere"
    assert (found.element, found.field) == ("help/rain", "")


@pytest.mark.parametrize(
    "use",
    [
        "stages: [{stage: Need, questions: [{question: Wet?, help: [rain]}]}]",
        "stages: [{stage: Need, actions: [{action: Waits, questions: [{question: Wet?, help: [rain]}]}]}]",
        "stages: [{stage: Need, help: rain}]",
        "stages: [{stage: Need, risks: [{risk: Gets wet, mitigations: [rain]}]}]",
        "risks: [{risk: Gets wet, mitigations: [rain]}]",
        "opportunities: [{opportunity: Write it, help: rain}]",
        "stages: [{stage: Need, pains: [{pain: Wet, opportunities: [{opportunity: Do, state: done, help: rain}]}]}]",
    ],
)
def test_every_way_to_refer_to_it_is_a_use(find, use: str) -> None:
    assert "rain" not in str(find("JK207", EXTRA + use))


def test_retired_help_need_not_be_used(find) -> None:
    assert find("JK207", "help: {rain: {name: Riding in the rain, state: retired}}\n") == []


def test_it_stands_at_the_help(find) -> None:
    (found,) = find("JK207", "journey: 1\ntitle: T\nhelp:\n  a:\n    name: A\nstages: [S]\n")
    assert found.span.line == 5
