"""Checks maps, in and between themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from journeykit.cli.console import Console
from journeykit.cli.jobs import shared_out, worth
from journeykit.cli.maps import Choice, Reader, choose, read_all
from journeykit.model.collection import Heading, check_collection, heading
from journeykit.model.document import Document
from journeykit.rules.judge import Judge
from journeykit.source.diagnostic import Diagnostic, Summary, in_order
from journeykit.source.text import UnreadableError


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


@dataclass(frozen=True)
class Part:
    """What the maps of one process gave."""

    maps: int
    found: list[Diagnostic]
    headings: list[Heading]
    unreadable: list[str]
    libraries: list[Diagnostic]


def check(choice: Choice, reader: Reader, console: Console, judge: Judge, jobs: int | None = None) -> Checked:
    """Check the maps chosen, by the rules of `judge`, and the libraries they share.

    `jobs` is how many processes share the work; None is as many as there are cores where it is worth their start.
    """
    names = tuple(name for name in choice.names if not reader.is_library(name))
    for name in set(choice.names) - set(names):
        # A library file named by itself is judged, though no map asks for it.
        reader.library(reader.project(Path(name).parent))
    processes = worth(names) if jobs is None else jobs
    if processes > 1 and len(names) > 1 and "-" not in names:
        parts = shared_out(names, processes, reader, console, judge)
        # What the processes read they have judged; a library named by itself was read here.
        parts.append(Part(0, [], [], [], _of_libraries(reader, judge)))
    else:
        parts = [check_some(names, reader, console, judge)]
    found = [one for part in parts for one in part.found]
    headings = [one for part in parts for one in part.headings]
    unreadable = [*choice.unreadable, *(one for part in parts for one in part.unreadable)]
    # A single map does not see its project, and is not blamed for maps it cannot see.
    others = (lambda: _others(choice.folders, headings, reader)) if choice.folders else None
    found += check_collection(headings, others)
    # Every process reads the library for itself and finds the same.
    found += dict.fromkeys(one for part in parts for one in part.libraries)
    maps = sum(part.maps for part in parts)
    return Checked(maps, tuple(in_order(found)), tuple(dict.fromkeys(unreadable)), names)


def findings_of(document: Document, reader: Reader, judge: Judge) -> list[Diagnostic]:
    """All that is said of one map by itself and of the library it shares, in order."""
    found = judge.judge(document)
    if (one := heading(document, str(reader.project_of(document).file or ""))) is not None:
        found += check_collection([one], None)
    return in_order([*found, *_of_libraries(reader, judge)])


def _of_libraries(reader: Reader, judge: Judge) -> list[Diagnostic]:
    """What is found in the shared libraries read so far: files that could not be read whole, and their entries."""
    found: list[Diagnostic] = []
    for library in reader.libraries:
        judged = {document.source.name for document in library.documents}
        found += [one for one in library.diagnostics if one.path not in judged]
        for document in library.documents:
            found += judge.judge_library(document)
    return found


def check_some(names: Sequence[str], reader: Reader, console: Console, judge: Judge) -> Part:
    """Check these maps here, one after the other."""
    part = Part(0, [], [], [], [])
    maps = 0
    for document in console.track(read_all(Choice(tuple(names), ()), reader), len(names), "Checking"):
        if isinstance(document, UnreadableError):
            part.unreadable.append(str(document))
            continue
        maps += 1
        judged = judge.judge(document)
        part.found.extend(judged)
        console.detail(f"{document.source.name}: {len(judged)} findings")
        project = reader.project_of(document)
        if (one := heading(document, str(project.file or ""))) is not None:
            part.headings.append(one)
        # Gone before the next is read, which then takes its room.
        del document
    libraries = _of_libraries(reader, judge)
    return replace(part, maps=maps, libraries=libraries)


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
