"""Where results go: whole files, links that stay links, and what is no file at all."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from journeykit.cli.console import write_whole
from journeykit.source.text import UnreadableError


def test_a_file_keeps_its_mode_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "new" / "map"
    write_whole(file, b"one")
    file.chmod(0o640)
    write_whole(file, iter([b"t", b"wo"]))
    assert file.read_bytes() == b"two"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [one.name for one in file.parent.iterdir()] == ["map"]


def test_what_breaks_off_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "map"
    file.write_bytes(b"old")

    def broken():
        yield b"half"
        raise OSError(28, "No space left on device")

    with pytest.raises(UnreadableError, match="cannot be written: no space left on device"):
        write_whole(file, broken())
    assert file.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["map"]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_stays_one_and_what_it_leads_to_is_written(tmp_path: Path, is_there: bool) -> None:
    target = tmp_path / "there" / "map"
    if is_there:
        target.parent.mkdir()
        target.write_bytes(b"old")
    (tmp_path / "second").symlink_to("there/map")
    (tmp_path / "first").symlink_to(tmp_path / "second")
    write_whole(tmp_path / "first", b"new")
    assert target.read_bytes() == b"new"
    assert (tmp_path / "first").is_symlink()
    assert (tmp_path / "second").is_symlink()
    assert [one.name for one in target.parent.iterdir()] == ["map"]


def test_links_round_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(UnreadableError, match="round in a circle"):
        write_whole(tmp_path / "a", b"x")
    assert (tmp_path / "a").is_symlink()


@pytest.mark.parametrize("name", ["pipe", "link"])
def test_a_pipe_is_written_into(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_bytes()), daemon=True)
    reader.start()
    write_whole(tmp_path / name, [b"a", b"b"])
    reader.join(5)
    assert got == [b"ab"]
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="the system names no descriptors")
def test_an_open_descriptor_is_written_where_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "redirected"
    with file.open("wb", buffering=0) as stream:
        stream.write(b"before ")
        (tmp_path / "out").symlink_to(f"/dev/fd/{stream.fileno()}")
        write_whole(tmp_path / "out", b"between ")
        write_whole(Path(f"/dev/fd/{stream.fileno()}"), b"and ")
        stream.write(b"after")
    assert file.read_bytes() == b"before between and after"
    with pytest.raises(UnreadableError, match="bad file descriptor"):
        write_whole(Path("/dev/fd/987"), b"x")
