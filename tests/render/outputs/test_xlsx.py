"""Read back by python-calamine, which has nothing in common with what wrote it."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest

from journeykit.render.options import Options
from journeykit.render.outputs.xlsx import write
from journeykit.render.tables.workbook import sheet_name

calamine = pytest.importorskip("python_calamine")
pytest.importorskip("xlsxwriter")

MAP = """\
reviewed: 2026-03-02
personas: {ann: {name: "Ann, in a hurry", share: 40%}}
channels: {web: Website}
help: {list: {name: Price list, channels: web, state: planned, due: 2026-12, updated: 2025}}
metrics: {calls: {name: Calls, now: 1234.5, target: 60, better: lower}}
evidence: {talks: {name: Ten talks, sample: 10, date: 2026-01-20, url: "https://example.org"}}
stages:
  - stage: Hears a noise
    actions:
      - {action: Listens, emotion: {score: -2, feeling: afraid, desired: 1}}
      - {action: Looks, emotion: 0.5}
      - Waits
    questions: [{question: What will it cost?, channels: web, help: list, importance: 4, share: 12.5%}]
    gaps:
      - gap: Nobody calls back
        severity: high
        opportunities:
          - {opportunity: A message, impact: 5, effort: 2, value: 40000 EUR, due: 2026-02-01}
          - {opportunity: A call, impact: 5, effort: 1}
"""
HOSTILE = """\
title: "=cmd|' /C calc'!A0"
lang: ar
personas: {p: {name: "=1+1", quote: "@SUM(1)"}}
touchpoints: {t: {name: "-x", channel: c, url: "javascript:alert(1)"}}
channels: {c: {name: "+1"}}
help: {h: {name: "http://example.org/x", url: "file:///etc/passwd"}}
stages:
  - {stage: "＝1", actions: [{action: "\\t=HYPERLINK(\\"http://x\\")", touchpoint: t, emotion: {because: "=1\\e[0m"}}]}
  - {stage: "{=1}", questions: [{question: "mailto:x@y", help: h}]}
"""


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def records(content: bytes, sheet: str) -> list[dict[str, Any]]:
    head, *rows = sheets(content)[sheet]
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_a_sheet_a_lane_and_none_that_is_empty(facts_of) -> None:
    assert list(sheets(write(facts_of(MAP), Options()))) == [
        "Overview", "Stages", "Actions", "Feelings", "Questions", "Help", "Channels", "Gaps, pains, highlights",
        "Opportunities", "Metrics", "Personas", "Evidence",
    ]  # fmt: skip
    assert list(sheets(write(facts_of("stages: [A]"), Options()))) == ["Overview", "Stages"]


def test_cells_are_what_they_mean(facts_of) -> None:
    content = write(facts_of(MAP), Options())
    actions = records(content, "Actions")
    assert [row["Score"] for row in actions] == [-2, 0.5, ""]
    # A column in which nothing stands is left out.
    assert "Goal" not in actions[0]
    assert records(content, "Personas")[0]["Share"] == 0.4
    assert records(content, "Questions")[0]["Share"] == 0.125
    assert records(content, "Help")[0]["Due"] == date(2026, 12, 1)
    assert records(content, "Evidence")[0]["Date"] == date(2026, 1, 20)
    assert records(content, "Metrics")[0]["Now"] == 1234.5
    mends = records(content, "Opportunities")
    assert [(row["Rank"], row["Opportunity"]) for row in mends] == [(1, "A call"), (2, "A message")]
    assert mends[1]["Value"] == 40000
    assert mends[0]["Mends"] == "Nobody calls back"
    assert dict(sheets(content)["Overview"])["Reviewed"] == date(2026, 3, 2)
    assert dict(sheets(content)["Overview"])["Claims backed by evidence"] == 0


def test_numbers_are_shown_as_people_write_them(facts_of) -> None:
    book = zipfile.ZipFile(io.BytesIO(write(facts_of(MAP), Options())))
    styles = book.read("xl/styles.xml").decode()
    for shape in ("#,##0 &quot;EUR&quot;", "yyyy-mm", "+0;-0;0", "0.##%"):
        assert f'formatCode="{shape}"' in styles
    assert "FF9C350B" in styles  # the look's colour for the worst feeling


def test_nothing_is_run_and_nothing_is_linked(facts_of) -> None:
    content = write(facts_of(HOSTILE), Options())
    book = zipfile.ZipFile(io.BytesIO(content))
    parts = {name: book.read(name).decode() for name in book.namelist()}
    assert not any("<f>" in part or "<f " in part or "hyperlink" in part.lower() for name, part in parts.items()
                   if name.startswith("xl/worksheets"))  # fmt: skip
    assert not any("rels" in name and "worksheets" in name for name in parts)
    assert "javascript" not in "".join(parts.values())
    assert "\x1b" not in "".join(parts.values())
    assert dict(sheets(content)["Overview"])["Title"] == "=cmd|' /C calc'!A0"
    assert records(content, "Stages")[0]["Stage"] == "＝1"
    assert 'rightToLeft="1"' in parts["xl/worksheets/sheet1.xml"]


def test_a_table_can_be_filtered_and_its_head_stays(facts_of) -> None:
    sheet = zipfile.ZipFile(io.BytesIO(write(facts_of(MAP), Options()))).read("xl/worksheets/sheet3.xml").decode()
    assert '<pane ySplit="1"' in sheet
    assert '<autoFilter ref="A1:' in sheet
    assert "<conditionalFormatting" in sheet


def test_the_same_map_gives_the_same_bytes(facts_of) -> None:
    content = write(facts_of(MAP), Options())
    assert content == write(facts_of(MAP), Options())
    assert {entry.date_time[:3] for entry in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {(1980, 1, 1)}
    assert b"2026-03-02T00:00:00Z" in zipfile.ZipFile(io.BytesIO(content)).read("docProps/core.xml")


def test_names_of_sheets_are_such_as_excel_takes() -> None:
    taken: set[str] = set()
    assert sheet_name("Gates: health/alerts?", taken) == "Gates  health alerts"
    assert sheet_name("x" * 40, taken) == "x" * 31
    assert sheet_name("X" * 40, taken) == "X" * 29 + " 2"
    assert sheet_name("''", taken) == "Sheet"


def test_dates_that_excel_does_not_know_are_texts(facts_of) -> None:
    content = write(
        facts_of(
            "evidence: {old: {name: Old, date: 1850-01-02}}\nstages: [{stage: A, quotes: [{quote: Q, evidence: old}]}]"
        ),
        Options(),
    )
    assert records(content, "Evidence")[0]["Date"] == "1850-01-02"


def test_a_cell_shows_all_its_lines(facts_of) -> None:
    long = "stages: [{stage: A, questions: ['" + "why does it take so long " * 12 + "']}]"
    sheet = zipfile.ZipFile(io.BytesIO(write(facts_of(long), Options()))).read("xl/worksheets/sheet3.xml").decode()
    assert 'r="2"' in sheet
    height = float(sheet.split('<row r="2"')[1].split('ht="')[1].split('"')[0])
    assert height > 80


def test_lanes_that_are_asked_for(facts_of) -> None:
    found = sheets(write(facts_of(MAP), Options(lanes=("doing", "gaps"))))
    assert list(found) == [
        "Overview", "Stages", "Actions", "Gaps, pains, highlights", "Opportunities", "Personas", "Evidence",
    ]  # fmt: skip
    assert "Score" not in found["Actions"][0]
