"""The value behind customers, added up by hand."""

from __future__ import annotations

import pytest

from journeykit.measure.worth import Behind

MAP = """\
journey: 1
title: T
stages:
  - stage: Try
    duration: 10 days
    enter: {event: start}
    health: [{signal: Logs in, event: login, target: 10}]
    leaves: [{leave: Cancels, event: cancel}]
  - stage: Use
    enter: {event: use}
"""
EVENTS = """\
customer,at,event,value
ann,2026-01-01,start,0.1
ann,2026-01-02,login,0.2
ben,2026-01-25,start,-4
ben,2026-01-26,login,"10,5"
cem,2026-01-02,start,
dia,2026-01-05,start,1000
dia,2026-01-06,cancel,5
eve,2026-01-05,use,0.1
fay,2026-01-05,use,0.2
hal,2026-01-01,login,99
late,2026-02-01,start,50
"""
#: Who logs in every day: ten times and five times, each time worth 2.
DAILY = "".join(
    f"{name},2026-01-{day:02},{'login' if day > 1 else 'start'},2\n"
    for name, last in (("NA", 11), ("mid", 6))
    for day in range(1, last + 1)
)


@pytest.fixture(scope="module")
def found(measured):
    return measured(MAP, EVENTS + DAILY, day="2026-01-31").worth


def test_all_events_of_those_in_a_stage_count_and_whoever_left_does_not(found) -> None:
    # ann 0.3, ben 6.5, cem who has no value at all, NA 22; mid 12; dia has left, hal was never in.
    assert found[0].here == Behind(5, 40.8)
    assert found[1].here == Behind(2, 0.3), "added up as by hand, not as floats"


def test_the_stuck_are_longer_in_a_stage_than_it_lasts(found) -> None:
    assert found[0].stuck == Behind(4, 34.3)
    assert found[1].stuck is None


def test_the_unwell_and_those_who_are_ready_for_more(found) -> None:
    assert found[0].unwell == Behind(3, 6.8)
    assert found[0].ready == Behind(1, 22.0)
    assert (found[1].unwell, found[1].ready) == (None, None)


def test_without_a_column_of_values_there_is_no_worth(measured) -> None:
    assert measured(MAP, "customer,at,event\nann,2026-01-01,start\n", day="2026-01-31").worth is None
