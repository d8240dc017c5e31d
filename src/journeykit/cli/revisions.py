"""Maps at a git revision beside those of today: which is which, also after a rename or a split."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from journeykit.cli.maps import Choice, Reader, choose, is_file
from journeykit.cli.past import Past, Spot
from journeykit.diff.revision import MapDiff, of_documents
from journeykit.model.document import Document
from journeykit.model.libraries import SharedLibrary, shared_of
from journeykit.model.project import Project
from journeykit.source import git
from journeykit.source.discover import is_map
from journeykit.source.flaw import FlawError
from journeykit.source.text import UnreadableError, at_revision, decode, is_there, read_file, shown_path

#: A new map that holds this share of a map's lost elements was split off from it.
_SPLIT = 0.3


def read(name: str, reader: Reader) -> Document:
    """One map; `REV:path` with the configuration and the library of that time. Raises as `Reader.read` does."""
    if (spot := at_revision(name)) is None:
        return reader.read(name)
    revision, path = spot
    commit, inside = git.inside(revision, path)
    past = Past(Path(), reader, _root(Path()))
    (found,) = past.documents([Spot(revision, commit, inside)])
    assert found is not None
    return replace(found, source=replace(found.source, name=name))


def _root(folder: Path) -> Path | None:
    """The top folder of the working tree; None in a bare repository."""
    try:
        return git.root(folder)
    except UnreadableError:
        return None


class Revision:
    """The files of one commit."""

    def __init__(self, name: str, reader: Reader, folder: Path) -> None:
        self.name, self.reader = name, reader
        self.root = git.root(folder)
        self.oid = git.commit(name, folder)
        self.past = Past(folder, reader, self.root)
        self.files = git.files(self.oid, folder)

    def documents(self, paths: list[str]) -> dict[str, Document]:
        """The maps at these paths from the root, as they were, without those that were not there."""
        there = [path for path in dict.fromkeys(paths) if path in self.files]
        found = self.past.documents([Spot(self.name, self.oid, path) for path in there])
        return {path: document for path, document in zip(there, found, strict=True) if document is not None}

    def maps(self, below: Path) -> list[str]:
        """The paths of the maps below a folder, as they were."""
        inside = below.resolve().relative_to(self.root.resolve()).as_posix()
        prefix = "" if inside == "." else f"{inside}/"
        paths = [path for path in self.files if path.startswith(prefix) and path.endswith((".yaml", ".yml"))]
        texts = self.past.read([self.files[path] for path in paths])
        return [path for path in paths if is_map(path, texts[self.files[path]])]


def since(names: list[str], revision: str, reader: Reader, reword: bool) -> Iterator[MapDiff]:
    """The maps named, or all below the folders named, beside what they were at a revision.

    Raises `UnreadableError` where there is no such revision.
    """
    choice = choose(names or None)
    folders = choice.folders
    home = folders[0] if folders else Path(choice.names[0]).parent
    then = Revision(revision, reader, home if home.is_dir() else Path())
    top = then.root.resolve()
    own = []
    submodules: dict[str, str] = {}
    for name in choice.names:
        root = _submodule(Path(name), top)
        oid = git.entry(then.oid, root.relative_to(top).as_posix(), top) if root else None
        if root and oid:
            submodules[str(root)] = oid
        else:
            own.append(name)
    choice = replace(choice, names=tuple(own))
    today = {_inside(name, top): name for name in choice.names}
    before = git.renames(then.oid, then.root)
    elsewhere = {old for new, old in before.items() if new not in today}
    gone = {path for folder in folders for path in then.maps(folder)} - set(today) - elsewhere
    yield from _pairs(choice, then, today, before, gone, reword)
    for submodule, oid in submodules.items():
        # What it was then is what the repository around it says.
        yield from since([shown_path(Path(submodule))], oid[:12], reader, reword)


@dataclass(frozen=True)
class Former:
    """What some maps of one repository were at a revision: each under its name of today, with the shared libraries of
    today as they were then, each with its project, and all maps that the repository held then.
    """

    documents: dict[str, Document]
    libraries: list[tuple[Project, SharedLibrary]]
    others: Callable[[], list[Document]]


def former(names: Sequence[str], revision: str, reader: Reader) -> list[Former]:
    """Maps as they were at a revision, by repository; of a submodule as the repository around it recorded it.

    A map that was not there, or lies in no repository, is not among them. Raises `UnreadableError` where there is no
    such revision.
    """
    by_root: dict[Path | None, dict[str, Path]] = {}
    for name in names:
        told = reader.stdin_filename or "" if name == "-" else name
        if told:
            file = _real(told)
            by_root.setdefault(_top(file.parent), {})[told] = file
    by_root.pop(None, None)
    if not by_root:
        git.commit(revision)  # says what is missing
    found = []
    for root, files in by_root.items():
        assert root is not None
        if (commit := _recorded(root, revision)) is not None:
            found.append(_former(files, Revision(commit, reader, root), reader))
    return found


def _former(files: Mapping[str, Path], then: Revision, reader: Reader) -> Former:
    top = then.root.resolve()
    before = git.renames(then.oid, then.root)
    today = {name: file.relative_to(top).as_posix() for name, file in files.items()}
    paths = {name: path if path in then.files else before.get(path, path) for name, path in today.items()}
    gone: set[str] = set()
    if lost := [name for name, path in paths.items() if path not in then.files]:
        # Where git has not been told of a new name, the map itself knows.
        ends = (".yaml", ".yml")
        gone = {path for path in then.files if path.endswith(ends) and not is_there(top / path)} - {*paths.values()}
    old = then.documents([*paths.values(), *sorted(gone)])
    for name in lost if gone else ():
        if is_file(Path(name)) and (path := _of_id(reader.read(name), gone & old.keys(), old)):
            paths[name] = path
    found = {name: called(old[path], name) for name, path in paths.items() if path in old}
    projects = {project.file: project for project in (reader.project(Path(name).parent) for name in files)}
    libraries = [(one, _library(one, then, before)) for one in projects.values()]
    return Former(found, libraries, lambda: list(then.documents(then.maps(then.root)).values()))


def _library(project: Project, then: Revision, before: Mapping[str, str]) -> SharedLibrary:
    """The files of a project's shared library as they were, under their names of today."""
    top = then.root.resolve()
    oids: dict[str, str] = {}
    for file in project.library_files():
        real = _real(str(file))
        path = real.relative_to(top).as_posix() if real.is_relative_to(top) else ""
        if oid := then.files.get(path) or then.files.get(before.get(path, "")):
            oids[shown_path(file)] = oid
    contents = then.past.read([*oids.values()])
    return shared_of((name, partial(decode, name, contents[oid])) for name, oid in oids.items())


def _real(name: str) -> Path:
    """A file with its links followed, as far as it is there."""
    try:
        return Path(name).resolve()
    except (OSError, RuntimeError):
        return Path(name).absolute()


@cache
def _top(folder: Path) -> Path | None:
    """The top of the repository that a folder lies in; None outside."""
    while not folder.is_dir():
        folder = folder.parent
    found = _root(folder)
    return found.resolve() if found else None


def _recorded(root: Path, revision: str) -> str | None:
    """The revision of a repository that is meant: of a submodule the commit recorded then; None for none."""
    above = git.superproject(root)
    if above is None:
        return revision
    around = _recorded(above.resolve(), revision)
    if around is None:
        return None
    return git.entry(git.commit(around, above), root.relative_to(above.resolve()).as_posix(), above)


def called(document: Document, name: str) -> Document:
    """The same document under another name."""
    found = tuple(replace(one, path=name) for one in document.diagnostics)
    return replace(document, source=replace(document.source, name=name), diagnostics=found)


def _submodule(file: Path, top: Path) -> Path | None:
    """The top folder of a repository inside this one that a file lies in."""
    above = file.parent.resolve()
    while above != top and above.is_relative_to(top):
        if (above / ".git").exists():
            return above
        above = above.parent
    return None


def _inside(name: str, top: Path) -> str:
    """The path of a file from the root; a link stays the file it is."""
    path = Path(name).parent.resolve() / Path(name).name
    if path.is_relative_to(top):
        return path.relative_to(top).as_posix()
    raise UnreadableError(f"{name} is not in the repository {top.name}")


def _pairs(
    choice: Choice, then: Revision, today: dict[str, str], before: dict[str, str], gone: set[str], reword: bool
) -> Iterator[MapDiff]:
    old = then.documents([*(before.get(path, path) for path in today), *today, *sorted(gone)])
    found: list[MapDiff] = []
    for path, name in today.items():
        if path in then.files and not is_there(Path(name)):
            gone.add(path)  # it was named, and is there no more
            continue
        new = then.reader.read(name)
        # The map itself knows better than git, which compares texts.
        old_path = path if path in then.files else _of_id(new, gone, old) or before.get(path) or path
        gone.discard(old_path)
        one = of_documents(old.get(old_path), new, reword)
        if one.old is not None:
            notes = [trouble] if (trouble := then.past.troubles.get(one.old.source.name)) else []
            notes += [f"renamed from {old_path} to {path}"] if old_path != path else []
            one = replace(one, notes=(*notes, *one.notes), renamed=old_path != path)
        found.append(one)
    found += [of_documents(old[path], None, reword) for path in sorted(gone)]
    yield from _with_splits(found)


def _of_id(new: Document, gone: set[str], old: Mapping[str, Document | None]) -> str | None:
    """Where a map of this id was that is there no more: a file renamed and rewritten at once."""
    if new.journey is None:
        return None
    for path in sorted(gone):
        before = old[path]
        if before is not None and before.journey is not None and before.outline.root.id == new.outline.root.id:
            return path
    return None


def _with_splits(maps: list[MapDiff]) -> list[MapDiff]:
    """The same with a note at each map that took over much of what another one lost."""
    lost = {
        id(one): {(place.element.noun, place.element.text) for place in places}
        for one in maps
        if one.old is not None and one.old.journey is not None
        for places in [one.diff.matching.removed if one.diff else list(one.old.outline)]
    }
    told = []
    for one in maps:
        if one.old is None and one.new is not None and one.new.journey is not None:
            own = {(place.element.noun, place.element.text) for place in one.new.outline}
            for other in maps:
                texts = lost.get(id(other), set())
                if other.old is not None and len(texts) > 2 and len(own & texts) >= _SPLIT * len(texts):
                    note = f"split off from {other.old.source.name}: {len(own & texts)} of its elements are here now"
                    one = replace(one, notes=(*one.notes, note))
        told.append(one)
    return told


def revisions(name: str, by: str, reader: Reader) -> list[tuple[str, str, Document]]:
    """The revisions of a file, the oldest first: what each is called, its day, the map; the file of today last.

    `by` is `tag`, `year`, `commit`, or `auto` (see `git.versions`). A file that was renamed and rewritten at once is
    known by the id of the map. Raises `UnreadableError` where the file is in no repository.
    """
    path = Path(name)
    folder = path.parent if path.parent.is_dir() else Path()
    try:
        top = git.root(folder).resolve()
    except UnreadableError:
        if not git.is_bare(folder):
            raise
        top = None  # there is no map of today, and a path counts from the root
    inside = _inside(name, top) if top else path.as_posix()
    folder = top or folder
    past = Past(folder, reader, top)

    def former(oldest: git.Version | None) -> str | None:
        if oldest is None and not path.exists():
            return None
        paths = [one for one in git.gone(oldest.commit if oldest else None, folder) if one.endswith((".yaml", ".yml"))]
        if not paths:
            return None
        spots = [Spot("", f"{oldest.commit}^" if oldest else "HEAD", one) for one in paths]
        here = past.documents([Spot("", oldest.commit, oldest.path)])[0] if oldest else reader.read(name)
        known = dict(zip(paths, past.documents(spots), strict=True))
        return _of_id(here, set(paths), known) if here else None

    found = git.versions(inside, by, folder, former)
    documents = past.documents([Spot(one.name, one.commit, one.path) for one in found])
    told = [
        (one.name, one.day, replace(document, source=replace(document.source, name=f"{one.name}:{one.path}")))
        for one, document in zip(found, documents, strict=True)
        if document is not None
    ]
    if path.exists() and not (told and _is_text(path, told[-1][2].source.text)):
        told.append(("now", "", reader.read(name)))
    if not told:
        raise UnreadableError(f"{name} is not in the history of this repository")
    return told


def _is_text(path: Path, text: str) -> bool:
    """Whether a file holds just this text."""
    try:
        return read_file(path).text == text
    except FlawError:
        return False
