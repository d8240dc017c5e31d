"""The way of each customer through the stages, moment by moment, and what of a map can be told apart in data."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from journeykit.measure.stages import event_names, way

MAP = """\
journey: 1
title: T
stages:
  - stage: Look
    gate:
      - {checkpoint: Asks, event: ask}
      - {checkpoint: Comes back, event: login, at_least: 3, per: 2 days, within: 1 month}
  - stage: Try
    leaves: [{leave: Cancels, event: [cancel, close]}]
    gate: [{checkpoint: Is glad}]
  - stage: Stay
    enter: {event: order, survey: nps}
    gate: [{checkpoint: Tour, event: tour, optional: true}]
  - stage: Lost
  - stage: Unseen
"""
EVENTS = """\
customer,at,event
ann,2026-01-31 10:00,x
ann,2026-01-31 11:00,ask
ann,2026-02-26 10:00,login
ann,2026-02-28 10:00,login
ann,2026-02-28 09:00,login
ben,2026-01-01,login
ben,2026-01-03,login
ben,2026-01-03 00:00:01,login
ben,2026-01-04,ask
cem,2026-01-01,login
cem,2026-01-01,login
cem,2026-01-01,ask
dia,2026-01-01,cancel
dia,2026-01-01 01:00,ask
dia,2026-01-02,login
dia,2026-01-02 01:00,login
dia,2026-01-02 02:00,login
dia,2026-01-03,close
dia,2026-01-04,x
eve,2026-01-01,x
eve,2026-01-02,cancel
eve,2026-01-09,order
"""
ANSWERS = [
    ("eve", datetime(2026, 1, 5), "nps", 9), ("NA", datetime(2026, 1, 6), "nps", 0), ("gil", datetime(2026, 1, 7), "csat", 3),
    ("ann", datetime(2026, 7, 1), "nps", 9),
]  # fmt: skip


@pytest.fixture(scope="module")
def walk(measured) -> dict[str, dict[str, Any]]:
    """The rows of the walk, by customer."""
    found: dict[str, dict[str, Any]] = {}

    def watch(engine, walk, health, has_answers) -> None:
        names = walk.table.columns
        found.update({row[0]: dict(zip(names, row, strict=True)) for row in engine.rows(walk.table)})

    measured(MAP, EVENTS, ANSWERS, day="2026-06-30", watching=watch)
    return found


def test_the_first_stage_begins_with_the_first_event(walk) -> None:
    assert {name: row["entered_0"] for name, row in walk.items()} == {
        "ann": datetime(2026, 1, 31, 10), "ben": datetime(2026, 1, 1), "cem": datetime(2026, 1, 1),
        "dia": datetime(2026, 1, 1), "eve": datetime(2026, 1, 1), "NA": None,
    }  # fmt: skip


def test_a_gate_is_passed_with_the_last_of_its_checkpoints_and_opens_the_next_stage(walk) -> None:
    ann = walk["ann"]
    # A month after 31 January is 28 February: at 10:00 on that day the third login is just in time.
    assert ann["check_0_1"] == ann["passed_0"] == ann["entered_1"] == ann["moved_0"] == datetime(2026, 2, 28, 10)
    assert (ann["now"], ann["since"]) == (1, datetime(2026, 2, 28, 10))


def test_so_often_within_a_window_is_to_the_second(walk) -> None:
    assert (walk["ben"]["check_0_0"], walk["ben"]["check_0_1"]) == (datetime(2026, 1, 4), None)


def test_rows_that_are_the_same_are_no_two_logins(walk) -> None:
    assert (walk["cem"]["check_0_1"], walk["cem"]["now"]) == (None, 0)


def test_who_left_before_a_stage_is_not_gone_from_it_and_what_comes_later_brings_nobody_back(walk) -> None:
    dia = walk["dia"]
    assert (dia["entered_1"], dia["left_1"], dia["is_gone"], dia["now"]) == (
        datetime(2026, 1, 2, 2), datetime(2026, 1, 3), True, 1,
    )  # fmt: skip


def test_a_stage_is_entered_by_the_event_or_the_answer_that_came_first(walk) -> None:
    eve = walk["eve"]
    assert (eve["entered_2"], eve["passed_0"], eve["moved_0"]) == (datetime(2026, 1, 5), None, datetime(2026, 1, 5))
    # She never was in Try, where her `cancel` would have counted.
    assert (eve["entered_1"], eve["left_1"], eve["is_gone"]) == (None, None, False)


def test_who_only_answered_is_seen_where_an_answer_lets_them_in(walk) -> None:
    assert walk["NA"]["entered_2"] == datetime(2026, 1, 6)
    assert "gil" not in walk
    assert walk["ann"]["entered_2"] is None, "the answer is later than the day"


def test_a_gate_that_holds_nobody_back_is_passed_on_entering(walk) -> None:
    for row in walk.values():
        assert row["passed_1"] == row["entered_1"]
        assert row["entered_3"] == row["passed_2"] == row["entered_2"]


def test_what_data_cannot_tell_is_named(facts_of) -> None:
    found = way(facts_of(MAP))
    assert found.ids == ("look", "try", "stay", "lost", "unseen")
    assert found.unreachable == ("Unseen",)
    assert found.open_gates == ("Try", "Stay")
    assert [[at for at, _ in points] for points in found.checkpoints] == [[0, 1], [], [0], [], []]


def test_the_events_of_an_action_are_those_written_or_its_id() -> None:
    assert event_names("signs-up", ("signup", "join")) == ("signup", "join")
    assert event_names("signs-up", ()) == ("signs-up", "signs_up")
    assert event_names("waits", ()) == ("waits",)
