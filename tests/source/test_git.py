from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from journeykit.source import git
from journeykit.source.text import UnreadableError, read


def call(*arguments: str, date: str = "2024-05-05T12:00:00") -> None:
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
        "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "GIT_CONFIG_GLOBAL": os.devnull,
    }  # fmt: skip
    who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], env=environment, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two commits, of 2024 and of May 2025; the working tree says something else again."""
    folder = tmp_path / "repo"
    (folder / "maps").mkdir(parents=True)
    monkeypatch.chdir(folder)
    call("init", "-q", "-b", "main")
    for text, date in (("title: one", "2024-05-05T12:00:00"), ("title: two", "2025-05-31T23:00:00")):
        (folder / "maps" / "ä b.yaml").write_text(text)
        call("add", "-A")
        call("commit", "-qm", "more", date=date)
    call("tag", "v1", "HEAD~1")
    (folder / "maps" / "ä b.yaml").write_text("title: not yet")
    return folder


@pytest.mark.parametrize(
    ("revision", "text"),
    [
        ("HEAD", "title: two"),
        ("HEAD~1", "title: one"),
        ("v1", "title: one"),
        ("main", "title: two"),
        ("2024", "title: one"),
        ("2025-05", "title: two"),
        ("2025-05-31", "title: two"),
        ("2025-05-30", "title: one"),
        ("2099", "title: two"),
    ],
)
def test_a_file_at_a_revision(repository: Path, revision: str, text: str) -> None:
    assert git.blob(revision, "maps/ä b.yaml").decode() == text
    source = read(f"{revision}:maps/ä b.yaml")
    assert (source.name, source.text, source.path) == (f"{revision}:maps/ä b.yaml", text, Path("maps/ä b.yaml"))


def test_paths_are_relative_to_the_current_folder(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert git.blob("HEAD", "./maps/../maps/ä b.yaml") == b"title: two"
    monkeypatch.chdir(repository / "maps")
    assert git.blob("HEAD", "ä b.yaml") == b"title: two"
    assert git.blob("HEAD", "../maps/ä b.yaml") == b"title: two"


def test_a_ref_wins_over_the_date_of_its_name(repository: Path) -> None:
    call("tag", "2025", "HEAD~1")
    assert git.blob("2025", "maps/ä b.yaml") == b"title: one"


@pytest.mark.parametrize(
    ("revision", "path", "told"),
    [
        ("nowhere", "maps/ä b.yaml", "git knows no revision 'nowhere'"),
        ("--output=x", "maps/ä b.yaml", "git knows no revision"),
        ("2023", "maps/ä b.yaml", "no commit is as old as 2023"),
        ("HEAD", "missing.yaml", "missing.yaml is not in revision 'HEAD'"),
        ("HEAD", "../outside.yaml", "not in revision"),
        ("HEAD", "/etc/passwd", "not in revision"),
        ("HEAD", "maps", "is not a file"),
    ],
)
def test_what_git_does_not_have(repository: Path, revision: str, path: str, told: str) -> None:
    with pytest.raises(UnreadableError, match=told):
        git.blob(revision, path)
    assert not (repository / "x").exists()


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableError, match="not in a git repository"):
        git.blob("HEAD", "a.yaml")


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableError, match="git is not installed"):
        git.blob("HEAD", "a.yaml")


def test_a_shallow_clone_says_what_would_bring_the_rest(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call("clone", "-q", "--depth", "1", f"file://{repository}", "../shallow")
    monkeypatch.chdir(repository.parent / "shallow")
    with pytest.raises(UnreadableError, match="git fetch --unshallow"):
        git.blob("v1", "maps/ä b.yaml")


def test_the_callers_git_variables_do_not_lead_astray(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert git.blob("HEAD", "maps/ä b.yaml") == b"title: two"


def test_a_path_may_count_from_the_root_as_git_has_it(tmp_path, monkeypatch) -> None:
    import subprocess

    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "x").write_text("in sub")
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True, capture_output=True)
    monkeypatch.chdir(tmp_path / "sub")
    from journeykit.source import git

    assert git.blob("HEAD", "x") == b"in sub"
    assert git.blob("HEAD", "sub/x") == b"in sub"


def test_files_that_a_commit_took_away_and_those_gone_since(repository: Path) -> None:
    assert git.gone(git.commit("HEAD")) == []
    (repository / "maps" / "ä b.yaml").unlink()
    assert git.gone(None) == ["maps/ä b.yaml"]
    call("commit", "-qam", "gone")
    assert git.gone(git.commit("HEAD")) == ["maps/ä b.yaml"]
    assert git.gone(None) == git.gone(git.commit("HEAD~2")) == []


def test_what_a_commit_holds_at_a_path(repository: Path) -> None:
    assert git.entry("HEAD", "maps/ä b.yaml") == git.files(git.commit("HEAD"))["maps/ä b.yaml"]
    assert git.entry("HEAD", "nowhere") is None
