"""Checks maps, in and between themselves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from journeykit.cli.console import Console
from journeykit.cli.maps import Choice, Reader, choose, read_all
from journeykit.model.collection import Heading, check_collection, heading
from journeykit.model.document import Document
from journeykit.source.diagnostic import Diagnostic, Summary, in_order
from journeykit.source.text import UnreadableError


@dataclass(frozen=True)
class Checked:
    """What a run found: how many maps it read, all findings in order, and which files could not be opened."""

    maps: int
    found: tuple[Diagnostic, ...]
    unreadable: tuple[str, ...]

    @property
    def summary(self) -> Summary:
        """How many maps, errors, warnings and infos."""
        return Summary.of(self.maps, list(self.found))

    def fails(self, limit: str) -> bool:
        """Whether a finding is as bad as `limit` (error, warning, info, or never)."""
        order = ("error", "warning", "info")
        return limit in order and any(order.index(one.severity) <= order.index(limit) for one in self.found)


def check(choice: Choice, reader: Reader, console: Console) -> Checked:
    """Check the maps chosen and the libraries they share."""
    names = tuple(name for name in choice.names if not reader.is_library(name))
    for name in set(choice.names) - set(names):
        # A library file named by itself is judged, though no map asks for it.
        reader.library(reader.project(Path(name).parent))
    found: list[Diagnostic] = []
    headings: list[Heading] = []
    unreadable: list[str] = []
    maps = 0
    documents = read_all(Choice(names, choice.folders, choice.unreadable), reader)
    for document in console.track(documents, len(names), "Checking"):
        if isinstance(document, UnreadableError):
            unreadable.append(str(document))
            continue
        maps += 1
        found += document.diagnostics
        console.detail(f"{document.source.name}: {len(document.diagnostics)} findings")
        if (one := heading(document)) is not None:
            headings.append(one)
        # Gone before the next is read, which then takes its room.
        del document
    # A single map does not see its project, and is not blamed for maps it cannot see.
    others = (lambda: _others(choice.folders, headings, reader)) if choice.folders else None
    found += check_collection(headings, others)
    for library in reader.libraries:
        found += library.diagnostics
    return Checked(maps, tuple(in_order(found)), tuple(dict.fromkeys(unreadable)))


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
