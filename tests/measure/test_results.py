"""What goes together with passing a gate: counted by hand, and the interval by its own formula."""

from __future__ import annotations

from math import sqrt

import pytest

from journeykit.measure.results import Result

MAP = """\
journey: 1
title: T
stages:
  - stage: Look
    actions:
      - {action: Reads the guide, event: [guide, help]}
  - stage: Try
    enter: {event: start}
    actions:
      - {action: Says hello, event: hello}
      - {action: Reads help, event: help}
      - {action: Never seen, event: unheard}
      - {action: Makes a report, event: report}
    gate:
      - {checkpoint: Report, event: report}
      - {checkpoint: Tour, event: tour, optional: true}
  - stage: Use
    actions: [{action: Takes the tour, event: tour}]
    gate: [{checkpoint: Trusts us}]
  - stage: After
    actions: [{action: Waves, event: hello}]
"""
EVENTS = """\
customer,at,event
ann,2026-01-01,start
ann,2026-01-02,hello
ann,2026-01-03,report
ben,2026-01-01,start
ben,2026-01-02,report
ben,2026-01-03,hello
cem,2026-01-02,start
cem,2026-01-01,guide
cem,2026-01-03,report
dia,2026-01-01,start
dia,2026-01-02,hello
dia,2026-01-03,help
NA,2026-01-01,start
gil,2026-01-01,hello
"""


@pytest.fixture(scope="module")
def found(measured):
    return {one.text: one for one in measured(MAP, EVENTS, day="2026-01-31").results}


def counts(one: Result) -> tuple[int, int, int, int]:
    return one.with_, one.with_passed, one.without, one.without_passed


def test_who_passed_with_an_action_and_without_it(found) -> None:
    # ann and dia had said hello before; ben said so after he had passed; gil was never in the stage.
    assert counts(found["Says hello"]) == (2, 1, 3, 2)


def test_the_gate_of_an_action_is_the_next_one_there_is(found) -> None:
    guide = found["Reads the guide"]
    assert (guide.element, guide.gate, guide.name) == ("stages/look/actions/reads-the-guide", "try", "Try")
    assert counts(guide) == (2, 1, 3, 2)


def test_an_event_may_stand_for_several_actions(found) -> None:
    assert counts(found["Reads help"]) == (1, 0, 4, 3)


def test_what_the_gate_asks_for_or_nobody_did_or_holds_nobody_back_says_nothing(found) -> None:
    assert set(found) == {"Reads the guide", "Says hello", "Reads help"}


def test_shares_and_their_difference(found) -> None:
    hello = found["Says hello"]
    assert (hello.share_with, hello.share_without) == (1 / 2, 2 / 3)
    assert hello.difference == pytest.approx(-1 / 6)
    assert hello.is_small


def result(with_: int, with_passed: int, without: int, without_passed: int) -> Result:
    return Result("stages/a/actions/b", "B", "a", "A", with_, with_passed, without, without_passed)


def test_nobody_on_one_side_leaves_nothing_to_compare() -> None:
    one = result(5, 2, 0, 0)
    assert (one.share_with, one.share_without, one.difference, one.interval, one.is_clear) == (
        0.4, None, None, None, False,
    )  # fmt: skip
    assert result(0, 0, 5, 2).interval is None


def test_the_interval_is_that_of_agresti_and_caffo() -> None:
    # One who passed and one who did not are added to each side: 41 of 52 and 21 of 62.
    low, high = result(50, 40, 60, 20).interval or (0, 0)
    one, other = 41 / 52, 21 / 62
    half = 1.959964 * sqrt(one * (1 - one) / 52 + other * (1 - other) / 62)
    assert (low, high) == (pytest.approx(one - other - half), pytest.approx(one - other + half))


def test_one_against_one_is_not_sure() -> None:
    low, high = result(1, 1, 1, 0).interval or (0, 0)
    assert low < 0 < 1 == high
    assert not result(1, 1, 1, 0).is_clear


def test_a_difference_is_clear_where_many_took_part_and_no_difference_is_outside() -> None:
    assert result(50, 40, 60, 20).is_clear
    assert not result(50, 25, 60, 28).is_clear
    assert not result(29, 29, 60, 0).is_clear, "29 are few"
