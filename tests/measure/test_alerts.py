"""Alerts fire for whom a person with a calendar would say they do, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from journeykit.measure.alerts import Fired, fired, silent
from journeykit.measure.engines.duckdb import DuckDB
from journeykit.measure.report import measure
from journeykit.measure.sources import source

DAY = datetime(2026, 6, 30)
Told = dict[str, list[Fired]]


def ago(days: float) -> datetime:
    """A moment so many days before the end of the day measured."""
    return DAY + timedelta(days=1 - days)


def map_of(alerts: str, more: str = "") -> str:
    return f"""\
journey: 1
title: Trial
stages:
  - stage: Start
    enter: {{event: signed_up}}
    duration: 30 days
    gate:
      - {{checkpoint: Report, id: report, event: report, within: 14 days}}
      - {{checkpoint: Invite, id: invite, event: invite, optional: true}}
      - {{checkpoint: Hears of us, id: hears, optional: true}}
    health: [{{signal: Logs in, event: login, per: 10 days, target: 4}}]
    alerts: [{alerts}]
  - stage: Use
    enter: {{event: report}}
    health: [{{signal: Logs in, event: login, per: 10 days, target: 4}}]
{more}    leaves: [{{leave: Cancels, event: cancelled}}]
"""


@pytest.fixture
def alarmed(tmp_path: Path, facts_of: Callable[[str], Any]) -> Callable[..., tuple[Told, list[str]]]:
    """The alerts fired of a map on events, by the last part of their address, and what can never fire."""

    def run(
        text: str, events: Sequence[tuple[str, datetime, str]], answers: Sequence[tuple[str, datetime, str, float]] = ()
    ) -> tuple[Told, list[str]]:
        def written(name: str, heads: str, rows: Sequence[tuple[Any, ...]]) -> Any:
            file = tmp_path / name
            file.write_text("\n".join([heads, *(",".join(map(str, row)) for row in rows)]) + "\n", "utf-8")
            return source(str(file))

        deeds = written("events.csv", "customer,at,event", events)
        words = written("answers.csv", "customer,at,kind,score", answers) if answers else None
        facts, told, notes = facts_of(text), {}, []

        def watch(engine: Any, walk: Any, health: Any, has_answers: bool) -> None:
            notes.extend(silent(facts, walk, has_answers))
            for one in fired(facts, engine, walk, health, has_answers):
                told.setdefault(one.alert.rsplit("/", 1)[1], []).append(one)

        engine = DuckDB([one for one in (deeds, words) if one])
        try:
            measure(facts, engine, deeds, words, DAY.date(), watching=watch)
        finally:
            engine.close()
        return told, notes

    return run


def names(told: Told, alert: str) -> list[str]:
    return [one.customer for one in told.get(alert, [])]


def logins(customer: str, *days: float) -> list[tuple[str, datetime, str]]:
    return [(customer, ago(day), "login") for day in days]


def test_health_below_a_bound(alarmed: Callable[..., Any]) -> None:
    events = [(name, ago(20), "signed_up") for name in ("none", "two", "three")]
    events += logins("two", 1, 2) + logins("three", 1, 2, 3) + logins("none", 11)
    told, _ = alarmed(map_of("{alert: low, when: health < 50}, {alert: high, when: health > 70}"), events)
    # Two of four logins are 50, which is not below 50.
    assert names(told, "low") == ["none"]
    assert names(told, "high") == ["three"]
    assert dict(told["high"][0].values) == {"health": 75.0}
    assert told["low"][0].stage == "start"
    assert told["low"][0].since == ago(20)


def test_health_that_fell_is_compared_with_the_health_told_then(alarmed: Callable[..., Any]) -> None:
    events = [(name, ago(60), "signed_up") for name in ("fell", "rose", "same")] + [("new", ago(5), "signed_up")]
    events += logins("fell", 31, 32, 33, 34, 1) + logins("rose", 31, 1, 2, 3, 4) + logins("same", 31, 32, 1, 2)
    alerts = "{alert: fell, when: health fell 75 in 30 days}, {alert: rose, when: health rose 75 in 30 days}"
    told, _ = alarmed(map_of(alerts), events)
    assert names(told, "fell") == ["fell"]
    assert dict(told["fell"][0].values) == {"health": 25.0, "health 30 days before": 100.0}
    assert names(told, "rose") == ["rose"]


def test_health_then_is_that_of_the_stage_then(alarmed: Callable[..., Any]) -> None:
    more = "    alerts: [{alert: fell, when: health fell 50 in 30 days}]\n"
    events = [("moved", ago(60), "signed_up"), *logins("moved", 31, 32, 33), ("moved", ago(29), "report")]
    told, _ = alarmed(map_of("", more).replace("    alerts: []\n", ""), events)
    assert dict(told["fell"][0].values) == {"health": 0.0, "health 30 days before": 75.0}


def test_days_in_stage_are_counted_to_the_end_of_the_day(alarmed: Callable[..., Any]) -> None:
    events = [("over", ago(30.001), "signed_up"), ("just", ago(30), "signed_up")]
    told, _ = alarmed(map_of("{alert: stuck, when: days in stage > 30}"), events)
    assert names(told, "stuck") == ["over"]


def test_no_event(alarmed: Callable[..., Any]) -> None:
    events = [("silent", ago(20), "signed_up"), ("quiet", ago(20), "signed_up"), *logins("silent", 14.1)]
    events += logins("quiet", 14)
    told, _ = alarmed(map_of("{alert: silent, when: no event in 14 days}"), events)
    assert names(told, "silent") == ["silent"]
    assert dict(told["silent"][0].values) == {"last event": "2026-06-16 21:36:00"}


def test_scores_are_the_mean_of_the_customers_own(alarmed: Callable[..., Any]) -> None:
    events = [(name, ago(20), "signed_up") for name in ("cross", "glad", "mute")]
    answers = [("cross", ago(9), "nps", 9), ("cross", ago(1), "nps", 4), ("glad", ago(3), "nps", 7),
               ("mute", ago(3), "csat", 1)]  # fmt: skip
    told, _ = alarmed(map_of("{alert: cross, when: nps < 7}"), events, answers)
    assert names(told, "cross") == ["cross"]
    assert dict(told["cross"][0].values) == {"nps": 6.5}


def test_all_clauses_must_hold(alarmed: Callable[..., Any]) -> None:
    events = [("both", ago(40), "signed_up"), ("one", ago(20), "signed_up")]
    events += logins("both", 15, 16) + logins("one", 1)
    told, _ = alarmed(map_of("{alert: both, when: health < 50 and days in stage > 30}"), events)
    assert names(told, "both") == ["both"]
    assert dict(told["both"][0].values) == {"health": 0.0, "days in stage": 40.0}


def test_expansion_is_for_the_well_alone(alarmed: Callable[..., Any]) -> None:
    events = [("ill", ago(40), "signed_up"), ("well", ago(40), "signed_up"), *logins("well", 1, 2, 3, 4)]
    events += logins("ill", 1, 2, 3)
    alerts = "{alert: more, when: days in stage > 10, kind: expansion}, {alert: any, when: days in stage > 10}"
    told, _ = alarmed(map_of(alerts), events)
    assert names(told, "more") == ["well"]
    assert names(told, "any") == ["ill", "well"]


def test_only_who_is_in_the_stage(alarmed: Callable[..., Any]) -> None:
    more = "    alerts: [{alert: there, when: days in stage > 1}]\n"
    events = [("moved", ago(40), "signed_up"), ("moved", ago(20), "report"), ("gone", ago(40), "signed_up"),
              ("gone", ago(20), "report"), ("gone", ago(10), "cancelled"), ("here", ago(40), "signed_up")]  # fmt: skip
    told, _ = alarmed(map_of("{alert: here, when: days in stage > 1}", more), events)
    assert names(told, "here") == ["here"]
    assert names(told, "there") == ["moved"]


def test_a_checkpoint_is_missed_when_its_time_is_over(alarmed: Callable[..., Any]) -> None:
    events = [("late", ago(14.1), "signed_up"), ("early", ago(14), "signed_up")]
    told, _ = alarmed(map_of("{alert: missed, when: checkpoint report missed}"), events)
    assert names(told, "missed") == ["late"]


def test_a_checkpoint_without_a_time_is_missed_when_the_stage_should_be_over(alarmed: Callable[..., Any]) -> None:
    events = [("over", ago(31), "signed_up"), ("fresh", ago(29), "signed_up"), ("did", ago(31), "signed_up"),
              ("did", ago(30), "invite")]  # fmt: skip
    told, _ = alarmed(map_of("{alert: missed, when: checkpoint invite missed}"), events)
    assert names(told, "missed") == ["over"]


def test_a_checkpoint_of_an_earlier_stage_is_missed_in_a_later_one(alarmed: Callable[..., Any]) -> None:
    more = "    alerts: [{alert: missed, when: checkpoint invite missed}]\n"
    events = [("moved", ago(9), "signed_up"), ("moved", ago(8), "report"), ("did", ago(9), "signed_up"),
              ("did", ago(8), "invite"), ("did", ago(7), "report"), ("skipped", ago(8), "report")]  # fmt: skip
    told, _ = alarmed(map_of("", more).replace("    alerts: []\n", ""), events)
    assert names(told, "missed") == ["moved", "skipped"]


def test_what_can_never_fire_is_said(alarmed: Callable[..., Any]) -> None:
    alerts = "{alert: a, when: nps < 7}, {alert: b, when: checkpoint hears missed}, {alert: c, when: health < 9}"
    told, notes = alarmed(map_of(alerts), [("x", ago(3), "signed_up"), *logins("y", 40)])
    assert [note.split("”")[0] for note in notes] == ["the alert “a", "the alert “b"]
    assert names(told, "c") == ["x"]
    assert not told.keys() - {"c"}


def test_a_name_that_could_be_sql_is_a_name(alarmed: Callable[..., Any]) -> None:
    name = "x'; DROP TABLE walk; --"
    told, _ = alarmed(map_of("{alert: low, when: health < 50}"), [(name, ago(3), "signed_up"), *logins("y", 3)])
    assert names(told, "low") == [name]


def test_what_is_kept_beside_leaves_the_figures_alone(tmp_path: Path, measured: Callable[..., Any]) -> None:
    """The look back to an earlier day keeps tables of its own."""
    text = map_of("{alert: fell, when: health fell 1 in 30 days}")
    events = [("a", ago(20), "signed_up", None, None), ("a", ago(1), "login", None, None)]
    plain = measured(text, events)

    def watch(engine: Any, walk: Any, health: Any, has_answers: bool) -> None:
        from journeykit.measure.history import history

        past = history(engine, walk, has_answers, [(date(2026, 6, 20), datetime(2026, 6, 21))])
        assert past[0].n == 1

    assert measured(text, events, watching=watch) == plain
