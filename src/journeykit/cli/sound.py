"""Maps for commands that can only work with sound ones."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import typer

from journeykit.cli.check import Checked
from journeykit.cli.console import Console
from journeykit.cli.maps import Choice, Reader, read_all
from journeykit.cli.report import SourceLines
from journeykit.model.document import Document
from journeykit.render.reports import text
from journeykit.source.text import UnreadableError


class SoundMaps:
    """Reads maps, tells the errors of those that have any, and gives the others; `code` is how the run must end."""

    def __init__(self, choice: Choice, reader: Reader, console: Console) -> None:
        self._choice, self._reader, self._console = choice, reader, console
        self.code = 0

    def __iter__(self) -> Iterator[Document]:
        told: set[str] = set()
        documents = read_all(self._choice, self._reader)
        for document in self._console.track(documents, len(self._choice.names), "Working"):
            if isinstance(document, UnreadableError):
                if str(document) not in told:
                    told.add(str(document))
                    self._console.complain(f"journey: {document}")
                self.code = 3
            elif document.is_sound:
                self._console.detail(f"Read {document.source.name}")
                yield document
            else:
                self._tell(document)
                self.code = self.code or 1

    def tell_if_none(self) -> None:
        """Say so where the folders named hold no map."""
        if not self._choice.names and not self._choice.unreadable:
            self._console.say("No maps found.")

    def _tell(self, document: Document) -> None:
        errors = tuple(found for found in document.diagnostics if found.severity == "error")
        checked = Checked(1, errors, ())
        lines = text.report(errors, checked.summary, SourceLines(self._reader).line, None, self._console.unicode)
        self._console.lines(lines, sys.stderr)


def sound(
    name: str,
    console: Console,
    config: Path | None = None,
    isolated: bool = False,
    stdin_filename: str | None = None,
) -> Document:
    """One sound map; ends the run with 1 after telling its errors, with 3 where it cannot be opened."""
    maps = SoundMaps(Choice((name,), ()), Reader(config, isolated, stdin_filename), console)
    for document in maps:
        return document
    raise typer.Exit(maps.code)
