from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_a_sound_map_is_one_line_and_zero(journey, bicycle: Path) -> None:
    ended = journey("validate", bicycle)
    assert ended.code == 0
    assert ended.out == "Checked 1 map: nothing found.\n"


def test_errors_end_with_one_and_are_all_told(journey, folder: Path) -> None:
    (folder / "bad.journey.yaml").write_text(
        "journey: 1\ntitel: x\nstages:\n  - stage: One\n    actions:\n      - action: Walks\n        emotion: 7\n"
    )
    ended = journey("validate", "bad.journey.yaml", "--format", "concise")
    assert ended.code == 1
    assert ended.out.splitlines() == [
        "bad.journey.yaml:2:1: error JK002 unknown-key a map has no key `titel`",
        "bad.journey.yaml:7:18: error JK005 out-of-scale `score`: '7' is outside the scale from -2 to 2",
    ]


def test_json_has_the_documented_shape(journey, folder: Path) -> None:
    (folder / "bad.journey.yaml").write_text("journey: 1\ntitle: T\nstages: [A]\nowner: [a, b]\n")
    ended = journey("validate", "--format", "json")
    report = json.loads(ended.out)
    assert list(report) == ["version", "summary", "diagnostics"]
    assert report["summary"] == {"maps": 1, "errors": 1, "warnings": 0, "infos": 0}
    (found,) = report["diagnostics"]
    assert list(found) == [
        "path", "line", "column", "end_line", "end_column", "code", "name", "severity", "message", "hint", "element",
        "related", "fix", "fingerprint",
    ]  # fmt: skip
    assert (found["path"], found["line"], found["column"], found["end_column"]) == ("bad.journey.yaml", 4, 8, 14)


def test_several_formats_in_one_run(journey, bicycle: Path) -> None:
    ended = journey("validate", bicycle, "-f", "text", "-f", "json=out/report.json", "-f", "concise=c.txt")
    assert ended.code == 0
    assert json.loads(Path("out/report.json").read_text())["summary"]["maps"] == 1
    assert Path("c.txt").read_text() == ""


@pytest.mark.parametrize(("limit", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on(journey, folder: Path, limit: str, code: int) -> None:
    (folder / "cut.journey.yaml").write_text("journey: 1\ntitle: We are #1\nstages: [A]\n")
    assert journey("validate", "--fail-on", limit).code == code


def test_fail_on_comes_from_the_configuration(journey, folder: Path) -> None:
    (folder / "cut.journey.yaml").write_text("journey: 1\ntitle: We are #1\nstages: [A]\n")
    (folder / "journey.toml").write_text('fail-on = "warning"\n')
    assert journey("validate").code == 1
    assert journey("validate", "--isolated").code == 0


def test_what_cannot_be_opened_is_three_and_wins(journey, folder: Path) -> None:
    (folder / "bad.journey.yaml").write_text("- a list\n")
    ended = journey("validate", "bad.journey.yaml", "gone.journey.yaml")
    assert ended.code == 3
    assert "gone.journey.yaml cannot be read: no such file" in ended.err
    assert "JK001" in ended.out


def test_a_folder_without_maps_is_fine_and_says_so(journey, folder: Path) -> None:
    ended = journey("validate")
    assert (ended.code, ended.out) == (0, "No maps found.\n")


def test_github_is_the_default_inside_github_actions(journey, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "bad.journey.yaml").write_text("journey: 1\ntitle: T\nstages: [A]\nowner: [a, b]\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert journey("validate").out.startswith("::error file=bad.journey.yaml,line=4,endLine=4,col=8,endColumn=14,")


def test_wrong_usage_is_two(journey, folder: Path) -> None:
    assert journey("validate", "--format", "jsom").code == 2
    assert "did you mean json?" in journey("validate", "--format", "jsom").err
    (folder / "journey.toml").write_text("libary = []\n")
    ended = journey("validate")
    assert ended.code == 2
    assert "unknown key `libary`, did you mean `library`?" in ended.err


def test_at_most_so_many_findings_are_told_and_all_are_counted(journey, folder: Path) -> None:
    (folder / "bad.journey.yaml").write_text("journey: 1\ntitle: T\nstages: [A]\na: 1\nb: 1\nc: 1\n")
    ended = journey("validate", "--max-findings", "1")
    assert ended.out.count("error[JK002]") == 1
    assert "3 errors" in ended.out
    assert "2 more findings are not told." in ended.out


def test_colour_only_where_it_is_asked_for(journey, folder: Path) -> None:
    (folder / "bad.journey.yaml").write_text("[]\n")
    assert "\x1b[" not in journey("validate").out
    assert "\x1b[" in journey("validate", "--color", "always").out


def test_a_defect_is_seventy_and_asks_for_a_report(journey, bicycle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("what nobody foresaw")

    monkeypatch.setattr("journeykit.cli.check.check_collection", broken)
    ended = journey("validate", bicycle)
    assert ended.code == 70
    assert "please report it" in ended.err
    assert "Traceback" not in ended.err
