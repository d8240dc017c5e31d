"""What earlier runs found in maps that have not changed since, so that of many maps only the changed ones are read.

One file for each place and selection, in the cache folder of the user or in `JOURNEY_CACHE_DIR`; anybody may delete it.
It holds for one day, since rules count from the day, and for one program, configuration and shared library. Its first
line says so; each further line is a map: the digest of all that its findings depend on, and these as JSON.
"""

from __future__ import annotations

import os
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
from journeykit.source.text import MAX_BYTES, UnreadableError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

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

    def known(self, names: Iterable[str]) -> dict[str, Judged]:
        """Those of some maps that are as they were when they were judged last."""
        self._lines = self._read()
        self._digests = {name: digest for name in names if (digest := self._digest(name))}
        return {name: one for name, digest in self._digests.items() if (one := self._judged(digest))}

    def keep(self, judged: Mapping[str, Judged], console: Console) -> None:
        """Write down what was found in maps, beside what is known already."""
        new = {self._digests[name]: one for name, one in judged.items() if name in self._digests}
        if not new:
            return
        old = (digest + line for digest, line in self._lines.items() if digest not in new)
        fresh = (digest + _adapter().dump_json(one) + b"\n" for digest, one in new.items())
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
        try:
            with path.open("rb") as file:
                content = file.read(MAX_BYTES + 1)
        except (OSError, ValueError):
            return b""
        project = self.reader.project(path.parent)
        if project.settings.rules:
            return b""
        if project.file not in self._prints:
            self._prints[project.file] = _print_of(project)
        return _hash((name.encode("utf-8", "surrogatepass"), self._prints[project.file], content))


def cache_of(reader: Reader, judges: Judges) -> Cache:
    """The cache of runs in this folder with this selection."""
    here = [str(Path.cwd()), repr(judges.wish)]
    key = [*here, _program(), judges.today.isoformat()]
    file, whole = (_hash(text.encode("utf-8", "surrogatepass") for text in parts).decode() for parts in (here, key))
    return Cache(_folder() / f"{file}{_ENDING}", whole, reader)


@cache
def _adapter() -> TypeAdapter[Judged]:
    from pydantic import TypeAdapter

    return TypeAdapter(Judged)


def _hash(parts: Iterable[bytes]) -> bytes:
    """A digest of parts that hold no NUL, but for the last."""
    return sha256(b"\0".join(parts)).hexdigest()[:_DIGEST].encode()


def _folder() -> Path:
    if named := os.environ.get(FOLDER):
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("journeykit", appauthor=False)


def _program() -> str:
    """The version, and when its newest file was written: who works on the program is told nothing of yesterday's."""
    newest = max(
        os.stat(os.path.join(folder, name)).st_mtime_ns  # noqa: PTH116, PTH118 - hundreds of files
        for folder, _, names in os.walk(Path(__file__).parents[1])
        for name in names
        if not name.endswith(".pyc")
    )
    return f"{__version__} {newest}"


def _print_of(project: Project) -> bytes:
    """What stands for a project: its configuration and all of its shared library."""
    parts = [str(project.file).encode("utf-8", "surrogatepass"), project.settings.model_dump_json().encode()]
    for file in project.library_files():
        try:
            content = file.read_bytes()
        except OSError:
            content = os.urandom(16)  # unlike what it was, and unlike what it will be
        parts += [os.fsencode(file), _hash([content])]
    return _hash(parts)


def _sweep(folder: Path) -> None:
    """Delete what nobody has written anew for long; only files of this program, for the folder may hold others."""
    for file in folder.glob(f"*{_ENDING}"):
        if file.stat().st_mtime < time() - _DAYS * 86400:
            file.unlink(missing_ok=True)
