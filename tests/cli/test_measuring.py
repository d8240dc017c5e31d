"""`journey measure` as people use it: alerts sent once, snapshots, a history, and figures written into the map."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("ibis")

MAP = """\
journey: 1
id: trial
title: Trial
status: live
metrics:
  n: {name: Would recommend us, kind: nps, survey: nps, now: 10, as_of: 2025-01-31, sample: 4}  # asked each quarter
stages:
  - stage: Start
    duration: 10 days
    enter: {event: signed_up}
    actions: [{action: Signs up, event: signed_up}, {action: Makes a report, event: report}]
    gate: [{checkpoint: Report, event: report}]
    health: [{signal: Logs in, event: login, per: 10 days, target: 4}]
    alerts:
      - {alert: Stuck, when: days in stage > 10, notify: [onboarding], does: call them, kind: risk}
  - stage: Use
"""
EVENTS = """\
customer,at,event
ann,2026-06-01 10:00,signed_up
bob,2026-06-02 10:00,signed_up
cem,2026-06-25 10:00,signed_up
ann,2026-06-03 10:00,report
bob,2026-06-28 10:00,login
"""
ANSWERS = (
    "customer,at,kind,score\nann,2026-06-05,nps,10\nbob,2026-06-05,nps,0\nann,2026-06-06,nps,9\ncem,2026-06-27,nps,7\n"
)


@pytest.fixture
def measure(folder: Path, journey: Callable[..., Any]) -> Callable[..., Any]:
    """Measure the map in an empty folder, by default on 30 June."""
    (folder / "m.journey.yaml").write_text(MAP, "utf-8")
    (folder / "e.csv").write_text(EVENTS, "utf-8")
    (folder / "a.csv").write_text(ANSWERS, "utf-8")

    def run(*more: str, day: str = "2026-06-30", file: str = "m.journey.yaml") -> Any:
        return journey("measure", file, "--events", "e.csv", "--surveys", "a.csv", "--today", day, *more)

    return run


def lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_dry_run_shows_and_remembers_nothing(measure: Callable[..., Any], folder: Path) -> None:
    for _ in range(2):
        ended = measure("--alerts", "out.jsonl", "--snapshots", "s.duckdb")
        assert ended.code == 0
        assert lines(ended.out) == [
            {
                "map": "trial", "day": "2026-06-30", "alert": "Stuck", "element": "stages/start/alerts/stuck",
                "kind": "risk", "when": "days in stage > 10", "customer": "bob", "stage": "start",
                "since": "2026-06-02 10:00:00", "values": {"days in stage": 28.58}, "notify": ["onboarding"],
                "does": "call them",
            }
        ]  # fmt: skip
        assert "1 alert would be sent" in ended.err
        assert "bob" not in ended.err
    assert not (folder / "out.jsonl").exists()
    assert not (folder / "s.duckdb").exists()


def test_an_alert_is_sent_once(measure: Callable[..., Any], folder: Path) -> None:
    (folder / "out.jsonl").write_text('{"old": 1}\n', "utf-8")
    sent = ("--alerts", "out.jsonl", "--snapshots", "s.duckdb", "--send")
    for _ in range(2):
        assert measure(*sent).code == 0
    assert [one.get("customer") for one in lines((folder / "out.jsonl").read_text("utf-8"))] == [None, "bob"]
    assert measure(*sent, day="2026-07-10").err.strip() == "1 alert sent"
    assert [one.get("customer") for one in lines((folder / "out.jsonl").read_text("utf-8"))] == [None, "bob", "cem"]
    assert measure("--alerts", "-", "--snapshots", "s.duckdb", day="2026-07-11").out == ""


def test_standard_output_is_the_alerts_alone(measure: Callable[..., Any], folder: Path) -> None:
    ended = measure("--alerts", "-", "--send", "--snapshots", "s.duckdb", "-o", "m.json")
    assert [one["customer"] for one in lines(ended.out)] == ["bob"]
    assert json.loads((folder / "m.json").read_text("utf-8"))["day"] == "2026-06-30"


def test_a_command_is_handed_the_lines(measure: Callable[..., Any], folder: Path) -> None:
    code = "import sys; open('got', 'w').write(sys.argv[1] + sys.stdin.read())"
    to = f'command:{sys.executable} -c "{code}" "a; touch b"'
    ended = measure("--alerts", to, "--send", "--snapshots", "s.duckdb")
    assert ended.code == 0, ended.err
    got = (folder / "got").read_text("utf-8")
    assert got.startswith("a; touch b{")
    assert json.loads(got.removeprefix("a; touch b"))["customer"] == "bob"
    assert not (folder / "b").exists()


def test_what_a_failing_command_was_handed_is_sent_again(measure: Callable[..., Any], folder: Path) -> None:
    failing = measure("--alerts", "command:false", "--send", "--snapshots", "s.duckdb")
    assert failing.code == 3
    assert "false failed with 1" in failing.err
    missing = measure("--alerts", "command:no-such-program", "--send", "--snapshots", "s.duckdb")
    assert missing.code == 3
    assert "no-such-program cannot be run" in missing.err
    assert len(lines(measure("--alerts", "-", "--snapshots", "s.duckdb").out)) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
def test_a_file_that_cannot_be_written(measure: Callable[..., Any]) -> None:
    ended = measure("--alerts", "/dev/full", "--send", "--snapshots", "s.duckdb")
    assert ended.code == 3
    assert "/dev/full cannot be written" in ended.err
    assert len(lines(measure("--alerts", "-", "--snapshots", "s.duckdb").out)) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--send",), "--send goes with --alerts"),
        (("--alerts", "-", "--send"), "--snapshots"),
        (("--diff",), "--diff goes with --update"),
        (("--history", "soon"), "6 months"),
        (("--history", "1 hour"), "6 months"),
        (("--alerts", "command:"), "name a command"),
        (("--alerts", "command:'x"), "cannot be read"),
        (("--alerts", "no/such/folder/x"), "a folder that is there"),
    ],
)
def test_wrong_usage(measure: Callable[..., Any], options: tuple[str, ...], said: str) -> None:
    ended = measure(*options)
    assert ended.code == 2
    assert said in ended.err
    assert len(ended.err.splitlines()) == 1


@pytest.mark.parametrize("options", [("--alerts", "-"), ("--history", "3 months"), ("--snapshots", "s")])
def test_what_needs_events(measure: Callable[..., Any], journey: Callable[..., Any], options: tuple[str, ...]) -> None:
    ended = journey("measure", "m.journey.yaml", "--surveys", "a.csv", *options)
    assert ended.code == 2
    assert "--events" in ended.err


def test_snapshots_and_history_are_told(measure: Callable[..., Any], folder: Path) -> None:
    (folder / "journey.toml").write_text('[measure]\nsnapshots = "kept.duckdb"\n', "utf-8")
    first = measure("--history", "3 days", "--format", "json", day="2026-06-29")
    told = json.loads(first.out)
    assert told["since"] is None
    assert [(one["day"], one["n"], one["mean"]) for one in told["history"]] == [
        ("2026-06-26", 2, 0.0), ("2026-06-27", 2, 0.0), ("2026-06-28", 2, 12.5), ("2026-06-29", 2, 12.5),
    ]  # fmt: skip
    assert (folder / "kept.duckdb").exists()
    since = json.loads(measure("--format", "json", day="2026-07-20").out)["since"]
    assert since == {
        "day": "2026-06-29", "before": 3, "now": 3, "new": 0, "gone": 0, "better": 0, "worse": 1, "same": 1,
        "mean_before": 12.5, "mean_now": 0.0,
    }  # fmt: skip
    assert "Since 2026-06-29: 0 better, 1 worse, 1 about the same; 0 new, 0 gone" in measure(day="2026-07-20").out


def test_figures_are_written_into_the_map(measure: Callable[..., Any], folder: Path) -> None:
    file = folder / "m.journey.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + MAP.replace("\n", "\r\n").encode())
    shown = measure("--update", "--diff")
    assert shown.code == 0
    assert file.read_bytes() == b"\xef\xbb\xbf" + MAP.replace("\n", "\r\n").encode()
    assert "+  n: {name: Would recommend us, kind: nps, survey: nps, now: 25, as_of: 2026-06-30" in shown.out
    assert measure("--update", "-q", "-o", "m.json").code == 0
    written = "now: 25, as_of: 2026-06-30, sample: 4, was: 10}  # asked each quarter"
    expected = MAP.replace("now: 10, as_of: 2025-01-31, sample: 4}  # asked each quarter", written)
    assert file.read_bytes() == b"\xef\xbb\xbf" + expected.replace("\n", "\r\n").encode()
    assert "nothing to write" in measure("--update", "-o", "m.json").err


@pytest.mark.parametrize("file", ["-", "HEAD:m.journey.yaml"])
def test_only_a_file_can_be_updated(measure: Callable[..., Any], file: str) -> None:
    ended = measure("--update", file=file)
    assert ended.code == 2
    assert "name its file" in ended.err


def test_the_rules_read_what_was_written(measure: Callable[..., Any], journey: Callable[..., Any]) -> None:
    """A figure of last year is stale; the one that was measured is not."""

    def stale() -> bool:
        found = journey("validate", "m.journey.yaml", "--select", "metric-stale", "--today", "2026-07-01")
        return "JK903" in found.out + found.err

    assert stale()
    assert measure("--update", "-o", "m.json").code == 0
    assert not stale()


def test_a_map_with_new_errors_is_left_alone(measure: Callable[..., Any], folder: Path, monkeypatch: Any) -> None:
    from journeykit.measure import update

    monkeypatch.setattr(update, "_number", lambda value: "many")
    ended = measure("--update", "-o", "m.json")
    assert ended.code == 3
    assert "left as it is" in ended.err
    assert (folder / "m.journey.yaml").read_text("utf-8") == MAP


def test_pages_and_pictures_are_the_same_each_time(measure: Callable[..., Any], folder: Path) -> None:
    for name in ("m.html", "m.csv", "m.svg"):
        found = set()
        for _ in range(2):
            assert measure("-o", name, "--history", "3 months").code == 0
            found.add((folder / name).read_bytes())
        assert len(found) == 1
