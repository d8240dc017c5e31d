from __future__ import annotations

from pathlib import Path

import pytest

from journeykit.source import discover
from journeykit.source.discover import find_maps
from journeykit.source.text import UnreadableError

MAP = "journey: 1\ntitle: A\nstages: [a]\n"


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_maps(folder)]


def repository(folder: Path, **files: str) -> Path:
    (folder / ".git" / "info").mkdir(parents=True)
    write(folder, **files)
    return folder


def test_maps_below_a_folder_in_the_order_of_their_paths(tmp_path: Path) -> None:
    write(
        tmp_path,
        **{
            "b.journey.yaml": "", "a.journey.yml": "", "plain.yaml": MAP, "quoted.yml": f"# remark\n'{MAP[:7]}' : 1\n",
            "config.yaml": "other: 1\n  journey: 2\n", "library.yaml": "personas: {}", "notes.md": MAP, "x.json": MAP,
            "sub/deep/c.journey.yaml": "", ".hidden/d.journey.yaml": MAP, "node_modules/e.journey.yaml": MAP,
            "we ird/f ü.journey.yaml": MAP,
        },
    )  # fmt: skip
    assert found(tmp_path) == [
        "a.journey.yml", "b.journey.yaml", "plain.yaml", "quoted.yml", "sub/deep/c.journey.yaml",
        "we ird/f ü.journey.yaml",
    ]  # fmt: skip


def test_a_folder_without_maps(tmp_path: Path) -> None:
    assert find_maps(tmp_path) == []


def test_a_byte_order_mark_hides_no_map(tmp_path: Path) -> None:
    write(tmp_path, **{"a.yaml": "\ufeff" + MAP})
    assert found(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize(
    "text", ["{journey: 1, title: A, stages: [a]}", '{\n  "journey": 1, "title": "A", "stages": ["a"]\n}']
)
def test_a_map_in_braces_is_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yaml").write_text(text)
    (tmp_path / "b.yaml").write_text("jobs:\n  - {journey: 1}\n")
    assert find_maps(tmp_path) == [tmp_path / "a.yaml"]


def test_what_git_ignores_is_left_out(tmp_path: Path) -> None:
    repository(
        tmp_path,
        **{
            ".gitignore": "out/\n*.tmp.yaml\n!keep.tmp.yaml\n# *.yaml\n/top.yaml\n",
            "sub/.gitignore": "/deep/*\n!/deep/kept.yaml\n",
            ".git/info/exclude": "private.yaml\n",
            "a.yaml": MAP, "out/b.yaml": MAP, "c.tmp.yaml": MAP, "keep.tmp.yaml": MAP, "top.yaml": MAP,
            "sub/top.yaml": MAP, "sub/deep/d.yaml": MAP, "sub/deep/kept.yaml": MAP, "private.yaml": MAP,
        },
    )  # fmt: skip
    assert found(tmp_path) == ["a.yaml", "keep.tmp.yaml", "sub/deep/kept.yaml", "sub/top.yaml"]
    assert found(tmp_path / "sub") == ["deep/kept.yaml", "top.yaml"]
    assert found(tmp_path / "out") == []


def test_a_broken_ignore_file_ignores_nothing(tmp_path: Path) -> None:
    repository(tmp_path, **{"a.yaml": MAP})
    (tmp_path / ".gitignore").write_bytes(b"\xff\xfe\n[\n")
    assert found(tmp_path) == ["a.yaml"]


def test_links(tmp_path: Path) -> None:
    write(tmp_path, **{"a/real.journey.yaml": MAP})
    (tmp_path / "linked.journey.yaml").symlink_to("a/real.journey.yaml")
    (tmp_path / "dangling.journey.yaml").symlink_to("nowhere")
    (tmp_path / "circle.journey.yaml").symlink_to("circle.journey.yaml")
    (tmp_path / "a" / "up").symlink_to("..")
    assert found(tmp_path) == ["a/real.journey.yaml", "linked.journey.yaml"]


def test_a_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(discover.os, "scandir", refuse)
    with pytest.raises(UnreadableError, match="cannot be listed: permission denied"):
        find_maps(tmp_path)
