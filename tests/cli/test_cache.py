from __future__ import annotations

import json
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from journeykit.cli import cache as module
from journeykit.cli.cache import Cache
from journeykit.cli.maps import MANY, Reader

#: Findings with related places, with edits, and one told in place of others.
TOLD = """\
journey: 1
title: Map {0}
chanels: {{web: Website}}
touchpoints:
  desk: {{name: Desk, channel: web, promises: advice, quality: 5}}
  chat: {{name: Chat, channel: web, promises: advice, quality: 1}}
promises: {{advice: Honest advice}}
stages:
  - stage: Café Größe {0}
    actions: [{{action: Asks, touchpoint: chat}}]
    questions: [{{question: Why?, importance: 5}}, {{question: How?}}]
  - {{stage: B, actions: [{{action: Goes, channel: wbe}}], questions: [{{question: Where?}}]}}
  - {{stage: C, actions: [Comes]}}
"""


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JOURNEY_CACHE_DIR", str(tmp_path / "kept"))
    monkeypatch.setattr(module, "_program", lambda: "the same")
    return tmp_path / "kept"


@pytest.fixture
def maps(folder: Path) -> Path:
    for number in range(MANY):
        (folder / f"m{number}.journey.yaml").write_text(TOLD.format(number), encoding="utf-8")
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the maps that a run really reads."""
    names: list[str] = []
    whole = Reader.read

    def noting(self: Reader, name: str, is_one_of_many: bool = False):
        names.append(name)
        return whole(self, name, is_one_of_many)

    monkeypatch.setattr(Reader, "read", noting)
    return names


@pytest.fixture
def found(journey, read: list[str]) -> Callable[..., tuple[str, list[str]]]:
    """What a run tells as JSON, and which maps it read for it."""

    def run(*arguments: str) -> tuple[str, list[str]]:
        read.clear()
        ended = journey("validate", "--jobs", "1", "-f", "json", "--today", "2026-11-22", *arguments)
        assert ended.code in (0, 1), ended
        return ended.out, list(read)

    return run


def test_what_has_not_changed_is_not_read_again_and_told_the_same(maps: Path, found) -> None:
    first, read = found()
    assert len(read) == MANY
    told = json.loads(first)["diagnostics"]
    assert any(one["related"] for one in told)
    assert any(one["fix"] for one in told)
    assert found() == (first, [])
    assert found("--no-cache")[0] == first


def test_only_what_has_changed_is_read(maps: Path, found) -> None:
    found()
    changed = maps / "m3.journey.yaml"
    changed.write_text(changed.read_text(encoding="utf-8").replace("Honest", "Frank"), encoding="utf-8")
    second, read = found()
    assert read == ["m3.journey.yaml"]
    assert "Frank advice" in second
    assert found("--no-cache")[0] == second
    # What it was before is known as well.
    changed.write_text(TOLD.format(3), encoding="utf-8")
    assert found()[1] == []


def test_a_map_under_another_name_is_another(maps: Path, found) -> None:
    found()
    (maps / "m3.journey.yaml").rename(maps / "n3.journey.yaml")
    assert found()[1] == ["n3.journey.yaml"]


def _library(folder: Path) -> None:
    (folder / "lib.yaml").write_text("promises:\n  advice: {name: Other advice}\n")


def _settings(folder: Path) -> None:
    (folder / "journey.toml").write_text('library = "lib.yaml"\nignore = ["JK302"]\n')


@pytest.mark.parametrize("change", [_library, _settings])
def test_another_library_or_configuration_makes_all_new(maps: Path, found, change) -> None:
    (maps / "lib.yaml").write_text("personas:\n  ana: {name: Ana}\n")
    (maps / "journey.toml").write_text('library = "lib.yaml"\n')
    found()
    assert found()[1] == []
    change(maps)
    told, read = found()
    assert len(read) == MANY
    assert found("--no-cache")[0] == told


def test_another_day_selection_or_program_makes_all_new(maps: Path, found, monkeypatch) -> None:
    found()
    assert len(found("--today", "2026-11-23")[1]) == MANY
    assert len(found("--ignore", "JK302")[1]) == MANY
    assert len(found("--profile", "strict")[1]) == MANY
    monkeypatch.setattr(module, "_program", lambda: "another")
    assert len(found("--profile", "strict")[1]) == MANY


def test_two_selections_are_known_beside_each_other(maps: Path, found) -> None:
    found()
    found("--select", "JK0")
    assert found()[1] == found("--select", "JK0")[1] == []


def test_what_the_library_gives_is_told_also_when_every_map_is_known(maps: Path, found) -> None:
    (maps / "journey.toml").write_text('library = "lib.yaml"\n')
    (maps / "lib.yaml").write_text("help:\n  guide: {name: Guide}\n  old: {nme: Old}\n")
    first, _ = found()
    assert any(one["path"] == "lib.yaml" for one in json.loads(first)["diagnostics"])
    assert found() == (first, [])


def test_maps_of_one_id_are_told_also_when_one_of_them_is_known(maps: Path, found) -> None:
    found()
    (maps / "a.journey.yaml").write_text(TOLD.format(5), encoding="utf-8")
    told, read = found()
    assert read == ["a.journey.yaml"]
    (clash,) = [one for one in json.loads(told)["diagnostics"] if one["code"] == "JK007"]
    assert clash["path"] == "m5.journey.yaml"
    assert clash["related"][0]["path"] == "a.journey.yaml"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"x\nyy {}\n", b"\xff"])
def test_a_broken_file_is_as_good_as_none(maps: Path, found, kept: Path, content: bytes) -> None:
    first, _ = found()
    (file,) = kept.iterdir()
    file.write_bytes(content)
    told, read = found()
    assert (told, len(read)) == (first, MANY)
    assert found() == (first, [])


def test_a_broken_line_is_read_anew_and_written_again(maps: Path, found, kept: Path) -> None:
    first, _ = found()
    (file,) = kept.iterdir()
    key, one, *rest = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([key, one[:60] + b"\n", rest[0][:-9], *rest[1:]]))
    told, read = found()
    assert (told, len(read)) == (first, 3)  # of two lines that have run together neither is known
    assert found() == (first, [])


def test_nothing_is_said_where_nothing_can_be_kept(maps: Path, found, journey, kept: Path) -> None:
    kept.write_text("a file, and no folder")
    first, _ = found()
    told, read = found()
    assert (told, len(read)) == (first, MANY)
    ended = journey("validate", "-f", "json", "--verbose")
    assert "not kept for the next run" in ended.err


def test_few_maps_and_rules_of_ones_own_are_not_kept(maps: Path, found, kept: Path) -> None:
    (maps / "m0.journey.yaml").unlink()
    found()
    assert not kept.exists()
    (maps / "m0.journey.yaml").write_text(TOLD.format(0), encoding="utf-8")
    (maps / "rules").mkdir()
    (maps / "journey.toml").write_text('rules = ["rules"]\n')
    found()
    assert not kept.exists()
    (maps / "journey.toml").unlink()
    found("--no-cache")
    assert not kept.exists()
    found()
    assert len(list(kept.iterdir())) == 1


def test_what_is_mended_is_read_again(maps: Path, journey) -> None:
    journey("validate", "--select", "JK0")
    ended = journey("validate", "--select", "JK0", "--fix", "-f", "concise")
    assert f"Mended {MANY} findings." in ended.err
    assert "chanels" not in ended.out
    assert ended.out.count("JK008") == MANY  # `wbe` is too far off to be beyond doubt


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_it_is_its_owners_alone_and_what_is_old_goes(maps: Path, found, kept: Path) -> None:
    found()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    old, others = kept / "old.journey-cache", kept / "thesis.txt"
    for file in (old, others):
        file.write_text("x")
        os.utime(file, (0, 0))
    found()
    assert old.exists()  # nothing was written, and nothing swept
    (maps / "m3.journey.yaml").write_text(TOLD.format(33), encoding="utf-8")
    found()
    assert not old.exists()
    assert others.exists()


def test_a_map_that_cannot_be_read_is_not_known(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "x.json", "key", Reader(isolated=True))
    assert cache.known(["nowhere.journey.yaml", "HEAD:a.journey.yaml", "a\0b"]) == {}
    cache.keep({}, console=None)  # type: ignore[arg-type]
    assert not (tmp_path / "x.json").exists()


def test_without_a_name_the_folder_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import platformdirs

    monkeypatch.delenv("JOURNEY_CACHE_DIR")
    assert module._folder() == platformdirs.user_cache_path("journeykit", appauthor=False)


@pytest.mark.parametrize("changed", ["m3.journey.yaml", "lib.yaml"])
def test_what_changes_while_it_is_read_is_not_kept(maps: Path, found, monkeypatch, changed: str) -> None:
    (maps / "lib.yaml").write_text("personas:\n  ana: {name: Ana}\n")
    (maps / "journey.toml").write_text('library = "lib.yaml"\n')
    right = (maps / changed).read_text(encoding="utf-8")
    whole = Reader.read

    def meanwhile(self: Reader, name: str, is_one_of_many: bool = False):
        if name != "m3.journey.yaml":
            return whole(self, name, is_one_of_many)
        (maps / changed).write_text("wrong: 1\n")
        try:
            return whole(self, name, is_one_of_many)
        finally:
            (maps / changed).write_text(right, encoding="utf-8")

    monkeypatch.setattr(Reader, "read", meanwhile)
    found()
    monkeypatch.setattr(Reader, "read", whole)
    assert found()[0] == found("--no-cache")[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_read_once(maps: Path, found) -> None:
    pipe = maps / "pipe.journey.yaml"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(TOLD.format(99),), daemon=True)
    writer.start()
    told, read = found("pipe.journey.yaml", *sorted(path.name for path in maps.glob("m*.yaml")))
    writer.join()
    assert "pipe.journey.yaml" in read
    assert "JK001" not in told


def test_without_a_home_nothing_is_kept_and_nothing_said(maps: Path, found, monkeypatch) -> None:
    import platformdirs

    def lost(*_: object, **__: object) -> Path:
        raise RuntimeError("no home")

    monkeypatch.delenv("JOURNEY_CACHE_DIR")
    monkeypatch.setattr(platformdirs, "user_cache_path", lost)
    first, _ = found()
    assert found() == (first, sorted(path.name for path in maps.glob("m*.yaml")))


def test_a_map_of_a_name_that_is_no_text_leaves_the_others_known(maps: Path, found) -> None:
    name = b"bad\xff.journey.yaml".decode("utf-8", "surrogateescape")
    try:
        (maps / name).write_text(TOLD.format(44), encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    first, _ = found()
    assert found() == (first, [name])


def test_the_same_configuration_elsewhere_is_another(maps: Path, found) -> None:
    for folder in ("one", "two/deep"):
        (maps / folder).mkdir(parents=True)
        (maps / folder / "journey.toml").write_text('[per-file-ignores]\n"../m*" = ["JK"]\n')
    link = maps / "link.toml"
    link.symlink_to("one/journey.toml")
    quiet, _ = found("--config", "link.toml")
    link.unlink()
    link.symlink_to("two/deep/journey.toml")
    told, _ = found("--config", "link.toml")
    assert told == found("--config", "link.toml", "--no-cache")[0]
    assert told != quiet
