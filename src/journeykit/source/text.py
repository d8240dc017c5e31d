"""The text of a map, from a file, from standard input, or from a git revision."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from journeykit.source.flaw import Flaw, FlawError
from journeykit.source.position import START, Lines

MAX_BYTES = 10_000_000


class UnreadableError(Exception):
    """A file that cannot be opened or read: the environment's fault, not the content's."""


@dataclass(frozen=True)
class Source:
    """A text and the name people know it by; `path` is the file it lies in, if it lies in one."""

    name: str
    text: str
    path: Path | None = None


def decode(name: str, content: bytes, path: Path | None = None) -> Source:
    """The text of a file's bytes; raises `FlawError` where it is too large or not UTF-8."""
    if len(content) > MAX_BYTES:
        raise FlawError(too_large())
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FlawError(Flaw("JK001", "the file is UTF-16, not UTF-8", "save it as UTF-8", START))
    if content[:1] == b"\0" or content[1:2] == b"\0":
        raise FlawError(Flaw("JK001", "the file is UTF-16 or binary, not UTF-8", "save it as UTF-8", START))
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line, column = Lines(before).at(len(before))
        span = type(START)(line, column, line, column + 1)
        raise FlawError(Flaw("JK001", "the file is not UTF-8", "save it as UTF-8", span)) from None
    return Source(name, text, path)


def too_large() -> Flaw:
    """The flaw of a file above the limit."""
    return Flaw("JK009", f"the file is larger than {MAX_BYTES // 1_000_000} MB", "split the map")


def shown_path(path: Path) -> str:
    """A path as it is told, with `/`: relative to the current folder where it lies below it, or in its repository."""
    # What is relative already is kept as the person typed it, so that links stay what they were.
    if not path.is_absolute() and ".." not in path.parts:
        return path.as_posix()
    try:
        if not path.is_absolute():
            return Path(os.path.relpath(path.parent.resolve() / path.name, Path.cwd().resolve())).as_posix()
        folder, name = os.path.split(path)
        if name and ".." not in folder and not os.path.islink(path):  # noqa: PTH114 - as text it is many times faster
            shown = _shown_folder(folder, os.getcwd())  # noqa: PTH109
            return path.as_posix() if shown is None else f"{shown}{name}"
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return (path.resolve() if ".." in path.parts else path).as_posix()
    except (OSError, RuntimeError):  # links that lead round in a circle
        return path.as_posix()


@lru_cache(maxsize=64)
def _shown_folder(folder: str, here: str) -> str | None:
    """What is told before the names of the files in a folder; None where it lies neither below the current one nor in
    its repository.

    Worked out once for the many maps of a folder.
    """
    place, start = Path(folder).resolve(), Path(here).resolve()
    top = next((above for above in (start, *start.parents) if is_there(above / ".git")), start)
    if not place.is_relative_to(top):
        return None
    shown = Path(os.path.relpath(place, start)).as_posix()
    return "" if shown == "." else f"{shown}/"


def read_file(path: Path) -> Source:
    """The text of a file; raises `UnreadableError`, or `FlawError` for what it holds."""
    name = shown_path(path)
    try:
        with path.open("rb") as file:
            # Asked for its size first: room for the largest file is not made for each small one.
            size = os.fstat(file.fileno()).st_size
            content = file.read(min(size or MAX_BYTES, MAX_BYTES) + 1)
    except IsADirectoryError:
        raise UnreadableError(f"{name} is a folder, not a map") from None
    except OSError as error:
        raise UnreadableError(f"{name} cannot be read: {(error.strerror or str(error)).lower()}") from None
    except ValueError:
        raise UnreadableError(f"{name!r} is not a file's name") from None
    return decode(name, content, path)


def read_stdin(filename: str | None) -> Source:
    """The text on standard input, under the name it is said to have."""
    path = Path(filename) if filename else None
    if sys.stdin is None:
        raise UnreadableError("standard input is closed")
    try:
        content = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableError(f"standard input cannot be read: {(error.strerror or str(error)).lower()}") from None
    return decode(shown_path(path) if path else "<stdin>", content, path)


def read(name: str, stdin_filename: str | None = None) -> Source:
    """The text a person names: `-`, a path, or `REV:path`; a path that exists wins.

    Raises `UnreadableError` where there is no such thing, `FlawError` for what it holds.
    """
    if name == "-":
        return read_stdin(stdin_filename)
    if (spot := at_revision(name)) is not None:
        from journeykit.source import git

        return decode(name, git.blob(*spot), Path(spot[1]))
    return read_file(Path(name))


def at_revision(name: str) -> tuple[str, str] | None:
    """The revision and the path that `REV:path` names; None for anything else, for a path that exists wins."""
    revision, colon, path = name.partition(":")
    drive = len(revision) == 1 and path[:1] in ("\\", "/")
    return (revision, path) if colon and revision and path and not drive and not is_there(Path(name)) else None


def is_there(path: Path) -> bool:
    """Whether there is something at a path, as far as one may see."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
