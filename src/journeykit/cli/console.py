"""Where output goes: results to standard output, everything else to standard error; colour only where it is taken."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

from journeykit.source.text import UnreadableError

if TYPE_CHECKING:
    from journeykit.render.terminal.styled import Line


#: From so many maps on, a person would wonder how long it takes.
_MANY = 20

T = TypeVar("T")


class WrongUsageError(Exception):
    """Options that do not fit together or a value that an option cannot take; the message says what can be done."""


@dataclass(frozen=True)
class Console:
    """How to speak to the person.

    `color` is auto, always or never; `quiet` leaves out all but results and complaints, `verbose` tells what is done.
    """

    color: str = "auto"
    quiet: bool = False
    verbose: bool = False

    def takes_color(self, stream: TextIO) -> bool:
        """Whether colour belongs on a stream: as asked, else by `NO_COLOR`, `FORCE_COLOR` and the terminal."""
        if self.color in ("always", "never"):
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return stream.isatty() and os.environ.get("TERM") != "dumb"

    @property
    def width(self) -> int | None:
        """The columns of the terminal, at most 160; None in a pipe, where nothing is wrapped or cut."""
        return min(160, max(40, shutil.get_terminal_size((100, 24)).columns)) if sys.stdout.isatty() else None

    @property
    def unicode(self) -> bool:
        """Whether box drawing and symbols can be shown: everywhere but on a plain terminal."""
        if not sys.stdout.isatty():
            return True
        locale = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or ""
        return os.name == "nt" or "utf" in locale.lower()

    def result(self, text: str) -> None:
        """Write a result as it is."""
        sys.stdout.write(text)

    def deliver(self, text: str, file: Path | None) -> None:
        """Write a result into a file, or where none is named (or `-`) to standard output."""
        if file is None or str(file) == "-":
            self.result(text)
        else:
            write_whole(file, text.encode("utf-8", "backslashreplace"))

    def deliver_lines(self, lines: Iterable[Line], file: Path | None) -> None:
        """Write styled lines as a result: in colour where a terminal takes it, as bare text into a file."""
        from journeykit.render.terminal.styled import plain

        if file is None:
            self.lines(lines)
        else:
            self.deliver(plain(lines), file)

    def lines(self, lines: Iterable[Line], stream: TextIO | None = None) -> None:
        """Write styled lines, in colour where it is taken."""
        from journeykit.render.terminal.styled import ansi, plain

        stream = stream or sys.stdout
        stream.write(ansi(lines) if self.takes_color(stream) else plain(lines))

    def track(self, items: Iterable[T], total: int, doing: str) -> Iterable[T]:
        """The items as they come, with a progress bar on a terminal where there are many of them."""
        if total < _MANY or self.quiet or not sys.stderr.isatty():
            return items
        from rich.console import Console as Terminal
        from rich.progress import track

        terminal = Terminal(stderr=True, no_color=not self.takes_color(sys.stderr))
        return track(items, doing, total=total, console=terminal, transient=True)

    def say(self, text: str) -> None:
        """Tell the person something that is no result."""
        if not self.quiet:
            self.complain(text)

    def detail(self, text: str) -> None:
        """Tell what is being done, to those who asked for it."""
        if self.verbose:
            self.complain(text)

    def complain(self, text: str) -> None:
        """Tell what went wrong, however quiet it was to be."""
        from journeykit.render.taming import tame

        sys.stderr.write(f"{tame(text)}\n")


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all, at once or piece by piece; raises `UnreadableError` where that cannot be.

    A link stays one, and the file it leads to is written. What is no file (a device, a pipe, an open descriptor such
    as /dev/stdout) is written into as the pieces come.
    """
    import tempfile

    pieces = [content] if isinstance(content, bytes) else content
    temporary: str | None = None
    try:
        if path.is_dir():
            raise UnreadableError(f"{path} is a folder; name a file")
        descriptor = descriptor_of(path)
        if descriptor is not None or (path.exists() and not path.is_file()):
            sys.stdout.flush()  # what was told before stands before it, should both be one
            with path.open("wb") if descriptor is None else os.fdopen(os.dup(descriptor), "wb") as file:
                file.writelines(pieces)
            return
        target = Path(os.path.realpath(path))
        if target.is_symlink():
            raise UnreadableError(f"{path} cannot be written: its links lead round in a circle")
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableError(f"{path} cannot be written: {reason}") from None
    finally:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()


def descriptor_of(path: Path) -> int | None:
    """The open descriptor that a path stands for, as /dev/fd/3 does, or by a link /dev/stdout; None for other paths.

    Opened by its path, a file that output is redirected to would be cut off and written from its beginning.
    """
    descriptors = os.path.realpath("/dev/fd")
    seen = set()
    while path not in seen:
        seen.add(path)
        if path.name.isdecimal() and os.path.realpath(path.parent) == descriptors:
            return int(path.name)
        if path.is_symlink():
            path = path.parent / path.readlink()
    return None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
