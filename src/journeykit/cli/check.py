"""Checks maps, in and between themselves."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from journeykit.cli.console import Console
from journeykit.cli.jobs import shared_out, worth
from journeykit.cli.maps import MANY, Choice, Reader, choose, read_all
from journeykit.model.collection import Heading, check_collection, heading
from journeykit.model.document import Document
from journeykit.rules.judge import Judges
from journeykit.source.diagnostic import Diagnostic, Summary, in_order
from journeykit.source.text import UnreadableError

if TYPE_CHECKING:
    from journeykit.cli.cache import Cache


@dataclass(frozen=True)
class Checked:
    """What a run found: how many maps it read, all findings in order, which files could not be opened, and which were
    read.
    """

    maps: int
    found: tuple[Diagnostic, ...]
    unreadable: tuple[str, ...]
    paths: tuple[str, ...] = ()

    @property
    def summary(self) -> Summary:
        """How many maps, errors, warnings and infos."""
        return Summary.of(self.maps, list(self.found))

    def fails(self, limit: str) -> bool:
        """Whether a finding is as bad as `limit` (error, warning, info, or never)."""
        order = ("error", "warning", "info")
        return limit in order and any(order.index(one.severity) <= order.index(limit) for one in self.found)


@dataclass(frozen=True, slots=True)
class Judged:
    """What one map gave: its findings, in no order and without fingerprints, and what other maps may ask of it."""

    found: tuple[Diagnostic, ...]
    heading: Heading | None


@dataclass(frozen=True)
class Part:
    """What the maps of one process gave: each by its name, and their libraries."""

    judged: dict[str, Judged]
    unreadable: list[str]
    libraries: list[Diagnostic]


def check(
    choice: Choice, reader: Reader, console: Console, judges: Judges, jobs: int | None = None, caches: bool = False
) -> Checked:
    """Check the maps chosen, by the rules of the project each lies in, and the libraries they share.

    `jobs` is how many processes share the work; None is as many as there are cores where it is worth their start.
    With `caches`, of many maps those that are as they were in an earlier run are not read again: a few are read
    sooner than looked up.
    """
    names = tuple(name for name in choice.names if not reader.is_library(name))
    for name in set(choice.names) - set(names):
        # A library file named by itself is judged, though no map asks for it.
        reader.library(reader.project(Path(name).parent))
    for project in reader.projects:
        judges.of(project)  # here too, where the maps are judged elsewhere
    cache = _cache(reader, judges) if caches and len(names) >= MANY and "-" not in names else None
    known = _known(names, cache, reader, console)
    parts = _parts(tuple(name for name in names if name not in known), reader, console, judges, jobs)
    fresh = {name: one for part in parts for name, one in part.judged.items()}
    if cache is not None:
        cache.keep(fresh, console)
    judged = [one for name in names if (one := known.get(name) or fresh.get(name))]
    found = [one for map_ in judged for one in map_.found]
    headings = [map_.heading for map_ in judged if map_.heading]
    unreadable = [*choice.unreadable, *(one for part in parts for one in part.unreadable)]
    # A single map does not see its project, and is not blamed for maps it cannot see.
    others = (lambda: _others(choice.folders, headings, reader)) if choice.folders else None
    found += [one for one in check_collection(headings, others) if not _is_itself(one)]
    # Every process reads the library for itself and finds the same.
    found += dict.fromkeys(one for part in parts for one in part.libraries)
    read = tuple(name for name in names if name in known or name in fresh)
    return Checked(len(judged), tuple(in_order(found)), tuple(dict.fromkeys(unreadable)), read)


def _is_itself(one: Diagnostic) -> bool:
    """Whether a map is said to clash with itself: a link is another name of it."""
    return one.code == "JK007" and any(os.path.realpath(one.path) == os.path.realpath(its.path) for its in one.related)


def _cache(reader: Reader, judges: Judges) -> Cache | None:
    from journeykit.cli.cache import cache_of

    return cache_of(reader, judges)


def _known(names: Sequence[str], cache: Cache | None, reader: Reader, console: Console) -> dict[str, Judged]:
    """The maps that are as they were; the libraries they share are read all the same, and judged."""
    known = cache.known(names) if cache else {}
    for name, one in known.items():
        reader.library(reader.project(Path(name).parent))
        console.detail(f"{name}: {len(one.found)} findings, as before")
    return known


def _parts(names: tuple[str, ...], reader: Reader, console: Console, judges: Judges, jobs: int | None) -> list[Part]:
    """What these maps give, here or in several processes."""
    processes = worth(names) if jobs is None else jobs
    if processes > 1 and len(names) > 1 and "-" not in names:
        parts = shared_out(names, processes, reader, console, judges)
        # What the processes read they have judged; a library that was read here was not.
        return [*parts, Part({}, [], _of_libraries(reader, judges))]
    return [check_some(names, reader, console, judges)]


def findings_of(document: Document, reader: Reader, judges: Judges) -> list[Diagnostic]:
    """All that is said of one map by itself and of the library it shares, in order."""
    project = reader.project_of(document)
    found = judges.of(project).judge(document)
    if (one := heading(document, str(project.file or ""))) is not None:
        found += check_collection([one], None)
    return in_order([*found, *_of_libraries(reader, judges)])


def _of_libraries(reader: Reader, judges: Judges) -> list[Diagnostic]:
    """What is found in the shared libraries read so far."""
    return [one for project, library in reader.libraries for one in judges.of(project).judge_shared(library)]


def check_some(names: Sequence[str], reader: Reader, console: Console, judges: Judges) -> Part:
    """Check these maps here, one after the other."""
    judged: dict[str, Judged] = {}
    unreadable: list[str] = []
    documents = read_all(Choice(tuple(names), ()), reader)
    for name, document in zip(names, console.track(documents, len(names), "Checking"), strict=True):
        if isinstance(document, UnreadableError):
            unreadable.append(str(document))
            continue
        project = reader.project_of(document)
        found = tuple(judges.of(project).judge(document))
        console.detail(f"{document.source.name}: {len(found)} findings")
        judged[name] = Judged(found, heading(document, str(project.file or "")))
        # Gone before the next is read, which then takes its room.
        del document
    return Part(judged, unreadable, _of_libraries(reader, judges))


def _others(folders: tuple[Path, ...], headings: list[Heading], reader: Reader) -> list[Heading]:
    """The headings of the project's other maps: a folder may refer to what lies beside it."""
    seen = {one.path for one in headings}
    found: list[Heading] = []
    for root in {project.root for folder in folders if (project := reader.project(folder)).root}:
        names = tuple(name for name in choose([str(root)]).names if name not in seen)
        for document in read_all(Choice(names, ()), reader):
            if isinstance(document, Document) and (one := heading(document)) is not None:
                found.append(one)
    return found
