from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.repository import Repository, repository

OLD = "journey: 1\nid: m\ntitle: T\nrevision: 2025\nstages:\n- stage: A\n  actions: [{action: Acts, emotion: 1}]\n"
WORSE = OLD.replace("emotion: 1", "emotion: -1").replace("2025", "2026")
KEYS = {
    "kind",
    "type",
    "element",
    "field",
    "old",
    "new",
    "effect",
    "certainty",
    "message",
    "follows",
    "old_place",
    "new_place",
}


@pytest.fixture
def maps(folder: Path) -> Path:
    (folder / "old.journey.yaml").write_text(OLD)
    (folder / "new.journey.yaml").write_text(WORSE)
    (folder / "layout.journey.yaml").write_text(f"# a remark\n{OLD}")
    return folder


def test_text(maps: Path, journey: Callable[..., Any]) -> None:
    done = journey("diff", "old.journey.yaml", "new.journey.yaml")
    assert done.code == 0
    assert done.out.splitlines()[0] == "T: 2025 → 2026"
    assert "▼ Acts: feeling +1 → −1" in done.out


def test_json_has_the_shape_of_the_specification(maps: Path, journey: Callable[..., Any]) -> None:
    done = journey("diff", "old.journey.yaml", "new.journey.yaml", "--format", "json")
    found = json.loads(done.out)
    assert found["version"] == 1
    assert found["old"] == {"source": "old.journey.yaml", "title": "T", "revision": "2025"}
    assert {"added", "removed", "changed", "moved", "renamed", "better", "worse", "neutral", "questions_answered",
            "open_gaps", "mean_emotion"} <= set(found["summary"])  # fmt: skip
    change = next(one for one in found["changes"] if one["field"] == "emotion")
    assert set(change) >= KEYS
    assert (change["kind"], change["type"], change["element"]) == ("changed", "action", "stages/a/actions/acts")
    assert (change["old"], change["new"], change["effect"], change["certainty"]) == (1, -1, "worse", "sure")
    assert change["new_place"] == {"path": "new.journey.yaml", "line": 7}
    (low,) = [one for one in found["changes"] if one["field"] == "low"]
    assert low["follows"] == "stages/a/actions/acts"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["old.journey.yaml", "new.journey.yaml"], 0),
        (["old.journey.yaml", "new.journey.yaml", "--exit-code"], 1),
        (["old.journey.yaml", "new.journey.yaml", "--fail-on", "worse"], 1),
        (["new.journey.yaml", "old.journey.yaml", "--fail-on", "worse"], 0),
        (["old.journey.yaml", "layout.journey.yaml", "--exit-code"], 0),
        (["old.journey.yaml"], 2),
        ([], 2),
        (["old.journey.yaml", "new.journey.yaml", "layout.journey.yaml"], 2),
        (["old.journey.yaml", "new.journey.yaml", "--format", "yaml"], 2),
        (["old.journey.yaml", "nowhere.journey.yaml"], 3),
        (["v9:old.journey.yaml", "new.journey.yaml"], 3),
        (["old.journey.yaml", "--since", "v1"], 3),
    ],
)
def test_exit_codes(maps: Path, journey: Callable[..., Any], arguments: list[str], code: int) -> None:
    assert journey("diff", *arguments).code == code


def test_layout_alone_is_said(maps: Path, journey: Callable[..., Any]) -> None:
    assert "Only the layout changed." in journey("diff", "old.journey.yaml", "layout.journey.yaml").out
    assert "Nothing changed." in journey("diff", "old.journey.yaml", "old.journey.yaml").out


def test_the_ending_of_a_file_is_the_format(maps: Path, journey: Callable[..., Any]) -> None:
    for name, begin in (("x.json", "{"), ("x.md", "## T"), ("x.txt", "T: 2025")):
        assert journey("diff", "old.journey.yaml", "new.journey.yaml", "-o", name).code == 0
        assert (maps / name).read_text().startswith(begin)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = repository(tmp_path / "repo")
    made.write(
        maps__a_YAML=OLD, maps__b_YAML=OLD.replace("id: m", "id: b"), maps__gone_YAML=OLD.replace("id: m", "id: gone")
    )
    made.commit(2025, "v1")
    made.write(maps__a_YAML=WORSE, maps__new_YAML="journey: 1\nid: new\ntitle: N\nstages: [Q]\n")
    (made.folder / "maps" / "gone.journey.yaml").unlink()
    monkeypatch.chdir(made.folder)
    return made


def test_a_whole_repository(repo: Repository, journey: Callable[..., Any]) -> None:
    done = journey("diff", "--since", "v1", "--exit-code")
    assert done.code == 1
    assert "This map is new." in done.out
    assert "This map is gone." in done.out
    found = json.loads(journey("diff", "--since", "v1", "--format", "json").out)
    assert set(found) == {"version", "maps"}
    assert [(one["old"] is None, one["new"] is None) for one in found["maps"]] == [
        (False, False), (False, False), (True, False), (False, True),
    ]  # fmt: skip
    one = json.loads(journey("diff", "maps/a.journey.yaml", "--since", "v1", "--format", "json").out)
    assert one["old"]["source"] == "v1:maps/a.journey.yaml"
    same = journey("diff", "--since", "HEAD", "maps/b.journey.yaml", "--exit-code")
    assert same.code == 0


def test_a_bare_repository_reads_revisions(repo: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, journey: Callable[..., Any]) -> None:  # fmt: skip
    repo.commit(2026)
    repo.git("clone", "-q", "--bare", str(repo.folder), str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    done = journey("diff", "v1:maps/a.journey.yaml", "HEAD:maps/a.journey.yaml", "--fail-on", "worse")
    assert done.code == 1
    since = journey("diff", "--since", "v1")
    assert since.code == 3
    assert "compare two revisions" in since.err


def test_a_page_in_the_look_asked_for(bicycle: Path, journey: Callable[..., Any]) -> None:
    other = bicycle.with_name("new.journey.yaml")
    other.write_text(bicycle.read_text(encoding="utf-8").replace("emotion: 2", "emotion: -2"), encoding="utf-8")
    done = journey("diff", bicycle, other, "-f", "html", "--theme", "light", "--lang", "de")
    assert done.code == 0
    assert done.out.startswith("<!doctype html>")
    assert '<html lang="de"' in done.out
    assert "prefers-color-scheme" not in done.out
    wrong = journey("diff", bicycle, other, "-f", "html", "--lang", "xx")
    assert wrong.code == 2
    assert "'xx' is not spoken" in wrong.err


def test_an_element_that_is_a_plain_text_has_its_line(journey, folder) -> None:
    text = "journey: 1\nid: t\ntitle: T\nstages:\n  - stage: A\n    questions:\n      - One two three?\n"
    (folder / "old.journey.yaml").write_text(text)
    (folder / "new.journey.yaml").write_text(f"{text}      - Plainly added?\n")
    ended = journey("diff", "old.journey.yaml", "new.journey.yaml", "--format", "json")
    (change,) = json.loads(ended.out)["changes"]
    assert change["new_place"] == {"path": "new.journey.yaml", "line": 8}


def test_an_ending_without_a_format_is_wrong_usage(journey, bicycle) -> None:
    ended = journey("diff", bicycle, bicycle, "-o", "changes.pdf")
    assert ended.code == 2
    assert "there is no format 'pdf' here; there are .txt, .json, .md, .html" in ended.err


def test_a_map_that_was_renamed_and_nothing_else_is_told(
    tmp_path: Path, journey: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = repository(tmp_path / "repo")
    made.write(a_YAML=OLD, same_YAML=OLD.replace("id: m", "id: same"))
    made.commit(2025)
    made.git("mv", "a.journey.yaml", "b.journey.yaml")
    monkeypatch.chdir(made.folder)
    done = journey("diff", "--since", "HEAD")
    assert done.out.splitlines()[1:] == ["renamed from a.journey.yaml to b.journey.yaml", "Nothing changed."]
