"""What earlier runs found in maps that have not changed since, so that of many maps only the changed ones are read.

One file for each place and selection, in the cache folder of the user or in `JOURNEY_CACHE_DIR`; anybody may delete it.
It holds for one day, since rules count from the day, and for one program, configuration and shared library. Its first
line says so; each further line is a map: the digest of all that its findings depend on, and these as JSON.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

from journeykit import __version__
from journeykit.cli.check import Judged
from journeykit.cli.console import Console, write_whole
from journeykit.cli.maps import Reader
from journeykit.model.project import Project
from journeykit.rules.judge import Judges
from journeykit.source.text import MAX_BYTES, UnreadableError, shown_path

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_Stamp = tuple[int, int, int, int]
#: The environment's name for the folder.
FOLDER = "JOURNEY_CACHE_DIR"
_ENDING = ".journey-cache"
#: After so many days a file that nobody has written anew is deleted.
_DAYS = 30
#: So many characters of a digest begin a line.
_DIGEST = 40


@dataclass
class Cache:
    """What is known of maps; `known` answers for those that are as they were, `keep` adds to it and writes it down.

    It never fails: what cannot be read is not known, what cannot be written is not kept.
    """

    file: Path
    key: str
    reader: Reader
    _lines: dict[bytes, bytes] = field(default_factory=dict)
    _digests: dict[str, bytes] = field(default_factory=dict)
    _prints: dict[Path | None, bytes] = field(default_factory=dict)
    _stamps: dict[Path, _Stamp | None] = field(default_factory=dict)

    def known(self, names: Iterable[str]) -> dict[str, Judged]:
        """Those of some maps that are as they were when they were judged last."""
        self._lines = self._read()
        self._digests = {name: digest for name in names if (digest := self._digest(name))}
        return {name: one for name, digest in self._digests.items() if (one := self._judged(digest))}

    def keep(self, judged: Mapping[str, Judged], console: Console) -> None:
        """Write down what was found in maps, beside what is known already; not of what has changed meanwhile."""
        projects = {name: self.reader.project(Path(name).parent) for name in judged if name in self._digests}
        files = {project.file: project.library_files() for project in projects.values()}
        sound = {file for file, library in files.items() if all(map(self._is_as_it_was, library))}
        new = {
            self._digests[name]: judged[name]
            for name, project in projects.items()
            if project.file in sound and self._is_as_it_was(Path(name))
        }
        if not new:
            return
        old = (digest + line for digest, line in self._lines.items() if digest not in new)
        fresh = (digest + line for digest, one in new.items() if (line := _line(one)))
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self.file, chain([self.key.encode() + b"\n"], old, fresh))
            _sweep(self.file.parent)
        except (OSError, ValueError, UnreadableError) as error:
            console.detail(f"not kept for the next run: {error}")

    def _read(self) -> dict[bytes, bytes]:
        """The lines of the file by digest; none where it holds for something else."""
        try:
            with self.file.open("rb") as file:
                if file.readline().rstrip() != self.key.encode():
                    return {}
                return {line[:_DIGEST]: line[_DIGEST:] for line in file}
        except OSError:
            return {}

    def _judged(self, digest: bytes) -> Judged | None:
        """What is known under a digest."""
        try:
            return _adapter().validate_json(self._lines[digest]) if digest in self._lines else None
        except ValueError:
            return None

    def _digest(self, name: str) -> bytes:
        """What stands for a map, its name and its project.

        Empty where its file cannot be read, and with rules of the project's own: nobody knows what they look at.
        """
        path = Path(name)
        project = self.reader.project(path.parent)
        if project.settings.rules or (content := self._content(path)) is None:
            return b""
        if project.file not in self._prints:
            self._prints[project.file] = self._print_of(project)
        return _hash((name.encode("utf-8", "surrogatepass"), self._prints[project.file], content))

    def _content(self, path: Path) -> bytes | None:
        """What is in a file, and its stamp before it was read; None for what is none, such as a pipe."""
        try:
            self._stamps[path] = _stamp(path)
            if self._stamps[path] is None:
                return None
            with path.open("rb") as file:
                return file.read(MAX_BYTES + 1)
        except (OSError, ValueError):
            return None

    def _print_of(self, project: Project) -> bytes:
        """What stands for a project: its configuration and all of its shared library."""
        parts = [str(project.file), str(project.root), project.settings.model_dump_json()]
        for file in project.library_files():
            content = self._content(file)
            if content is None:
                content = os.urandom(16)  # unlike what it was, and unlike what it will be
            parts += [str(file), shown_path(file), _hash([content]).decode()]
        return _hash(text.encode("utf-8", "surrogatepass") for text in parts)

    def _is_as_it_was(self, file: Path) -> bool:
        """Whether a file is still the one that a digest was made from."""
        return file in self._stamps and self._stamps[file] == _stamp(file)


def cache_of(reader: Reader, judges: Judges) -> Cache | None:
    """The cache of runs in this folder with this selection; None where there is no place for one."""
    folder = _folder()
    if folder is None:
        return None
    here = [str(Path.cwd()), repr(judges.wish)]
    key = [*here, _program(), judges.today.isoformat()]
    file, whole = (_hash(text.encode("utf-8", "surrogatepass") for text in parts).decode() for parts in (here, key))
    return Cache(folder / f"{file}{_ENDING}", whole, reader)


@cache
def _adapter() -> TypeAdapter[Judged]:
    from pydantic import TypeAdapter

    return TypeAdapter(Judged)


def _hash(parts: Iterable[bytes]) -> bytes:
    """A digest of parts that hold no NUL, but for the last."""
    return sha256(b"\0".join(parts)).hexdigest()[:_DIGEST].encode()


def _line(one: Judged) -> bytes:
    """A map as a line; empty where its name or its texts are none that JSON can hold."""
    try:
        return _adapter().dump_json(one) + b"\n"
    except ValueError:
        return b""


def _stamp(path: Path) -> _Stamp | None:
    """What changes when a file is written or replaced; None for what is no file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    is_file = stat.S_ISREG(found.st_mode)
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino) if is_file else None


def _folder() -> Path | None:
    if named := os.environ.get(FOLDER):
        return Path(named)
    from platformdirs import user_cache_path

    try:
        return user_cache_path("journeykit", appauthor=False)
    except (RuntimeError, OSError):
        return None  # a user without a home


def _program() -> str:
    """The version, and when its newest file was written: who works on the program is told nothing of yesterday's."""
    newest = max(
        os.stat(os.path.join(folder, name)).st_mtime_ns  # noqa: PTH116, PTH118 - hundreds of files
        for folder, _, names in os.walk(Path(__file__).parents[1])
        for name in names
        if not name.endswith(".pyc")
    )
    return f"{__version__} {newest}"


def _sweep(folder: Path) -> None:
    """Delete what nobody has written anew for long; only files of this program, for the folder may hold others."""
    for file in folder.glob(f"*{_ENDING}"):
        if file.stat().st_mtime < time() - _DAYS * 86400:
            file.unlink(missing_ok=True)
