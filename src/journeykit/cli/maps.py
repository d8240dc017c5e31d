"""The maps a command is about, read one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from journeykit.model.document import Document
from journeykit.model.libraries import SharedLibrary, diagnostic, load_shared
from journeykit.model.load import load
from journeykit.model.project import Project, find_project
from journeykit.source.discover import find_maps
from journeykit.source.flaw import FlawError
from journeykit.source.text import Source, UnreadableError, read, shown_path

#: From so many maps on, what reads them fastest is worth its own start.
MANY = 10


@dataclass(frozen=True)
class Choice:
    """What was named on the command line: the maps, in order, and whether a folder was among the names."""

    names: tuple[str, ...]
    folders: tuple[Path, ...]
    unreadable: tuple[str, ...] = ()
    first: str = "."


def choose(paths: list[str] | None) -> Choice:
    """The maps that paths stand for: a folder for those below it, the current one where nothing is named."""
    names: dict[str, None] = {}
    folders: list[Path] = []
    unreadable: list[str] = []
    for name in paths or ["."]:
        path = Path(name)
        try:
            is_folder = name != "-" and path.is_dir()
        except (OSError, ValueError):
            is_folder = False
        if not is_folder:
            names[shown_path(path)] = None
            continue
        folders.append(path)
        try:
            names |= dict.fromkeys(shown_path(found) for found in find_maps(path))
        except UnreadableError as error:
            unreadable.append(str(error))
    return Choice(tuple(names), tuple(folders), tuple(unreadable), (paths or ["."])[0])


@dataclass
class Reader:
    """Reads maps with the project each lies in; a project and its library are read once."""

    config: Path | None = None
    isolated: bool = False
    stdin_filename: str | None = None
    stdin: Source | None = None
    _projects: dict[Path, Project] = field(default_factory=dict)
    _library_files: dict[Path | None, frozenset[Path]] = field(default_factory=dict)
    _libraries: dict[Path | None, tuple[Project, SharedLibrary]] = field(default_factory=dict)

    def project(self, folder: Path) -> Project:
        """The project of a folder; raises `ConfigurationError`."""
        if folder not in self._projects:
            self._projects[folder] = find_project(folder, self.config, self.isolated)
        return self._projects[folder]

    @property
    def projects(self) -> list[Project]:
        """The projects met so far."""
        return list(self._projects.values())

    def library(self, project: Project) -> SharedLibrary:
        """The shared library of a project."""
        if project.file not in self._libraries:
            self._libraries[project.file] = project, load_shared(project)
        return self._libraries[project.file][1]

    @property
    def libraries(self) -> list[tuple[Project, SharedLibrary]]:
        """The libraries read so far, each with its project."""
        return list(self._libraries.values())

    def read(self, name: str, is_one_of_many: bool = False) -> Document:
        """One map; raises `UnreadableError` and `ConfigurationError`."""
        try:
            source = read(name, self.stdin_filename)
        except FlawError as error:
            shown = shown_path(Path(name)) if name != "-" else self.stdin_filename or "<stdin>"
            return Document(Source(shown, ""), None, None, (diagnostic(error.flaw, shown),))
        if name == "-":
            self.stdin = source
        project = self._of(source)
        return load(source, project, self.library(project), is_one_of_many)

    def project_of(self, document: Document) -> Project:
        """The project a map lies in."""
        return self._of(document.source)

    def _of(self, source: Source) -> Project:
        return self.project(source.path.parent if source.path else Path())

    def is_library(self, name: str) -> bool:
        """Whether a file belongs to the shared library of the project it lies in."""
        path = Path(name)
        project = self.project(path.parent)
        if project.file not in self._library_files:
            self._library_files[project.file] = frozenset(file.resolve() for file in project.library_files())
        files = self._library_files[project.file]
        return bool(files) and is_file(path) and path.resolve() in files


def read_all(choice: Choice, reader: Reader) -> Iterator[Document | UnreadableError]:
    """The maps chosen, in order; in place of one that cannot be opened, why."""
    for problem in choice.unreadable:
        yield UnreadableError(problem)
    are_many = len(choice.names) >= MANY
    for name in choice.names:
        try:
            yield reader.read(name, are_many)
        except UnreadableError as error:
            yield error


def home(choice: Choice) -> Path:
    """The folder whose configuration speaks for a run: what was named first, or where that lies."""
    first = Path(choice.first)
    return first if first in choice.folders else first.parent if is_file(first) else Path()


def is_file(path: Path) -> bool:
    """Whether there is such a file; what cannot even be asked for is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
