from __future__ import annotations

import subprocess
from pathlib import Path

import pytest


def test_outside_a_repository_it_is_said(journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    ended = journey("git", "install")
    assert (ended.code, ended.out) == (3, "")
    assert "not in a git repository" in ended.err


def test_install_and_uninstall_say_what_they_did(journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q"], check=True)
    ended = journey("git", "install")
    assert ended.code == 0
    assert ".gitattributes: *.journey.yaml, *.journey.yml" in ended.err
    assert journey("git", "install").err.count(".gitattributes") == 0
    assert ".gitattributes without maps" in journey("git", "uninstall").err


def test_what_is_not_known_is_wrong_usage(journey) -> None:
    assert journey("git", "push").code == 2
