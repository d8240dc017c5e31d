"""Figures go back into the map, and nothing else in it moves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from journeykit.measure.report import Measured
from journeykit.measure.update import findings, updated
from journeykit.model.document import Document
from journeykit.model.load import load
from journeykit.source.text import Source

STAGES = """\
stages:
  - stage: Start
    enter: {event: signed_up}
    gate: [{checkpoint: Report, event: report}]
  - stage: Use
"""
HEAD = "journey: 1\ntitle: Trial\n"
START = datetime(2026, 6, 1)
#: Three of four pass the gate; of these one is large.
EVENTS = [(name, START, "signed_up", segment, None) for name, segment in zip("abcd", ("s", "s", "s", "l"), strict=True)]
EVENTS += [(name, START, "report", None, None) for name in "abd"]
#: One promoter, one passive, two detractors: NPS −25.
ANSWERS = [(name, START, "nps", score) for name, score in zip("abcd", (9, 7, 0, 6), strict=True)]


def read(text: str) -> Document:
    document = load(Source("m.journey.yaml", text))
    assert document.is_sound, [one.message for one in document.diagnostics]
    return document


def after(text: str, measured: Callable[..., Measured], day: str = "2026-06-30") -> str:
    document = read(text)
    found, _ = findings(document, measured(text, EVENTS, ANSWERS, day=day))
    new, left = updated(document, found)
    assert not left
    assert read(new)
    return new


def test_a_metric_of_a_survey(measured: Callable[..., Any]) -> None:
    before = HEAD + "metrics:\n  n:\n    # asked in June\n    name: Recommend\n    survey: nps  # of all\n" + STAGES
    expected = before.replace("  # of all\n", "  # of all\n    now: -25\n    as_of: 2026-06-30\n    sample: 4\n")
    assert after(before, measured) == expected


def test_what_was_before_is_kept(measured: Callable[..., Any]) -> None:
    before = HEAD + "metrics:\n  n: {name: Recommend, survey: nps, now: 10, as_of: 2026-01-31}\n" + STAGES
    line = "  n: {name: Recommend, survey: nps, now: -25, as_of: 2026-06-30, was: 10, sample: 4}\n"
    assert after(before, measured) == HEAD + "metrics:\n" + line + STAGES


def test_the_same_day_twice_changes_nothing(measured: Callable[..., Any]) -> None:
    before = HEAD + "metrics:\n  n: {name: Recommend, survey: nps, now: 10}\n" + STAGES
    once = after(before, measured)
    assert after(once, measured) == once


def test_other_data_of_the_same_day_leaves_what_was_before(measured: Callable[..., Any]) -> None:
    before = HEAD + "metrics:\n  n: {name: R, survey: nps, now: -20, was: 10, as_of: 2026-06-30}\n" + STAGES
    assert "now: -25, was: 10, as_of: 2026-06-30" in after(before, measured)


def test_a_newer_figure_stays(measured: Callable[..., Any]) -> None:
    text = HEAD + "metrics:\n  n: {name: R, survey: nps, now: 10, as_of: 2026-07-01}\n" + STAGES
    found, newer = findings(read(text), measured(text, EVENTS, ANSWERS))
    assert not found
    assert newer == ("“R” is of 2026-07-01, which is later than 2026-06-30: left as it is",)


def test_a_metric_of_a_gate_is_in_its_unit(measured: Callable[..., Any]) -> None:
    head = HEAD + "metrics:\n  g: {name: Passes, gate: start"
    assert "now: 0.75, " in after(head + "}\n" + STAGES, measured)
    assert "now: 75, " in after(head + ', unit: "%"}\n' + STAGES, measured)
    # Where the sign alone says the unit, it stays.
    assert "now: 75%, " in after(head + ", now: 60%}\n" + STAGES, measured)
    assert "was: 60%" in after(head + ", now: 60%}\n" + STAGES, measured)


def test_the_share_of_a_persona(measured: Callable[..., Any]) -> None:
    before = (
        HEAD + "personas:\n  ana: {name: Ana, segment: l, share: 0.9}\n  ben: {name: Ben, segment: none}\n" + STAGES
    )
    expected = before.replace("share: 0.9", "share: 25%")
    assert after(before, measured) == expected


def test_windows_line_ends_and_what_names_nothing(measured: Callable[..., Any]) -> None:
    text = HEAD + "metrics:\n  n:\n    name: R\n    survey: nps\n  o: Other\n  c: {name: C, survey: ces}\n" + STAGES
    new = after(text.replace("\n", "\r\n"), measured)
    assert "\n" not in new.replace("\r\n", "")
    assert new.replace("\r\n", "\n") == text.replace(
        "    survey: nps\n", "    survey: nps\n    now: -25\n    as_of: 2026-06-30\n    sample: 4\n"
    )


def test_what_cannot_be_written_is_said(measured: Callable[..., Any]) -> None:
    text = HEAD + "x-of: &of {name: R, survey: nps}\nmetrics:\n  n: *of\n" + STAGES
    document = read(text)
    found, _ = findings(document, measured(text, EVENTS, ANSWERS))
    new, left = updated(document, found)
    assert new == text
    assert len(left) == 1
    assert "now: -25, as_of: 2026-06-30, sample: 4" in left[0]
