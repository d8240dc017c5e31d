"""Health by hand: what each signal gives, who has none, and where the bands begin."""

from __future__ import annotations

from datetime import datetime

import pytest

MAP = """\
journey: 1
title: T
stages:
  - stage: Try
    enter: {event: start}
    health:
      - {signal: Logs in, event: login, per: 7 days, target: 4, weight: 3}
      - {signal: Asks, event: ticket, per: 30 days, at_most: 2}
      - {signal: Says so, survey: csat, target: 4.5, weight: 2}
      - {signal: Flies, event: nobody_does, target: 1, weight: 100}
    leaves: [{leave: Cancels, event: cancel}]
  - stage: Use
    enter: {event: use}
    health: [{signal: Uses, event: use, target: 10}, {signal: Breaks, event: broken, at_most: 0, weight: 0.0001}]
  - stage: Tell
    enter: {event: tell}
    health: [{signal: Recommends, survey: nps, target: 9}]
  - stage: Rest
"""


def times(customer: str, event: str, *days: str) -> list[tuple]:
    return [(customer, datetime.fromisoformat(f"2026-01-{day}"), event, None, None) for day in days]


EVENTS = [
    # The week of the login begins on 25 January at 0:00: three of five count.
    *times("ann", "start", "01"), *times("ann", "login", "24 23:59", "25", "26", "31 23:59", "20"),
    *times("ann", "ticket", "20", "21", "22"),
    *times("ben", "start", "01"),
    *times("NA", "start", "01"), *times("NA", "login", "25", "26", "27", "28", "29", "30", "31", "31 10:00"),
    *times("dia", "start", "01"), *times("dia", "ticket", "20", "21", "22", "23", "24"),
    *times("gone", "start", "01"), *times("gone", "cancel", "02"), *times("gone", "login", "31"),
    *times("half", "use", "01", "02", "03", "04", "05"),
    *times("well", "use", "01", "02", "03", "04", "05", "06", "07", "08"),
    *times("mute", "tell", "01"), *times("loud", "tell", "01"),
]  # fmt: skip


def answer(customer: str, kind: str, *scores: float) -> list[tuple]:
    return [(customer, datetime(2026, 1, 10, hour), kind, score) for hour, score in enumerate(scores)]


ANSWERS = [*answer("ann", "csat", 3, 4), *answer("NA", "csat", 5), *answer("loud", "nps", 4, 5)]


@pytest.fixture(scope="module")
def told(measured):
    people = []
    found = measured(MAP, EVENTS, ANSWERS, day="2026-01-31", listing=people.extend)
    return found, {one.customer: one.health for one in people}


def test_the_weighted_mean_of_what_is_reached(told) -> None:
    _, health = told
    # Three logins of 4, three tickets where 2 are right, 3.5 of 4.5; an event that nobody ever did is no data.
    assert health["ann"] == pytest.approx(100 * (3 * 0.75 + 1 * 0.5 + 2 * 3.5 / 4.5) / 6)


def test_what_others_did_is_a_zero_and_a_missing_answer_is_left_out(told) -> None:
    _, health = told
    assert health["ben"] == 25.0
    assert health["dia"] == 0.0


def test_more_than_the_target_is_no_more_than_all_of_it(told) -> None:
    assert told[1]["NA"] == 100.0


def test_who_has_no_data_has_no_health_and_neither_has_who_is_gone(told) -> None:
    _, health = told
    assert (health["mute"], health["gone"]) == (None, None)
    assert health["loud"] == 50.0


def test_a_stage_counts_its_own(told) -> None:
    tried = told[0].health[0]
    assert (tried.name, tried.n, tried.without, tried.unwell, tried.between, tried.well) == ("Try", 4, 0, 2, 1, 1)
    assert tried.mean == pytest.approx((71.759259259 + 25 + 100 + 0) / 4)


def test_bands_begin_at_50_and_80(told) -> None:
    found, health = told
    used = found.health[1]
    assert (health["half"], health["well"]) == (50.0, 80.0)
    assert (used.n, used.mean, used.unwell, used.between, used.well) == (2, 65.0, 0, 1, 1)


def test_stages_without_signals_are_not_told_and_those_without_data_have_no_mean(told, measured) -> None:
    found, _ = told
    assert [(one.name, one.n, one.without) for one in found.health] == [("Try", 4, 0), ("Use", 2, 0), ("Tell", 1, 1)]
    (_, _, silent) = measured(MAP, EVENTS, day="2026-01-31").health
    assert (silent.n, silent.without, silent.mean, silent.between) == (0, 2, None, 0)


def test_none_at_all_is_the_most(measured) -> None:
    """`at_most: 0` holds for who did it never, and fails with the first time."""
    text = MAP.replace("weight: 0.0001", "weight: 1")
    events = [*EVENTS, *times("half", "broken", "09")]
    people = []
    measured(text, events, day="2026-01-31", listing=people.extend)
    health = {one.customer: one.health for one in people}
    assert (health["half"], health["well"]) == (25.0, 90.0)


def test_what_is_first_done_after_the_day_is_no_data_of_it(measured) -> None:
    events = [one for one in EVENTS if one[2] != "login"]
    later = [("ann", "2026-02-03 10:00", "login", None, None)]
    (tried, *_) = measured(MAP, [*events, *later], ANSWERS, day="2026-01-31").health
    (same, *_) = measured(MAP, events, ANSWERS, day="2026-01-31").health
    assert tried == same
    (now, *_) = measured(MAP, [*events, *later], ANSWERS, day="2026-02-03").health
    assert now != same
