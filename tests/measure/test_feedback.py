from __future__ import annotations

from datetime import datetime

import pytest

from journeykit.measure.feedback import ces, csat, method, nps, shift


def test_nps_by_hand() -> None:
    found = nps(50, 30, 100)
    assert (found.value, found.n, found.counts) == (pytest.approx(20), 100, (50, 30))
    # 20 ± 1.96 · √((0.8 − 0.04) / 100)
    assert (found.low, found.high) == (pytest.approx(2.9134, abs=1e-3), pytest.approx(37.0866, abs=1e-3))


def test_csat_has_wilsons_interval() -> None:
    found = csat(45, 50)
    assert found.value == pytest.approx(90)
    # Newcombe 1998, method 3
    assert (found.low, found.high) == (pytest.approx(78.64, abs=0.01), pytest.approx(95.65, abs=0.01))


def test_nobody_asked_gives_no_figure() -> None:
    for found in (nps(0, 0, 0), csat(0, 0), ces(None, None, 0)):
        assert (found.n, found.value, found.low, found.high) == (0, None, None, None)
        assert found.is_small
    assert nps(1, 0, 1).low is None
    assert ces(4.0, None, 1).high is None


def test_a_change_is_told_from_noise() -> None:
    few = shift(nps(5, 3, 10), nps(6, 3, 10))
    many = shift(nps(5_000, 3_000, 10_000), nps(6_000, 3_000, 10_000))
    assert few is not None and few.is_noise and few.by == pytest.approx(10)
    assert many is not None and not many.is_noise
    assert shift(nps(1, 0, 1), nps(6, 3, 10)) is None


def test_the_method_is_said() -> None:
    assert method("csat", (0, 4), 3) == "share of scores from 3, on a scale of 0 to 4"
    assert "9 and 10 minus share of 0 to 6" in method("nps", (0, 10), 4)


MAP = "journey: 1\ntitle: T\nstages: [A]\n"


def test_figures_by_month_and_quarter_follow_the_clock_of_the_data(measured) -> None:
    answers = [("a", datetime(2026, 3, 31, 23, 30), "nps", 10), ("b", datetime(2026, 4, 1, 0, 30), "nps", 0),
               ("c", datetime(2026, 4, 2), "ces", 3), ("d", datetime(2026, 4, 2), "ces", 6)]  # fmt: skip
    events = [("a", datetime(2026, 1, 1), "x", None, None)]
    months = measured(MAP, events, answers, by="month")
    assert [(one.kind, one.group, one.n, one.value) for one in months.feedback_groups] == [
        ("nps", "2026-03", 1, 100), ("nps", "2026-04", 1, -100), ("ces", "2026-04", 2, 4.5),
    ]  # fmt: skip
    assert [one.group for one in measured(MAP, events, answers, by="quarter").feedback_groups][:2] == [
        "2026-Q1",
        "2026-Q2",
    ]
    assert "NPS: only 2 answers, which say little" in months.notes


def test_answers_after_the_day_do_not_count(measured) -> None:
    answers = [("a", datetime(2026, 5, 1, 23, 59), "csat", 5), ("a", datetime(2026, 5, 2), "csat", 1)]
    (found,) = measured(MAP, [], answers, day="2026-05-01").feedback
    assert (found.n, found.value) == (1, 100)
