"""The figures of stages and gates, reckoned by hand for eight customers whose rows stand in no order."""

from __future__ import annotations

import pytest

MAP = """\
journey: 1
title: T
stages:
  - stage: Try
    duration: 10 days
    enter: {event: start}
    gate:
      - {checkpoint: Report, event: report, within: 5 days}
      - {checkpoint: Comes back, event: login, at_least: 2, per: 3 days}
      - {checkpoint: Tour, event: tour, optional: true}
      - {checkpoint: Is glad}
    leaves: [{leave: Cancels, event: cancel}]
  - stage: Use
    gate: [{checkpoint: Buys, event: buy}]
    leaves: [{leave: Cancels, event: cancel}]
  - stage: Never
    enter: {event: nobody_does}
  - stage: Stay
    enter: {event: referred}
"""
#: The end of the day is 1 February, 0:00.
EVENTS = """\
customer,at,event,segment,account
ann,2026-01-03 12:00,login,,
ann,2026-01-01,start,small,a
ann,2026-01-02 12:00,login,large,a
ann,2026-01-02,report,,a
ben,2026-01-16 00:00,report,small,a
ben,2026-01-10,start,,a
ben,2026-01-11,login,,a
ben,2026-01-15,login,,a
cem,2026-01-05,start,small,
cem,2026-01-05,report,,
cem,2026-01-05,login,,
cem,2026-01-06,login,,
cem,2026-01-06,login,,
cem,2026-01-08,cancel,,
dia,2026-01-25,start,,b
dia,2026-01-26,tour,,b
eve,2026-01-24,referred,,b
eve,2026-01-20,start,,b
NA,2026-01-22,start,,b
gil,2026-01-04,cancel,,b
gil,2026-01-02,start,,b
hal,2026-01-02,login,,b
late,2026-02-01,start,,b
"""
#: ann passes on 3 January at noon and cem on the 6th at 0:00; eve jumps; ben reports a day late and comes back too
#: seldom; NA is in the stage for ten days, which is not longer than its duration; hal only logs in.


@pytest.fixture(scope="module")
def found(measured):
    return measured(MAP, EVENTS, day="2026-01-31", by="account")


def test_everybody_is_seen_once_and_the_next_day_is_not(found) -> None:
    assert (found.whole.seen, found.whole.nowhere) == (8, 1)


def test_the_counts_of_a_stage(found) -> None:
    stage = found.whole.stages[0]
    assert (stage.entered, stage.here, stage.left, stage.passed, stage.moved_on) == (7, 3, 1, 2, 3)
    assert (stage.skipped_gate, stage.stuck) == (1, 1)
    assert (stage.conversion, stage.drop_off) == (3 / 7, 1 / 7)


def test_times_are_in_days_with_a_line_between_neighbours(found) -> None:
    stage = found.whole.stages[0]
    # To move on took 1, 2.5 and 4 days; here are they 7, 10 and 22.
    assert stage.to_move_on == pytest.approx((2.5, 2.5 + 0.8 * 1.5))
    assert stage.since == pytest.approx((10, 10 + 0.8 * 12))


def test_the_rungs_of_a_gate(found) -> None:
    report, back, tour, glad = found.whole.stages[0].gate
    assert (report.reached, report.missing) == (2, 3)
    assert (back.reached, back.missing) == (2, 3)
    assert (tour.optional, tour.reached, tour.missing) == (True, 1, 2)
    assert (glad.reached, glad.missing) == (None, None)


def test_who_left_is_gone_and_a_stage_without_a_duration_has_nobody_stuck(found) -> None:
    use = found.whole.stages[1]
    assert (use.entered, use.here, use.left, use.passed, use.moved_on) == (2, 1, 1, 0, 0)
    assert (use.conversion, use.drop_off, use.stuck) == (0.0, 0.5, None)
    assert (use.to_move_on, use.since) == ((None, None), (28.5, 28.5))


def test_division_by_nothing_is_none(found) -> None:
    never, stay = found.whole.stages[2:]
    # From the last stage nobody can move on.
    assert (stay.entered, stay.conversion, stay.drop_off) == (1, None, 0.0)
    assert (never.entered, never.here, never.conversion, never.drop_off) == (0, 0, None, None)
    assert never.since == (None, None)


def test_groups_are_told_the_largest_first_and_those_without_one_by_themselves(found) -> None:
    assert [(one.group, one.seen, one.nowhere, one.stages[0].entered) for one in found.groups] == [
        ("b", 5, 1, 4), ("a", 2, 0, 2), (None, 1, 0, 1),
    ]  # fmt: skip
    # What was told last counts: ann was small, then large.
    assert {one.group: one.seen for one in found.segments} == {None: 5, "small": 2, "large": 1}


def test_a_cohort_is_the_month_of_the_first_event_by_the_clock_of_the_data(measured) -> None:
    events = "customer,at,event\nann,2026-01-31 23:30Z,start\nben,2026-02-01 00:30,start\nben,2026-03-01,login\n"
    for zone, cohorts in (("UTC", {"2026-01": 1, "2026-02": 1}), ("Europe/Berlin", {"2026-02": 2})):
        told = measured(MAP, events, day="2026-06-30", by="cohort", zone=zone)
        assert {one.group: one.seen for one in told.groups} == cohorts
