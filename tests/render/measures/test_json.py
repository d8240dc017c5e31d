from __future__ import annotations

import json
from dataclasses import replace

import pytest

from journeykit.measure.report import Measured
from journeykit.render.measures.json import write


def test_what_is_told_of_the_data_and_the_day(made) -> None:
    found = json.loads(write(*made()))
    assert (found["version"], found["day"], found["map"]["id"]) == (1, "2026-06-30", "trial")
    assert [(one["role"], one["rows"], one["kept"], one["remarks"]) for one in found["data"]] == [
        ("events", 11, 11, []), ("answers", 4, 4, []),
    ]  # fmt: skip


def test_numbers_are_not_rounded_and_what_there_is_not_is_null(made) -> None:
    found = json.loads(write(*made()))
    start, use = found["customers"]["stages"]
    assert (start["conversion"], use["conversion"], start["to_move_on"]["median_days"]) == (
        pytest.approx(2 / 3, abs=1e-15), None, pytest.approx(2.5 / 24, abs=1e-9),
    )  # fmt: skip
    (guide,) = [one for one in found["goes_together"] if one["element"].endswith("reads-the-guide")]
    assert guide["with"] == {"customers": 1, "passed": 1, "share": 1.0}
    assert guide["interval"] == [pytest.approx(-0.5577, abs=1e-4), pytest.approx(0.8910, abs=1e-4)]
    (signs,) = [one for one in found["goes_together"] if one["element"].endswith("signs-up")]
    assert signs["with"] == {"customers": 3, "passed": 2, "share": 2 / 3}
    assert (signs["without"]["share"], signs["difference"], signs["interval"]) == (None, None, None)


def test_without_data_every_key_is_there_and_empty(made) -> None:
    document, measured = made(answers="")
    nothing = Measured(measured.day, (), None, (), (), (), None, (), (), (), (), (), None, None, ())
    found, whole = json.loads(write(document, nothing)), json.loads(write(document, measured))
    assert found.keys() == whole.keys()
    assert {key: value for key, value in found.items() if value} == {
        key: whole[key] for key in ("version", "map", "day")
    }
    assert json.loads(write(document, replace(measured, notes=("ë",))))["notes"] == ["ë"]
