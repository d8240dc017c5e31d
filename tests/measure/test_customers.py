"""The customers one by one: their order, their names, and what is said of each."""

from __future__ import annotations

from datetime import datetime

import pytest

from journeykit.measure.customers import Customer, moment

MAP = """\
journey: 1
title: T
stages:
  - stage: Try
    enter: {event: start}
    gate:
      - {checkpoint: Report, event: report}
      - {checkpoint: Comes back, event: login, at_least: 2}
      - {checkpoint: Is glad}
    health: [{signal: Logs in, event: login, target: 2}]
    leaves: [{leave: Cancels, event: cancel}]
  - stage: Use
"""
#: By the clock of Berlin, an hour before that of Greenwich in winter and two in summer.
EVENTS = """\
customer,at,event
null,2026-01-05 12:00,start
NA,2026-01-01 00:30:00.25,start
NA,2026-01-02 00:30,login
Zoë,2026-07-01 01:00,start
Zoë,2026-07-02 01:00,cancel
"a, b",2026-01-01 01:00,start
"a, b",2026-01-02 01:00,login
"a, b",2026-01-03 01:00,login
"a, b",2026-01-02 12:00,report
only,2026-01-03 01:00,login
"""


@pytest.fixture(scope="module")
def found(measured) -> list[Customer]:
    people: list[Customer] = []
    measured(MAP, EVENTS, day="2026-12-31", zone="Europe/Berlin", listing=people.extend)
    return people


def test_they_stand_in_the_order_of_their_names_sign_by_sign(found) -> None:
    assert [one.customer for one in found] == ["NA", "Zoë", "a, b", "null", "only"]


def test_each_has_a_stage_since_a_moment_in_utc(found) -> None:
    assert [(one.stage, one.since, one.gone) for one in found] == [
        ("Try", datetime(2025, 12, 31, 23, 30, 0, 250_000), False),
        ("Try", datetime(2026, 6, 30, 23), True),
        ("Use", datetime(2026, 1, 3), False),
        ("Try", datetime(2026, 1, 5, 11), False),
        (None, None, False),
    ]


def test_what_is_missing_are_the_checkpoints_of_their_own_gate_that_data_can_tell(found) -> None:
    assert [one.missing for one in found] == [
        ("Report", "Comes back"), ("Report", "Comes back"), (), ("Report", "Comes back"), (),
    ]  # fmt: skip


def test_health_is_of_those_who_are_in_a_stage_with_signals(found) -> None:
    assert [one.health for one in found] == [50.0, None, None, 0.0, None]


def test_a_moment_is_so_many_seconds_after_1970() -> None:
    assert moment(0) == datetime(1970, 1, 1)
    assert moment(-0.5) == datetime(1969, 12, 31, 23, 59, 59, 500_000)
