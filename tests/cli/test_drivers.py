"""What git calls for maps, called by a real git."""

from __future__ import annotations

import codecs
import os
import subprocess
import sys
from pathlib import Path

import pytest

from journeykit.cli.drivers import ATTRIBUTES, SETTINGS, external_diff, install, merge_driver, uninstall
from journeykit.cli.maps import Reader

MAP = """\
journey: 1
title: T
stages:
  - stage: Need
    goal: a   # why
    actions:
      - action: Looks
        emotion: -1
  - stage: Buy
    actions:
      - Pays
"""
NAME = "maps ü/my map.journey.yaml"


class Repository:
    """A repository whose git finds `journey`, or with `alone` does not."""

    def __init__(self, folder: Path, tools: Path) -> None:
        self.folder, self.tools = folder, tools

    def git(self, *arguments: str, alone: bool = False, code: int = 0) -> str:
        path = os.environ["PATH"] if alone else f"{self.tools}{os.pathsep}{os.environ['PATH']}"
        if alone:
            path = os.pathsep.join(one for one in path.split(os.pathsep) if not (Path(one) / "journey").exists())
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
            "GIT_CONFIG_GLOBAL": os.devnull, "PATH": path, "LC_ALL": "C.UTF-8",
        }  # fmt: skip
        who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
        ended = subprocess.run(
            ["git", *who, *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        assert ended.returncode == code, ended.stderr
        return ended.stdout

    def write(self, text: str) -> None:
        (self.folder / NAME).write_text(text, encoding="utf-8")

    def read(self) -> str:
        return (self.folder / NAME).read_text("utf-8")

    def commit(self, text: str) -> None:
        self.write(text)
        self.git("add", "-A")
        self.git("commit", "-qm", "more")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    tools = tmp_path / "tools"
    tools.mkdir()
    script = tools / "journey"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m journeykit "$@"\n')
    script.chmod(0o755)
    folder = tmp_path / "repo"
    (folder / "maps ü").mkdir(parents=True)
    found = Repository(folder, tools)
    found.git("init", "-q", "-b", "main")
    monkeypatch.chdir(folder)
    install()
    found.commit(MAP)
    return found


def test_installing_twice_is_installing_once(repository: Repository) -> None:
    install()
    assert (repository.folder / ".gitattributes").read_text() == "".join(f"{line}\n" for line in ATTRIBUTES)
    for key, value in SETTINGS.items():
        assert repository.git("config", "--get-all", key) == f"{value}\n"


def test_what_stood_in_the_attributes_stays_when_it_is_taken_out(repository: Repository) -> None:
    file = repository.folder / ".gitattributes"
    file.write_text(f"*.png binary\n{file.read_text()}*.md text")
    uninstall()
    assert file.read_text() == "*.png binary\n*.md text"
    assert "journey" not in repository.git("config", "--list", "--local")


def test_git_diff_tells_what_changed_for_customers(repository: Repository) -> None:
    repository.write(MAP.replace("emotion: -1", "emotion: 1"))
    shown = repository.git("diff")
    assert "Looks: feeling −1 → " in shown
    assert "▲" in shown


def test_a_text_diff_shows_the_outline(repository: Repository) -> None:
    repository.write(MAP.replace("goal: a   # why", "goal: b"))
    shown = repository.git("diff", "--no-ext-diff")
    assert "-    goal: a\n+    goal: b\n" in shown


def test_added_removed_and_renamed_maps_are_shown(repository: Repository) -> None:
    repository.git("rm", "-q", NAME)
    assert "This map is gone." in repository.git("diff", "--cached")
    repository.git("reset", "-q", "--hard")
    repository.git("mv", NAME, "other.journey.yaml")
    (repository.folder / "other.journey.yaml").write_text(MAP.replace("goal: a", "goal: b"))
    repository.git("add", "-A")
    assert "→ other.journey.yaml" in repository.git("diff", "--cached", "-M")


@pytest.mark.parametrize("text", ["stages: [", "\udcff\udcfe not a map", ""])
def test_a_broken_map_fails_no_git_command(repository: Repository, text: str) -> None:
    (repository.folder / NAME).write_bytes(text.encode("utf-8", "surrogateescape"))
    repository.git("diff")
    repository.git("diff", "--no-ext-diff")
    repository.git("commit", "-qam", "broken")
    repository.git("log", "-p")


def test_without_the_program_git_goes_on_with_what_it_has(repository: Repository) -> None:
    repository.write(MAP.replace("goal: a", "goal: b"))
    assert "+    goal: b   # why" in repository.git("diff", alone=True)
    assert "+    goal: b   # why" in repository.git("diff", "--no-ext-diff", alone=True)
    repository.git("commit", "-qam", "b")
    repository.git("checkout", "-qb", "side", "HEAD~1")
    repository.commit(MAP.replace("- Pays", "- Pays\n      - Leaves"))
    repository.git("merge", "-q", "main", "-m", "both", alone=True)
    assert "goal: b" in repository.read()


def test_a_merge_takes_both_edits_also_in_neighbouring_lines(repository: Repository) -> None:
    repository.git("checkout", "-qb", "side")
    repository.commit(MAP.replace("emotion: -1", "emotion: 2").replace("- Pays", "- Pays\n      - Leaves"))
    repository.git("checkout", "-q", "main")
    repository.commit(MAP.replace("action: Looks", "action: Looks around").replace("- Pays", "- Pays\n      - Waits"))
    repository.git("merge", "-q", "side", "-m", "both")
    for line in ("goal: a   # why", "action: Looks around", "emotion: 2", "- Leaves", "- Waits"):
        assert line in repository.read()
    assert "<<<<" not in repository.read()


def test_a_disagreement_is_a_conflict_for_git(repository: Repository) -> None:
    repository.git("checkout", "-qb", "side")
    repository.commit(MAP.replace("emotion: -1", "emotion: 2"))
    repository.git("checkout", "-q", "main")
    repository.commit(MAP.replace("emotion: -1", "emotion: 1").replace("goal: a", "goal: b"))
    repository.git("merge", "-q", "side", code=1)
    assert repository.git("status", "--short").startswith("UU")
    assert "goal: b" in repository.read()
    assert "<<<<<<<" in repository.read()
    # A map in conflict is shown too.
    repository.git("diff")


def test_what_would_not_be_sound_together_is_left_to_git(tmp_path: Path) -> None:
    """Both sides name a new entry by one id: as text a conflict, and by element no map."""
    sides = []
    for name, extra in (("base", ""), ("ours", "    channel: web\n"), ("theirs", "")):
        file = tmp_path / name
        file.write_text(MAP.replace("    goal", "    id: x\n    goal") + extra if name == "ours" else MAP)
        sides.append(str(file))
    sides[2] = str(tmp_path / "theirs")
    Path(sides[2]).write_text(MAP.replace("  - stage: Buy\n", "  - stage: Buy\n    id: x\n"))
    before = Path(sides[1]).read_text()
    assert merge_driver([*sides, "7", "map.journey.yaml"], Reader()) in (1, 2)
    assert Path(sides[1]).read_text() == before or "<<<" in Path(sides[1]).read_text()


def test_a_merge_keeps_the_mark_at_the_beginning_of_the_file(tmp_path: Path) -> None:
    sides = [tmp_path / name for name in ("base", "ours", "theirs")]
    texts = (MAP, MAP.replace("title: ", "title: Our "), MAP + "summary: Theirs\n")
    for file, text in zip(sides, texts, strict=True):
        file.write_bytes(codecs.BOM_UTF8 + text.encode())
    assert merge_driver([*map(str, sides), "7", "map.journey.yaml"], Reader()) == 0
    merged = sides[1].read_bytes()
    assert merged.startswith(codecs.BOM_UTF8)
    assert b"title: Our " in merged
    assert b"summary: Theirs" in merged


def test_a_map_in_conflict_is_told_to_be_so() -> None:
    assert external_diff(["a.journey.yaml"], Reader()) == ["a.journey.yaml is in conflict"]
