"""Maps at a git revision beside those of today: which is which, also after a rename or a split."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from journeykit.cli.maps import Choice, Reader, choose
from journeykit.diff.revision import MapDiff, of_documents
from journeykit.model.document import Document
from journeykit.model.libraries import diagnostic
from journeykit.model.load import load
from journeykit.source import git
from journeykit.source.discover import is_map
from journeykit.source.flaw import FlawError
from journeykit.source.text import Source, UnreadableError, decode, shown_path

#: A new map that holds this share of a map's lost elements was split off from it.
_SPLIT = 0.3


@dataclass
class Revision:
    """The files of one commit, read in one git process."""

    name: str
    reader: Reader
    folder: Path = Path()

    def __post_init__(self) -> None:
        self.oid = git.commit(self.name, self.folder)
        self.root = git.root(self.folder)
        self.files = git.files(self.oid, self.folder)
        self._read: dict[str, bytes] = {}

    def fetch(self, paths: list[str]) -> None:
        """Read the files at these paths from the root."""
        oids = {path: self.files[path] for path in paths if path in self.files and path not in self._read}
        found = git.contents(list(oids.values()), self.folder)
        self._read |= {path: found[oid] for path, oid in oids.items() if oid in found}

    def document(self, path: str) -> Document | None:
        """The map at a path from the root, as it was; None where there was none."""
        self.fetch([path])
        if path not in self._read:
            return None
        file = self.root / path
        name = f"{self.name}:{shown_path(file)}"
        try:
            source = decode(name, self._read[path], file)
        except FlawError as error:
            return Document(Source(name, ""), None, None, (diagnostic(error.flaw, name),))
        project = self.reader.project(file.parent)
        return load(source, project, self.reader.library(project))

    def maps(self, below: Path) -> list[str]:
        """The paths of the maps below a folder, as they were."""
        inside = below.resolve().relative_to(self.root.resolve()).as_posix()
        prefix = "" if inside == "." else f"{inside}/"
        paths = [path for path in self.files if path.startswith(prefix) and path.endswith((".yaml", ".yml"))]
        self.fetch(paths)
        return [path for path in paths if is_map(path, self._read.get(path, b""))]


def since(names: list[str], revision: str, reader: Reader, reword: bool) -> Iterator[MapDiff]:
    """The maps named, or all below the folders named, beside what they were at a revision.

    Raises `UnreadableError` where there is no such revision.
    """
    choice = choose(names or None)
    folders = choice.folders
    home = folders[0] if folders else Path(choice.names[0]).parent
    then = Revision(revision, reader, home if home.is_dir() else Path())
    top = then.root.resolve()
    today = {Path(name).resolve().relative_to(top).as_posix(): name for name in choice.names if _is_below(name, top)}
    before = git.renames(then.oid, then.root)
    gone = {path for folder in folders for path in then.maps(folder)} - set(today) - set(before.values())
    yield from _pairs(choice, then, today, before, gone, reword)


def _is_below(name: str, top: Path) -> bool:
    if Path(name).resolve().is_relative_to(top):
        return True
    raise UnreadableError(f"{name} is not in the repository {top.name}")


def _pairs(
    choice: Choice, then: Revision, today: dict[str, str], before: dict[str, str], gone: set[str], reword: bool
) -> Iterator[MapDiff]:
    then.fetch([before.get(path, path) for path in today])
    found: list[MapDiff] = []
    for path, name in today.items():
        new = then.reader.read(name)
        old_path = path if path in then.files else before.get(path) or _of_id(new, gone, then) or path
        gone.discard(old_path)
        old = then.document(old_path)
        one = of_documents(old, new, reword)
        if old is not None and old_path != path:
            one = MapDiff(one.old, one.new, one.diff, (f"renamed from {old_path} to {path}", *one.notes))
        found.append(one)
    found += [of_documents(then.document(path), None, reword) for path in sorted(gone)]
    yield from _with_splits(found)


def _of_id(new: Document, gone: set[str], then: Revision) -> str | None:
    """Where a map of this id was that is there no more: a file renamed and rewritten at once."""
    if new.journey is None:
        return None
    for path in sorted(gone):
        old = then.document(path)
        if old is not None and old.journey is not None and old.outline.root.id == new.outline.root.id:
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
                    one = MapDiff(one.old, one.new, one.diff, (*one.notes, note))
        told.append(one)
    return told


def revisions(name: str, by: str, reader: Reader) -> list[tuple[str, str, Document]]:
    """The revisions of a file, the oldest first: what each is called, its day, the map; the file of today last.

    `by` is `tag`, `year`, `commit`, or `auto`: tags where two or more differ in this map, else years. Raises
    `UnreadableError` where the file is in no repository.
    """
    path = Path(name)
    folder = path.parent
    top = git.root(folder).resolve()
    inside = path.resolve().relative_to(top).as_posix()
    if by == "auto":
        found = git.versions(inside, "tag", folder)
        if len({one.oid for one in found}) < 2:
            found = git.versions(inside, "year", folder)
    else:
        found = git.versions(inside, by, folder)
    contents = git.contents([one.oid for one in found], folder)
    project = reader.project(folder)
    library = reader.library(project)
    told: list[tuple[str, str, Document]] = []
    for one in found:
        source_name = f"{one.name}:{one.path}"
        try:
            source = decode(source_name, contents[one.oid], path)
        except FlawError as error:
            document = Document(Source(source_name, ""), None, None, (diagnostic(error.flaw, source_name),))
        else:
            document = load(source, project, library)
        told.append((one.name, one.day, document))
    if path.exists():
        today = reader.read(name)
        if not told or told[-1][2].source.text != today.source.text:
            told.append(("now", "", today))
    if not told:
        raise UnreadableError(f"{name} is not in the history of this repository")
    return told
