from __future__ import annotations

import contextlib
import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("ibis")

MAP = """\
journey: 1
id: shop
title: A shop
stages:
  - stage: Try
    duration: 30 days
    actions:
      - action: Asks a friend
      - {action: Signs up, event: signed_up}
    gate:
      - {checkpoint: Report made, event: report, within: 14 days}
      - {checkpoint: Is glad}
    health: [{signal: Logs in, event: login, per: 7 days, target: 2}]
  - stage: Use
    gate: [{checkpoint: Trusts us}]
  - stage: Stay
"""
EVENTS = """\
user_id,time,event,segment,value
=cmd,2026-01-01 10:00,signed_up,small,1.5
=cmd,2026-01-03 10:00,report,small,
NA,2026-01-01 10:00,signed_up,large,2
NA,2026-01-02 10:00,asks_a_friend,large,10
NA,2026-05-01 10:00,report,large,
NA,2026-05-01 10:00,report,large,
,2026-05-01 10:00,report,large,
late,2026-06-01 00:00,signed_up,,
"""
SURVEYS = "customer,at,kind,score\nNA,2026-02-01,nps,10\nx,2026-02-02,nps,3\nx,2026-02-03,csat,very good\n"


@pytest.fixture
def shop(folder: Path) -> Path:
    """A map beside its data."""
    (folder / "m.journey.yaml").write_text(MAP, encoding="utf-8")
    (folder / "e.csv").write_text(EVENTS, encoding="utf-8")
    (folder / "s.csv").write_text(SURVEYS, encoding="utf-8")
    return folder


def test_json_has_every_figure(journey, shop: Path) -> None:
    ended = journey(
        "measure", "m.journey.yaml", "--events", "e.csv", "--surveys", "s.csv", "--today", "2026-05-31",
        "--format", "json", "--by", "segment",
    )  # fmt: skip
    assert ended.code == 0, ended.err
    found = json.loads(ended.out)
    assert [(one["role"], one["rows"], one["kept"]) for one in found["data"]] == [("events", 8, 6), ("answers", 3, 2)]
    try_, use, stay = found["customers"]["stages"]
    assert (try_["entered"], try_["here"], try_["moved_on"], try_["conversion"], try_["stuck"]) == (2, 1, 1, 0.5, 1)
    assert [(one["reached"], one["missing"]) for one in try_["gate"]] == [(1, 1), (None, None)]
    assert (use["entered"], stay["entered"], stay["conversion"]) == (1, 1, None)
    assert {one["group"]: one["seen"] for one in found["groups"]} == {"small": 1, "large": 1}
    assert [one["here"] for one in found["worth"]] == [
        {"customers": 1, "value": 12.0}, {"customers": 0, "value": 0.0}, {"customers": 1, "value": 1.5},
    ]  # fmt: skip
    (first, second) = found["goes_together"]
    assert (first["element"], first["with"], first["without"]) == (
        "stages/try/actions/asks-a-friend",
        {"customers": 1, "passed": 0, "share": 0.0},
        {"customers": 1, "passed": 1, "share": 1.0},
    )
    assert second["without"] == {"customers": 0, "passed": 0, "share": None}
    assert second["difference"] is None
    assert found["feedback"][0]["value"] == 0
    assert any("everybody passes it" in note and "“Use”" in note for note in found["notes"])
    assert "1 answer of 3 has a score that is no number: left out" in " ".join(found["notes"])


def test_text_says_what_it_counts(journey, shop: Path) -> None:
    ended = journey("measure", "m.journey.yaml", "--events", "e.csv", "--surveys", "s.csv", "--today", "2026-05-31")
    assert ended.code == 0
    for text in ("1 event of 8 has no customer: left out", "of entered", "2 customers seen, 0 in no stage", "(few)",
                 "Going together is no cause", "share of 9 and 10 minus share of 0 to 6"):  # fmt: skip
        assert text in ended.out
    assert "=cmd" not in ended.out and "=cmd" not in ended.err


def test_customers_are_listed_only_when_asked(journey, shop: Path) -> None:
    ended = journey(
        "measure",
        "m.journey.yaml",
        "--events",
        "e.csv",
        "--today",
        "2026-05-31",
        "--customers",
        "out.csv",
        "--format",
        "json",
    )
    assert ended.code == 0, ended.err
    rows = list(csv.reader(Path("out.csv").read_text(encoding="utf-8").splitlines()))
    assert rows == [
        ["customer", "stage", "left", "since", "health", "missing"],
        ["'=cmd", "Stay", "no", "2026-01-03 10:00:00", "", ""],
        ["NA", "Try", "no", "2026-01-01 10:00:00", "", "Report made"],
    ]
    assert "NA" not in ended.out


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ([], "name the data: --events FILE"),
        (["--events", "e.csv", "--by", "sgment"], "did you mean segment?"),
        (["--events", "e.csv", "--by", "month"], "name them with --surveys"),
        (["--surveys", "s.csv", "--by", "cohort"], "name them with --events"),
        (["--events", "e.doc"], "Files end on"),
        (["--events", "e.csv", "--surveys", "spark://#t"], "different engines"),
        (["--events", "e.csv", "--event-column", "customer"], "is no KEY=NAME"),
        (["--events", "e.csv", "--event-column", "custmer=user_id"], "--event-column: there is no column 'custmer'"),
        (["--events", "e.csv", "--event-column", "customer=user"], "no column 'user' for customer"),
        (["--events", "e.csv", "--answer-column", "score=x"], "name them with --surveys"),
        (["--events", "s.csv"], "has no column for event"),
        (["--events", "e.csv", "--by", "account"], "no column to tell figures by account"),
        (
            ["--events", "e.csv", "--time-zone", "Berlin"],
            "--time-zone: there is no time zone 'Berlin'; did you mean Eur",
        ),
        (["--events", "e.csv", "--time-format", "dd.mm.yyyy"], "--time-format: 'dd.mm.yyyy' has no % in it"),
        (["--events", "e.xlsx"], "save the sheet with the data as CSV UTF-8"),
        (["--events", "https://example.org/e.csv"], "download the file"),
        (["--events", "."], ". is a folder; name the file in it"),
        (["--surveys", "s.csv", "--customers", "x.csv"], "name the data with --events"),
        (["--events", "e.csv", "--format", "jsn"], "did you mean json?"),
    ],
)
def test_wrong_usage(journey, shop: Path, arguments: list[str], why: str) -> None:
    ended = journey("measure", "m.journey.yaml", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert why in ended.err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--events", "none.csv"], "no such file"),
        (["--events", "duckdb://e.csv#t"], "not a valid DuckDB database"),
        (["--events", "e.csv", "--snapshots", "s.csv"], "s.csv is no file of snapshots"),
    ],
)
def test_data_that_cannot_be_measured(journey, shop: Path, arguments: list[str], why: str) -> None:
    ended = journey("measure", "m.journey.yaml", *arguments)
    assert ended.code == 3
    assert why in ended.err


def test_the_configuration_says_where_and_how(journey, shop: Path) -> None:
    Path("journey.toml").write_text(
        '[measure]\nevents = "e.csv"\nsurveys = "s.csv"\n[measure.scores]\n"Very Good" = 4\n[measure.scales]\ncsat = [0, 4]\n'
    )
    ended = journey("measure", "m.journey.yaml", "--today", "2026-05-31", "--format", "json")
    assert ended.code == 0, ended.err
    found = json.loads(ended.out)
    assert {one["kind"]: one["value"] for one in found["feedback"]} == {"nps": 0, "csat": 100}
    assert found["methods"]["csat"] == "share of scores from 3, on a scale of 0 to 4"


def test_the_program_ends_without_a_word(shop: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "journeykit", "measure", "m.journey.yaml", "--events", "e.csv", "--today", "2026-05-31"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process on the spot")
def test_a_run_that_is_ended_leaves_nothing_behind(shop: Path, tmp_path: Path) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    with (shop / "e.csv").open("a") as file:
        file.writelines(f"c{number % 70_000},2026-05-01T10:00:00Z,login,1\n" for number in range(700_000))
    command = [sys.executable, "-m", "journeykit", "measure", "m.journey.yaml", "--events", "e.csv"]
    with subprocess.Popen(command, env={**os.environ, "TMPDIR": str(aside)}, stdout=subprocess.DEVNULL) as run:
        while not list(aside.iterdir()):
            assert run.poll() is None
            sleep(0.01)
        sleep(0.1)
        run.terminate()
        assert run.wait(20) == 130
    assert not list(aside.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo terminals")
@pytest.mark.parametrize("more", [[], ["--quiet"]])
def test_a_terminal_shows_how_far_it_is_and_then_no_more(shop: Path, more: list[str]) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "journeykit", "measure", "m.journey.yaml", "--events", "e.csv", *more]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(
        [*command, "--today", "2026-05-31"], stdout=subprocess.PIPE, stderr=theirs, env=environment
    ) as run:
        os.close(theirs)
        drawn = b""
        # The end of a pseudo terminal is an error on Linux, and nothing elsewhere.
        with contextlib.suppress(OSError):
            while some := os.read(ours, 65_536):
                drawn += some
        os.close(ours)
        told, _ = run.communicate()
    assert run.returncode == 0
    assert b"customers seen" in told
    assert (b"Measuring" in drawn) == (not more)
    # Its line is cleared, and the cursor is shown again.
    assert drawn.rstrip().endswith(b"\x1b[2K") if drawn else more


def test_no_events_are_dashes(journey, shop: Path) -> None:
    Path("e.csv").write_text("customer,at,event\n")
    ended = journey("measure", "m.journey.yaml", "--events", "e.csv", "--today", "2026-05-31")
    assert ended.code == 0, ended.err
    assert "–" in ended.out and "0 customers seen" in ended.out
    assert "e.csv has no events, only the names of its columns" in ended.out


@pytest.mark.parametrize(
    ("content", "more", "told"),
    [
        (b"customer,at,event\na,15.06.2026 9:00,x\nb,16.06.2026 9:00,x\n", [],
         "2 events of 2 have no time that can be read: left out. --time-format says how times are written"),
        (b"customer,at,event\n,2026-06-15,x\n", [], "1 event of 1 has no customer: left out. --event-column KEY=NAME"),
        (b"customer,at,event\nZo\xeb,2026-06-15,x\n", [], "1 event of 1 is not written in UTF-8: left out; save the file"),
        ("customer,at,event\nann,2026-06-15,x\n".encode("utf-16"), [], "e.csv is written in UTF-16; save it as CSV UTF-8"),
        (b"", [], "e.csv is empty"),
        (b"customer,at,event\nann,2026-06-15,x\n", ["--time-format", "%d.%m.%Y"], "have no time"),
    ],
)  # fmt: skip
def test_nothing_readable_is_no_figure_of_nobody(
    journey, shop: Path, content: bytes, more: list[str], told: str
) -> None:
    Path("e.csv").write_bytes(content)
    ended = journey("measure", "m.journey.yaml", "--events", "e.csv", *more, "-o", "out.json")
    assert (ended.code, ended.out, Path("out.json").exists()) == (2, "", False)
    assert told.replace("have", "has" if content.count(b"\n") == 2 else "have") in ended.err


def test_a_day_before_all_data_is_told(journey, shop: Path) -> None:
    ended = journey("measure", "m.journey.yaml", "--events", "e.csv", "--surveys", "s.csv", "--today", "2025-01-31")
    assert ended.code == 0, ended.err
    for role in ("events of e.csv", "answers of s.csv"):
        assert f"all {role} are later than 2025-01-31; --today names another day" in ended.out


def test_an_export_as_it_comes_out_of_a_spreadsheet(journey, shop: Path) -> None:
    """A byte order mark, semicolons, lines that end as on Windows, other heads, days as people write them."""
    rows = "\r\n".join(("Customer ID;Date;Event Name;Value", "ann;15.06.2026 09:00;signed_up;1234,50", ""))
    Path("e.csv").write_bytes(b"\xef\xbb\xbf" + rows.encode())
    ended = journey(
        "measure", "m.journey.yaml", "--events", "e.csv", "--today", "2026-06-30", "--time-format", "%d.%m.%Y %H:%M",
    )  # fmt: skip
    assert ended.code == 0, ended.err
    assert "1 customer seen, 0 in no stage" in ended.out
    assert "1,234" in ended.out


def test_a_map_whose_actions_name_no_events_is_told(journey, shop: Path) -> None:
    Path("bare.journey.yaml").write_text("journey: 1\ntitle: T\nstages: [{stage: A, actions: [Comes in]}]\n")
    ended = journey("measure", "bare.journey.yaml", "--events", "e.csv", "--today", "2026-05-31")
    assert ended.code == 0, ended.err
    assert "no action of the map was seen: `event:` says which event an action is" in ended.out
    assert "In the data are “report”, “signed_up”, “asks_a_friend”" in ended.out


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            'time-zone = "Berlin"',
            "journey.toml: `time-zone`: there is no time zone 'Berlin'; did you mean Europe/Berlin?",
        ),
        ('time-format = "%Q"', "journey.toml: `time-format`: '%Q' in '%Q' is no part of a time"),
        ('event-columns = {custmer = "a"}', "journey.toml: `event-columns`: there is no column 'custmer' of events"),
        ('answer-columns = {scor = "a"}', "did you mean score?"),
        ('time-zon = "UTC"', "unknown key `measure.time-zon`, did you mean `time-zone`?"),
        ("scales = {nps = [10, 0]}", "the scale of nps should run upwards"),
        ("scales = {npss = [0, 10]}", "`measure.scales.npss`: it should be 'nps', 'csat' or 'ces'"),
        ("satisfied = 9", "journey.toml: `satisfied`: 9 is not on the scale of csat, 1 to 5"),
    ],
)
def test_a_wrong_configuration_is_told_with_its_place(journey, shop: Path, text: str, why: str) -> None:
    Path("journey.toml").write_text(f'[measure]\nevents = "e.csv"\n{text}\n', encoding="utf-8")
    ended = journey("measure", "m.journey.yaml")
    assert (ended.code, ended.out) == (2, "")
    assert why in ended.err
