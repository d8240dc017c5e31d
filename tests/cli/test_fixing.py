"""Mends: each file by itself, each finding by itself where all together would do harm."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

ASKED = ("validate", "--select", "JK0", "--fix", "-f", "concise")
HEAD = "journey: 1\ntitle: T\n"
TWICE = """\
stages:
  - stage: One
    qestions: [Why?]
    actions: [{id: q, action: a}, {id: q, action: b}, {id: q, action: c}]
"""


def test_ids_written_several_times_are_mended_together(journey, folder: Path) -> None:
    file = folder / "m.journey.yaml"
    file.write_text(HEAD + TWICE)
    ended = journey(*ASKED, "--unsafe-fixes")
    assert (ended.code, ended.out) == (0, "")
    assert "Mended 3 findings." in ended.err
    assert file.read_text() == HEAD + TWICE.replace("qestions", "questions").replace(
        "id: q, action: b", "id: q-2, action: b"
    ).replace("id: q, action: c", "id: q-3, action: c")


ALIASED = """\
stages:
  - stage: One
    qestions: [Why?]
    gate: [{checkpoint: a, id: g}, {checkpoint: b, id: g}]
    actions: [&a {id: q, action: a}, *a]
"""


@pytest.mark.parametrize("gate", [True, False])
def test_a_mend_that_would_do_harm_keeps_back_itself_alone(journey, folder: Path, gate: bool) -> None:
    # What an alias repeats is one text: with another id it would stand there twice again.
    text = HEAD + (ALIASED if gate else ALIASED.replace("b, id: g", "b"))
    file = folder / "m.journey.yaml"
    file.write_text(text)
    shown = journey(*ASKED, "--unsafe-fixes", "--diff")
    ended = journey(*ASKED, "--unsafe-fixes")
    assert ended.code == 1
    assert file.read_text() == text.replace("qestions", "questions").replace("b, id: g", "b, id: g-2")
    told = "m.journey.yaml: not mended, for then there would be other errors: JK007 in line 7"
    assert ended.err.splitlines() == [told, f"Mended {1 + gate} finding{'s' * gate}."]
    assert shown.err.splitlines() == [told, f"Would mend {1 + gate} finding{'s' * gate}."]
    assert "+    questions: [Why?]" in shown.out


def test_where_nothing_helps_nothing_is_written(journey, folder: Path) -> None:
    text = HEAD + ALIASED.replace("    qestions: [Why?]\n", "").replace("b, id: g", "b")
    file = folder / "m.journey.yaml"
    file.write_text(text)
    before = file.stat().st_mtime_ns
    assert journey(*ASKED, "--unsafe-fixes", "--diff").out == ""
    assert "Mended" not in journey(*ASKED, "--unsafe-fixes").err
    assert (file.read_text(), file.stat().st_mtime_ns) == (text, before)


LIBRARY = "help:\n  guide: {nam: Guide}\n  old: {name: Old, chanels: web}\nchannels: {web: Website}\n"


@pytest.fixture
def library(folder: Path) -> Path:
    (folder / "journey.toml").write_text('library = "lib*.yaml"\n')
    (folder / "lib.yaml").write_text(LIBRARY)
    (folder / "lib2.yaml").write_text("touchpoints: {site: {name: Site, channl: web}}\n")
    stages = "stages: [{stage: A, questions: [{question: Why?, help: guide}]}]\n"
    (folder / "m.journey.yaml").write_text(HEAD + stages)
    return folder / "lib.yaml"


@pytest.mark.parametrize("names", [(), ("lib.yaml", "lib2.yaml")])
def test_a_shared_library_is_mended_and_read_anew(journey, library: Path, names: tuple[str, ...]) -> None:
    ended = journey(*ASKED, *names)
    assert library.read_text() == LIBRARY.replace("nam:", "name:").replace("chanels", "channels")
    assert (library.parent / "lib2.yaml").read_text() == "touchpoints: {site: {name: Site, channel: web}}\n"
    assert "Mended 3 findings." in ended.err
    assert (ended.code, ended.out) == (0, "")


SLIP = HEAD + "stages:\n  - stage: B\n    actons: [C]\n"


def test_a_file_that_cannot_be_written_keeps_no_other_back(
    journey, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from journeykit.cli import fixing
    from journeykit.source.text import UnreadableError

    for name in ("a", "b"):
        (folder / f"{name}.journey.yaml").write_text(SLIP.replace("title: T", f"title: {name}"))
    write = fixing.write_whole

    def refused(path: Path, content: bytes) -> None:
        if path.name.startswith("a."):
            raise UnreadableError(f"{path} cannot be written: permission denied")
        write(path, content)

    monkeypatch.setattr(fixing, "write_whole", refused)
    ended = journey(*ASKED)
    assert ended.code == 3
    assert ended.out.startswith("a.journey.yaml:5:5: error JK002 ")
    assert ended.err.splitlines() == [
        "Mended 1 finding.", "journey: a.journey.yaml cannot be written: permission denied",
    ]  # fmt: skip
    assert "actions" in (folder / "b.journey.yaml").read_text()


def test_a_linked_map_is_mended_where_it_lies(journey, folder: Path) -> None:
    (folder / "there").write_text(SLIP)
    (folder / "m.journey.yaml").symlink_to("there")
    assert journey(*ASKED).code == 0
    assert (folder / "m.journey.yaml").is_symlink()
    assert (folder / "there").read_text() == SLIP.replace("actons", "actions")


def test_a_map_with_two_names_is_mended_once(journey, folder: Path) -> None:
    above = "# head\n# journey: ignore[JK202] nothing asks\n# tail\n"
    (folder / "m.journey.yaml").write_text(above + HEAD + "stages: [A]\n")
    (folder / "n.journey.yaml").symlink_to("m.journey.yaml")
    ended = journey("validate", "--select", "JK202", "--fix")
    assert (folder / "m.journey.yaml").read_text() == "# head\n# tail\n" + HEAD + "stages: [A]\n"
    assert "Mended 1 finding." in ended.err


def test_the_map_of_a_revision_is_no_file_to_mend_but_may_be_shown(journey, folder: Path) -> None:
    (folder / ".git").rmdir()
    (folder / "m.journey.yaml").write_text(SLIP)
    ours = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for arguments in (("init", "-q"), ("add", "."), (*ours, "commit", "-qm", "x")):
        subprocess.run(["git", *arguments], check=True, cwd=folder)
    (folder / "m.journey.yaml").unlink()
    assert "+    actions: [C]" in journey(*ASKED, "--diff", "HEAD:m.journey.yaml").out
    assert journey(*ASKED, "HEAD:m.journey.yaml").code != 0
    assert [one.name for one in folder.iterdir()] == [".git"]


@pytest.mark.parametrize("more", [(), ("--diff",)])
def test_what_can_be_read_but_once_is_no_file_to_mend(journey, folder: Path, more: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.write(writing, SLIP.encode())
    os.close(writing)
    ended = journey(*ASKED, *more, f"/dev/fd/{reading}")
    os.close(reading)
    assert ended.code == 3
    assert f"journey: /dev/fd/{reading} cannot be mended: it is no file\n" in ended.err


JSON = """\
{"titel": "T", "ownr": "x", "channels": {"web": "Website"},
 "personas": {"ana": "Ana", "ben": {"name": "Ben"}},
 "metrics": {"wait": {"name": "Wait for an answer", "now": 9, "target": 3, "as_of": "2026-9-1"}},
 "stages": [
   {"stage": "One", "id": "x", "actions": [
     {"action": "Walks", "channel": "website", "confidence": "validated"}]},
   {"stage": "Two", "id": "x", "questions": [{"question": "Why?", "channels": ["web"]}]}]}
"""


def test_json_stays_json(journey, folder: Path) -> None:
    file = folder / "m.journey.yaml"
    file.write_text(JSON)
    journey("validate", "--today", "2026-11-22", "--fix", "--unsafe-fixes")
    mended = json.loads(file.read_text())
    assert list(mended)[:3] == ["journey", "title", "owner"]
    assert mended["metrics"]["wait"]["as_of"] == "2026-09-01"
    assert mended["stages"][0]["actions"][0]["channel"] == "web"
    assert mended["metrics"]["wait"]["better"] == "lower"
    assert mended["personas"]["ana"] == {"name": "Ana", "primary": True}
    assert mended["stages"][0]["actions"][0]["confidence"] == "assumption"
    assert mended["stages"][1]["id"] == "x-2"
