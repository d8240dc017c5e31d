from __future__ import annotations

import csv
import io
import json
from pathlib import Path


def figures(journey, *arguments: object) -> dict:
    ended = journey("stats", *map(str, arguments), "--format", "json")
    assert ended.code == 0
    (found,) = json.loads(ended.out)["maps"]
    return found


def test_json_tells_every_derived_fact(journey, bicycle: Path) -> None:
    found = figures(journey, bicycle, "--today", "2027-03-12")
    assert found["id"] == "bicycle"
    assert found["revision"] == "2026"
    assert found["stages"] == ["dream", "choose"]
    assert found["counts"] == {
        "stages": 2, "actions": 3, "questions": 3, "pains": 1, "gaps": 1, "risks": 0, "opportunities": 1,
        "touchpoints": 2,
    }  # fmt: skip
    questions = found["questions"]
    assert {key: questions[key] for key in ("answered", "planned", "open", "wrong_place")} == {
        "answered": 1, "planned": 1, "open": 1, "wrong_place": 0,
    }  # fmt: skip
    assert [one["state"] for one in questions["list"]] == ["answered", "open", "planned"]
    ana = found["curves"]["ana"]
    assert [point["score"] for point in ana["points"]] == [1, 2, -1]
    assert ana["low"] == {"element": "stages/choose/actions/asks-in-the-chat", "score": -1}
    assert ana["peak"]["score"] == 2
    assert ana["end"]["score"] == -1
    assert ana["mean"] == 2 / 3
    assert ana["biggest_fall"]["by"] == 3
    assert found["curves"]["ben"] == {
        "points": [], "low": None, "peak": None, "end": None, "mean": None, "biggest_fall": None,
    }  # fmt: skip
    assert found["promises"] == {
        "advice": {"parity": 3, "best": "touchpoints/counter", "worst": "touchpoints/chat", "broken_by": []}
    }
    assert found["gaps"] == {
        "open": 2,
        "by_severity": {"critical": 0, "high": 1, "medium": 1, "low": 0, "unrated": 0},
    }
    (opportunity,) = found["opportunities"]
    assert opportunity["score"] == 2.5
    assert found["evidence"] == {"claims": 5, "backed": 1, "share": 0.2}
    assert found["channels"] == {"dream": ["web"], "choose": ["web", "shop"]}
    assert found["freshness"] == {"reviewed": "2026-03-02", "due": "2027-03-02", "overdue_days": 10}


def test_what_does_not_exist_is_null(journey, folder: Path) -> None:
    Path("m.journey.yaml").write_text("journey: 1\ntitle: T\nstages: [A]\n")
    found = figures(journey, "m.journey.yaml")
    assert found["revision"] is None
    assert list(found["curves"]) == ["customer"]
    assert found["evidence"] == {"claims": 0, "backed": 0, "share": None}
    assert found["freshness"] == {"reviewed": None, "due": None, "overdue_days": None}


def test_csv_is_a_row_a_map_without_formulas(journey, bicycle: Path) -> None:
    Path("b.journey.yaml").write_text("journey: 1\ntitle: =1+1\nstages: [A]\n")
    rows = list(csv.DictReader(io.StringIO(journey("stats", "--format", "csv").out)))
    assert [row["title"] for row in rows] == ["'=1+1", "Buying a first bicycle"]
    assert rows[1]["low_score"] == "-1"


def test_text_is_a_table(journey, bicycle: Path) -> None:
    ended = journey("stats", "--today", "2026-11-21")
    assert ended.out.splitlines()[1].split("  ")[0] == "Buying a first bicycle (2026)"
    assert "1/3" in ended.out
    assert "next by 2027-03-02" in ended.out


def test_a_broken_map_is_told_and_the_others_are_counted(journey, bicycle: Path) -> None:
    Path("a.journey.yaml").write_text("journey: 1\ntitle: T\n")
    ended = journey("stats", "--format", "json")
    assert ended.code == 1
    assert "JK004" in ended.err
    assert [one["id"] for one in json.loads(ended.out)["maps"]] == ["bicycle"]


def test_a_folder_without_maps_is_said_in_every_format(journey, folder: Path) -> None:
    assert json.loads(journey("stats", "--format", "json").out) == {"version": 1, "maps": []}
    for form in ("text", "json", "csv"):
        ended = journey("stats", "--format", form)
        assert (ended.code, ended.err) == (0, "No maps found.\n")


def test_a_dash_is_standard_output(journey, bicycle: Path) -> None:
    for form in ("text", "json", "csv"):
        assert journey("stats", "-f", form, "-o", "-").out == journey("stats", "-f", form).out != ""
    assert not Path("-").exists()
