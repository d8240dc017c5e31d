"""The table has every figure with whose it is, and of how many."""

from __future__ import annotations

import csv as reading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import StringIO
from typing import Any

import pytest

from journeykit.measure.history import Past
from journeykit.measure.snapshots import Since
from journeykit.render.measures.csv import HEADS, write


def rows(text: str) -> dict[tuple[str, str, str], tuple[str, str]]:
    heads, *found = reading.reader(StringIO(text))
    assert tuple(heads) == HEADS
    told = {(row[0], row[1], row[2]): (row[3], row[4]) for row in found}
    assert len(told) == len(found)
    return told


def test_figures(made: Callable[..., Any]) -> None:
    told = rows(write(*made(by="stage")))
    assert told["", "", "customers"] == ("3", "")
    assert told["", "start", "entered"] == ("3", "")
    assert told["", "start", "moved_on"] == ("2", "3")
    assert float(told["", "start", "conversion_share"][0]) == pytest.approx(2 / 3)
    assert float(told["", "start", "to_move_on_median_days"][0]) == pytest.approx((2 + 3) / 2 / 24)
    assert told["", "start", "reached: Report"] == ("2", "3")
    # What does not exist is an empty cell.
    assert told["", "start", "reached: Likes it"] == ("", "3")
    assert told["", "use", "stuck"] == ("", "1")
    assert told["", "start", "health_mean"] == ("25.0", "1")
    assert told["", "", "nps"] == ("25.0", "4")
    assert told["Use", "", "nps"] == ("50.0", "2")
    assert told["", "use", "value_here"] == ("0.0", "1")
    assert told["", "", "follows: signed_up → guide"] == ("1", "")


def test_days_and_snapshots(made: Callable[..., Any]) -> None:
    document, measured = made()
    since = Since(date(2026, 6, 1), 3, 4, 2, 1, 5, 6, 7, 50.0, 60.0)
    past = Past(date(2026, 5, 31), measured.health)
    told = rows(write(document, replace(measured, history=(past,), since=since)))
    assert told["2026-05-31", "start", "health_mean"] == ("25.0", "1")
    assert told["2026-06-01", "", "health_better_since"] == ("5", "4")
    assert told["2026-06-01", "", "customers_gone_since"] == ("1", "4")


def test_a_formula_is_a_text(made: Callable[..., Any]) -> None:
    answers = "customer,at,kind,score,stage\nann,2026-03-05,nps,10,=cmd()\n"
    assert ("'=cmd()", "", "nps") in rows(write(*made(answers=answers, by="stage")))


def test_answers_alone(made: Callable[..., Any]) -> None:
    told = rows(write(*made(events="")))
    assert {key[2] for key in told} == {"nps", "nps_low", "nps_high"}
