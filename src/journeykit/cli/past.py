"""Maps as they were: with the configuration and the shared library of their time, read from git's objects alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path, PurePosixPath

from journeykit.cli.maps import MANY, Reader
from journeykit.model.document import Document
from journeykit.model.libraries import SharedLibrary, diagnostic, shared_of
from journeykit.model.load import load
from journeykit.model.project import CONFIGURATIONS, ConfigurationError, Project, described
from journeykit.source import git
from journeykit.source.flaw import FlawError
from journeykit.source.text import Source, decode, shown_path


@dataclass(frozen=True)
class Spot:
    """A file in a commit: what people call the revision, the commit's id, the path from the root."""

    revision: str
    commit: str
    path: str


@dataclass
class Past:
    """What the commits of one repository hold, each object read once and many in one git process.

    `root` is the top folder of the working tree, None in a bare repository. `troubles` tell by the name of a map what
    of its time could not be read.
    """

    folder: Path
    reader: Reader
    root: Path | None = None
    troubles: dict[str, str] = field(default_factory=dict)
    _ids: dict[str, tuple[str, str] | None] = field(default_factory=dict)
    _blobs: dict[str, bytes] = field(default_factory=dict)
    _trees: dict[str, dict[str, str]] = field(default_factory=dict)
    _libraries: dict[tuple[str, ...], SharedLibrary] = field(default_factory=dict)

    def documents(self, spots: Sequence[Spot]) -> list[Document | None]:
        """The maps in these places, with what belonged to them; None where there is none."""
        self._look_up([one for spot in spots for one in (f"{spot.commit}:{spot.path}", *self._configurations(spot))])
        wanted = [f"{spot.commit}:{spot.path}" for spot in spots]
        self._fetch([oid for name in self._ids if (oid := self._blob(name))])
        projects = [self._project(spot) for spot in spots]
        files = [self._library_files(spot, project) for spot, project in zip(spots, projects, strict=True)]
        self._fetch([oid for named in files for oid in named.values()])
        return [
            self._document(spot, self._blob(name), project, named, len(spots) >= MANY)
            for spot, name, project, named in zip(spots, wanted, projects, files, strict=True)
        ]

    def read(self, oids: Sequence[str]) -> dict[str, bytes]:
        """The contents of blobs by id."""
        self._fetch(oids)
        return {oid: self._blobs[oid] for oid in oids}

    def _document(
        self, spot: Spot, oid: str | None, project: Project, named: dict[str, str], is_one_of_many: bool
    ) -> Document | None:
        if oid is None:
            return None
        path = self._path(spot.path)
        name = self.name(spot)
        try:
            source = decode(name, self._blobs[oid], path)
        except FlawError as error:
            return Document(Source(name, ""), None, None, (diagnostic(error.flaw, name),))
        return load(source, project, self._library(named), is_one_of_many)

    def name(self, spot: Spot) -> str:
        """What the file is called: `REV:path`, the path from the current folder."""
        return f"{spot.revision}:{shown_path(self._path(spot.path)) if self.root else spot.path}"

    def _path(self, inside: str) -> Path:
        return (self.root or Path()) / inside

    def _configurations(self, spot: Spot) -> list[str]:
        """Where the configuration of a map may stand, the nearest first."""
        if self.reader.isolated or self.reader.config:
            return []
        folders = [str(folder) for folder in PurePosixPath(spot.path).parents]
        places = ("" if folder == "." else f"{folder}/" for folder in folders)
        return [f"{spot.commit}:{place}{file}" for place in places for file in CONFIGURATIONS]

    def _project(self, spot: Spot) -> Project:
        if self.reader.isolated or self.reader.config:
            return self.reader.project(self._path(spot.path).parent)
        for name in self._configurations(spot):
            oid = self._blob(name)
            if oid is None:
                continue
            path = name.partition(":")[2]
            try:
                required = path.endswith("journey.toml")
                found = described(self._blobs[oid], self._path(path), f"{spot.revision}:{path}", required)
            except ConfigurationError as error:
                self.troubles[self.name(spot)] = f"{error}; the map is read without it"
                return Project()
            if found is not None:
                return found
        return Project()

    def _library_files(self, spot: Spot, project: Project) -> dict[str, str]:
        """The library files of a project as they were: path from the root to the id of the content."""
        if project.root is None or (self.root and not project.root.is_relative_to(self.root)):
            return {}
        home = PurePosixPath((project.root.relative_to(self.root) if self.root else project.file.parent).as_posix())  # type: ignore[union-attr]
        found: dict[str, str] = {}
        for pattern in project.settings.library:
            parts = _joined(home, pattern)
            plain = next((at for at, part in enumerate(parts) if any(sign in part for sign in "*?[")), len(parts))
            prefix = "/".join(parts[:plain])
            name = f"{spot.commit}:{prefix}"
            self._look_up([name])
            here = self._ids[name]
            if here is None:
                continue
            if here[1] == "blob":
                found[prefix] = here[0]
                continue
            if here[0] not in self._trees:
                self._trees[here[0]] = git.files(here[0], self.folder)
            for path, oid in sorted(self._trees[here[0]].items()):
                if _fits(path.split("/"), parts[plain:]):
                    found[f"{prefix}/{path}" if prefix else path] = oid
        return found

    def _library(self, named: dict[str, str]) -> SharedLibrary:
        key = tuple(part for item in named.items() for part in item)
        if key not in self._libraries:
            texts = ((path, partial(decode, path, self._blobs[oid])) for path, oid in named.items())
            self._libraries[key] = shared_of(texts)
        return self._libraries[key]

    def _blob(self, name: str) -> str | None:
        found = self._ids[name]
        return found[0] if found is not None and found[1] == "blob" else None

    def _look_up(self, names: Sequence[str]) -> None:
        wanted = [name for name in dict.fromkeys(names) if name not in self._ids]
        self._ids |= zip(wanted, git.objects(wanted, self.folder), strict=True)

    def _fetch(self, oids: Sequence[str]) -> None:
        wanted = [oid for oid in dict.fromkeys(oids) if oid not in self._blobs]
        self._blobs |= git.contents(wanted, self.folder)


def _joined(home: PurePosixPath, pattern: str) -> list[str]:
    """The parts of a pattern that counts from a folder, from the root."""
    parts: list[str] = []
    for part in (home / pattern).parts:
        if part == ".." and parts:
            parts.pop()
        elif part not in (".", "/", ".."):
            parts.append(part)
    return parts


def _fits(path: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether a path is one that a pattern means, as `Path.glob` does."""
    if not pattern:
        return not path
    if pattern[0] == "**":
        return any(_fits(path[skipped:], pattern[1:]) for skipped in range(len(path) + 1))
    return bool(path) and fnmatchcase(path[0], pattern[0]) and _fits(path[1:], pattern[1:])
