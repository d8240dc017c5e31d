"""The shared library of a project: entries described once, for every map below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from journeykit.model.document import Document
from journeykit.model.elements import LIBRARIES, Element, Journey, Libraries, LibraryEntry
from journeykit.model.faults import FAULTS
from journeykit.model.project import Project
from journeykit.model.reading import MISSING, read_model
from journeykit.model.references import LIBRARY_OF, Mention, Survey, check_library_keys, check_mentions
from journeykit.source.diagnostic import Diagnostic, Edit, Fix, Related
from journeykit.source.flaw import Flaw, FlawError
from journeykit.source.position import Path
from journeykit.source.text import Source, read_file, shown_path
from journeykit.source.yamltree import Tree


@dataclass(frozen=True)
class SharedLibrary:
    """The entries of all library files by library and id, where each stands, and what is wrong with the files."""

    entries: Mapping[str, Mapping[str, LibraryEntry]] = field(default_factory=dict)
    places: Mapping[tuple[str, str], Related] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    paths: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    #: The paths of libraries and entries that could not be read, `()` for a whole file: told in the library file.
    unread: frozenset[Path] = frozenset()

    def of(self, library: str) -> Mapping[str, LibraryEntry]:
        """The entries of one library by id."""
        return self.entries.get(library, {})


def diagnostic(flaw: Flaw, path: str, element: str = "") -> Diagnostic:
    """A flaw as a finding in a file."""
    name, severity = FAULTS[flaw.code]
    related = tuple(Related(message, path, span) for message, span in flaw.related)
    span = flaw.mend_span or flaw.span
    # What nobody wrote has a place and no extent: there is nothing there to put right.
    is_written = flaw.mend_span is not None or (span.line, span.column) < (span.end_line, span.end_column)
    fix = Fix((Edit(span, flaw.mend),), flaw.is_safe) if flaw.mend is not None and is_written else None
    return Diagnostic(
        flaw.code, name, severity, flaw.message, flaw.hint, path, flaw.span, element, flaw.field, related, fix
    )


def load_shared(project: Project) -> SharedLibrary:
    """Read a project's library files; raises `UnreadableError` and `ConfigurationError`."""
    return shared_of((shown_path(file), partial(read_file, file)) for file in project.library_files())


def shared_of(files: Iterable[tuple[str, Callable[[], Source]]]) -> SharedLibrary:
    """The shared library that files make: the name of each, and how its text is had, which may raise `FlawError`."""
    entries: dict[str, dict[str, LibraryEntry]] = {library: {} for library in LIBRARIES}
    places: dict[tuple[str, str], Related] = {}
    found: list[Diagnostic] = []
    read: list[tuple[str, Tree, Libraries]] = []
    unread: set[Path] = set()
    paths = []
    for path, read_text in files:
        paths.append(path)
        try:
            tree = Tree(read_text().text)
            libraries, flaws = read_model(Libraries, tree)
        except FlawError as error:
            found.append(diagnostic(error.flaw, path))
            unread.add(())
            continue
        unread |= {flaw.path for flaw in flaws if flaw.code == "JK003" and len(flaw.path) <= 2}
        found += [diagnostic(flaw, path, "/".join(map(str, flaw.path[:2]))) for flaw in flaws]
        if libraries is None:
            unread.add(())
            continue
        found += [
            diagnostic(flaw, path, "/".join(map(str, flaw.path[:2]))) for flaw in check_library_keys(libraries, tree)
        ]
        read.append((path, tree, libraries))
        for library in LIBRARIES:
            for key, entry in getattr(libraries, library).items():
                here = Related(f"`{key}` stands here first", path, tree.key_span((library, key)), f"{library}/{key}")
                if (library, key) not in places:
                    places[library, key] = here
                    entries[library][key] = entry
                    continue
                message = f"the id `{key}` is already taken in `{library}` of the shared library"
                found.append(
                    Diagnostic(
                        "JK007",
                        *FAULTS["JK007"],
                        message,
                        "give one of them another id",
                        path,
                        here.span,
                        here.element,
                        "id",
                        (places[library, key],),
                    )
                )
    known = {noun: entries[library] for noun, library in LIBRARY_OF.items()}
    for path, tree, libraries in read:
        asked = [mention for mention in Survey(libraries, known).mentions if mention.to in known]
        flaws, renamed = check_mentions(asked, known, tree, frozenset(unread))
        found += [diagnostic(flaw, path, "/".join(map(str, flaw.path[:2]))) for flaw in flaws]
        for place, meant in renamed:
            tree.put_text(place, meant)
        if renamed and (again := read_model(Libraries, tree)[0]):
            for library in LIBRARIES:
                mine = getattr(again, library)
                entries[library] |= {key: entry for key, entry in mine.items() if places[library, key].path == path}
    documents = tuple(_document(path, tree, libraries, found) for path, tree, libraries in read)
    return SharedLibrary(entries, places, tuple(found), tuple(paths), documents, frozenset(unread))


def _document(path: str, tree: Tree, libraries: Libraries, found: Iterable[Diagnostic]) -> Document:
    """A library file as rules see it: a journey without stages, whose entries are all its own."""
    nothing = Journey.model_validate({"journey": "1", "title": path, "stages": ["-"]})
    entries = {library: getattr(libraries, library) for library in LIBRARIES}
    own = tuple(one for one in found if one.path == path)
    faulty = frozenset((one.element, one.field) for one in own if one.severity == "error")
    journey = nothing.model_copy(update={**entries, "stages": ()})
    return Document(Source(path, tree.text), journey, tree, own, faulty=faulty)


def clashes(journey: Journey, shared: SharedLibrary, tree: Tree, path: str) -> list[Diagnostic]:
    """Findings of a map's own entries that take a shared id without saying so."""
    found = []
    for library in LIBRARIES:
        for key, entry in getattr(journey, library).items():
            if (library, key) in shared.places and not entry.overrides:
                place = shared.places[library, key]
                related = Related(f"the shared library describes `{key}` here", place.path, place.span, place.element)
                message = f"the id `{key}` is already taken in `{library}` of the shared library"
                hint = "delete this entry, give it another id, or add `overrides: true`"
                span = tree.key_span((library, key))
                found.append(
                    Diagnostic(
                        "JK007", *FAULTS["JK007"], message, hint, path, span, f"{library}/{key}", "id", (related,)
                    )
                )
    return found


def joined(journey: Journey, asked: Iterable[Mention], shared: SharedLibrary) -> tuple[Journey, frozenset[str]]:
    """The journey with the shared entries that it refers to, and the addresses of these and of own ones that clash.

    `asked` are the journey's references to what it does not describe itself. Entries join when the map, or an entry
    that has joined, refers to them: a library may be larger than any one map.
    """
    if not shared.places:
        return journey, frozenset()
    wanted: dict[tuple[str, str], None] = {}
    own = {noun: getattr(journey, library) for noun, library in LIBRARY_OF.items()}
    waiting = list(asked)
    while waiting:
        mention = waiting.pop(0)
        library = LIBRARY_OF.get(mention.to)
        if library is None or mention.text == MISSING or (library, mention.text) in wanted:
            continue
        entry = shared.of(library).get(mention.text)
        if entry is not None:
            wanted[library, mention.text] = None
            waiting += Survey(entry, own).mentions
    merged: dict[str, Mapping[str, Element]] = {}
    for library in LIBRARIES:
        theirs = {key: entry for key, entry in shared.of(library).items() if (library, key) in wanted}
        if theirs:
            merged[library] = {**getattr(journey, library), **theirs}
    also = {
        (library, key)
        for library in LIBRARIES
        for key, entry in getattr(journey, library).items()
        if key in shared.of(library) and not entry.overrides
    }
    addresses = frozenset(f"{library}/{key}" for library, key in {*wanted, *also})
    return journey.model_copy(update=merged), addresses
