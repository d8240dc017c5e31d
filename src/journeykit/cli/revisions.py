"""Maps at a git revision beside those of today: which is which, also after a rename or a split."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from journeykit.cli.maps import Choice, Reader, choose
from journeykit.cli.past import Past, Spot
from journeykit.diff.revision import MapDiff, of_documents
from journeykit.model.document import Document
from journeykit.model.libraries import SharedLibrary
from journeykit.source import git
from journeykit.source.discover import is_map
from journeykit.source.flaw import FlawError
from journeykit.source.text import UnreadableError, at_revision, is_there, read_file, shown_path

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
    """What some maps were at a revision: each under its name of today, with the libraries of their time, and all maps
    that the repository held then.
    """

    documents: dict[str, Document]
    libraries: list[SharedLibrary]
    others: Callable[[], list[Document]]


def former(names: Sequence[str], revision: str, reader: Reader) -> list[Former]:
    """Maps as they were at a revision, by repository: the one of the first map, then the submodules in it.

    A map that was not there, or lies in no repository, is not among them. Raises `UnreadableError` where there is no
    such revision.
    """
    home = Path(names[0]).parent if names else Path()
    then = Revision(revision, reader, home if home.is_dir() else Path())
    top = then.root.resolve()
    own: dict[str, str] = {}
    apart: dict[Path, list[str]] = {}
    for name in names:
        if (root := _submodule(Path(name), top)) is not None:
            apart.setdefault(root, []).append(name)
        elif (Path(name).parent.resolve() / Path(name).name).is_relative_to(top):
            own[name] = _inside(name, top)
    before = git.renames(then.oid, then.root)
    paths = {name: path if path in then.files else before.get(path, path) for name, path in own.items()}
    documents = then.documents([*paths.values()])
    found = {name: called(documents[path], name) for name, path in paths.items() if path in documents}
    libraries = [as_of_today(library, top) for library in then.past.libraries]
    parts = [Former(found, libraries, lambda: list(then.documents(then.maps(then.root)).values()))]
    for root, theirs in apart.items():
        if oid := git.entry(then.oid, root.relative_to(top).as_posix(), top):
            parts += former(theirs, oid[:12], reader)
    return parts


def as_of_today(library: SharedLibrary, top: Path) -> SharedLibrary:
    """A library of an earlier time with the names that its files have today, from the current folder."""

    def name(path: str) -> str:
        return shown_path(top / path)

    documents = tuple(called(one, name(one.source.name)) for one in library.documents)
    return replace(
        library,
        documents=documents,
        diagnostics=tuple(replace(one, path=name(one.path)) for one in library.diagnostics),
    )


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
