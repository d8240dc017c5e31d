from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.repository import Repository, repository

OLD = "journey: 1\nid: m\ntitle: T\nrevision: 2025\nstages:\n- stage: A\n  actions: [{action: Acts, emotion: -1}]\n"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = repository(tmp_path / "repo")
    made.write(a_YAML=OLD)
    made.commit(2024)
    made.write(a_YAML=OLD.replace("emotion: -1", "emotion: 1").replace("2025", "2026") + "why: The chat went live.\n")
    made.commit(2025)
    monkeypatch.chdir(made.folder)
    return made


def test_text(repo: Repository, journey: Callable[..., Any]) -> None:
    done = journey("history", "a.journey.yaml")
    assert done.code == 0
    rows = done.out.splitlines()
    assert rows[0] == "T"
    assert rows[3].split()[:3] == ["2024", "2024-06-01", "−1"]
    assert rows[4].split()[:3] == ["2025", "2025-06-01", "+1"]
    assert "2024 → 2025" in rows
    assert "Why: The chat went live." in rows
    assert done.out == journey("history", "a.journey.yaml").out


def test_json(repo: Repository, journey: Callable[..., Any]) -> None:
    found = json.loads(journey("history", "a.journey.yaml", "--format", "json").out)
    assert [one["name"] for one in found["revisions"]] == ["2024", "2025"]
    first, second = found["revisions"]
    assert first["changes"] == []
    assert second["why"] == "The chat went live."
    assert second["figures"]["curves"]["customer"]["mean"] == 1
    assert second["summary"]["better"] == 1


@pytest.mark.parametrize(
    ("by", "names"), [("year", ["2024", "2025"]), ("tag", ["v1", "now"]), ("auto", ["2024", "2025"])]
)
def test_what_makes_a_revision(repo: Repository, journey: Callable[..., Any], by: str, names: list[str]) -> None:
    repo.git("tag", "v1", "HEAD~1")
    found = json.loads(journey("history", "a.journey.yaml", "--by", by, "--format", "json").out)
    assert [one["name"] for one in found["revisions"]] == names


def test_outside_a_repository(folder: Path, journey: Callable[..., Any]) -> None:
    (folder / ".git").rmdir()
    (folder / "a.journey.yaml").write_text(OLD)
    done = journey("history", "a.journey.yaml")
    assert done.code == 3
    assert "not in a git repository" in done.err
    assert journey("history", "nowhere.journey.yaml").code == 3
    assert journey("history").code == 2


def test_a_page_in_the_look_asked_for(repo: Repository, journey: Callable[..., Any], tmp_path: Path) -> None:
    page = tmp_path / "history.html"
    assert journey("history", "a.journey.yaml", "-o", page, "--theme", "light", "--lang", "de").code == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert '<html lang="de"' in text
    assert "prefers-color-scheme" not in text
    assert journey("history", "a.journey.yaml", "-f", "html", "--theme", "purple").code == 2


def test_a_shallow_clone_says_that_there_may_be_more(
    repo: Repository, tmp_path: Path, journey: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert journey("history", "a.journey.yaml").err == ""
    repo.git("clone", "-q", "--depth", "1", f"file://{repo.folder}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    assert "git fetch --unshallow --tags" in journey("history", "a.journey.yaml").err
