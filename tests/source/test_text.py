from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.source.flaw import Flaw, FlawError
from journeykit.source.text import MAX_BYTES, UnreadableError, decode, is_there, read, read_file, shown_path


def flaw(content: bytes) -> Flaw:
    with pytest.raises(FlawError) as refused:
        decode("x", content)
    return refused.value.flaw


def stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))


@given(st.text())
def test_what_is_written_is_read(text: str) -> None:
    if "\x00" in text[:2] or "\ufeff" in text[:1]:
        return
    assert decode("x", text.encode()).text == text
    assert decode("x", b"\xef\xbb\xbf" + text.encode()).text == text


@given(st.binary(max_size=200))
def test_no_bytes_break_reading(content: bytes) -> None:
    try:
        assert decode("x", content).text is not None
    except FlawError as error:
        assert error.flaw.code in ("JK001", "JK009")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_named(encoding: str) -> None:
    assert "UTF-16" in flaw("title: a".encode(encoding)).message


def test_the_place_of_a_wrong_byte() -> None:
    found = flaw("title: a\nowner: Müller é".encode()[:-2] + "é".encode("latin-1"))
    assert (found.code, found.span.line, found.span.column) == ("JK001", 2, 15)
    assert flaw(b"\xef\xbb\xbfab\xff").span.column == 3


def test_too_large() -> None:
    assert decode("x", b"a" * MAX_BYTES).text
    assert flaw(b"a" * (MAX_BYTES + 1)).code == "JK009"


def test_a_large_file_is_not_read_whole(tmp_path: Path) -> None:
    big = tmp_path / "big.yaml"
    with big.open("wb") as file:
        file.truncate(10**11)
    with pytest.raises(FlawError):
        read_file(big)


@pytest.mark.parametrize("name", ["missing.yaml", "missing/missing.yaml", "n\0ul", "x" * 300, "folder"])
def test_what_cannot_be_opened(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnreadableError):
        read(name)


def test_a_link_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")
    with pytest.raises(UnreadableError, match="symbolic links"):
        read_file(tmp_path / "a")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("a")
    path.chmod(0)
    with pytest.raises(UnreadableError, match="permission denied"):
        read_file(path)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"title: a")
    source = read("-")
    assert (source.name, source.text, source.path) == ("<stdin>", "title: a", None)
    stdin(monkeypatch, b"title: b")
    source = read("-", "maps/a.yaml")
    assert (source.name, source.text, source.path) == ("maps/a.yaml", "title: b", Path("maps/a.yaml"))


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableError, match="closed"):
        read("-")


def test_standard_input_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise IsADirectoryError(21, "Is a directory")

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=Broken()))
    with pytest.raises(UnreadableError, match="is a directory"):
        read("-")


def test_a_path_that_exists_wins_over_a_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "HEAD:a.yaml").write_text("title: file")
    assert read("HEAD:a.yaml").text == "title: file"


def test_paths_are_told_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    assert shown_path(tmp_path / "a" / "b.yaml") == "b.yaml"
    assert shown_path(Path("./b.yaml")) == "b.yaml"
    assert shown_path(Path("../b.yaml")) == "../b.yaml"
    assert shown_path(tmp_path / "b.yaml") == (tmp_path / "b.yaml").as_posix()
    assert shown_path(tmp_path / "a" / ".." / "b.yaml") == (tmp_path / "b.yaml").as_posix()
    assert shown_path(Path("../a/b.yaml")) == "b.yaml"


def test_what_lies_in_the_same_repository_is_told_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("repo/.git", "repo/sub", "repo/lib", "repository"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repo" / "sub")
    assert shown_path(tmp_path / "repo" / "lib" / "l.yaml") == "../lib/l.yaml"
    assert shown_path(tmp_path / "repo" / "l.yaml") == "../l.yaml"
    assert shown_path(tmp_path / "repo" / "sub" / "l.yaml") == "l.yaml"
    outside = tmp_path / "repository" / "l.yaml"
    assert shown_path(outside) == outside.as_posix()


def test_is_there_never_raises(tmp_path: Path) -> None:
    assert is_there(tmp_path)
    assert not is_there(tmp_path / "b")
    assert not is_there(Path("x" * 300))
    assert not is_there(Path("n\0ul"))
