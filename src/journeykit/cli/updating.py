"""Figures written back into a map: as text edits, so that every comment and all layout stay as they are."""

from __future__ import annotations

from pathlib import Path

from journeykit.cli.console import Console, WrongUsageError
from journeykit.cli.fixing import difference, is_better, write_text
from journeykit.cli.maps import Reader
from journeykit.measure.report import Measured
from journeykit.measure.update import findings, updated
from journeykit.model.document import Document
from journeykit.source.text import Source, UnreadableError, is_there, read_file


def can_update(name: str) -> None:
    """Raises `WrongUsageError` where a map named so does not lie in a file of its own."""
    if name == "-" or not is_there(Path(name)):
        raise WrongUsageError("--update writes into the map: name its file, not standard input or a revision")


def update(document: Document, measured: Measured, reader: Reader, console: Console, show_only: bool) -> None:
    """Write what was measured into the map's file, or with `show_only` show it as a unified diff.

    A map is left as it is where it has changed meanwhile, or would have errors that it does not have now.
    """
    path, name = document.source.path, document.source.name
    assert path is not None
    found, older = findings(document, measured)
    text, left = updated(document, found)
    for note in (*older, *left):
        console.say(f"{name}: {note}")
    if text == document.source.text:
        console.say(
            f"{name}: nothing to write" if found or left or older else f"{name}: no metric names what was measured"
        )
        return
    source = Source(name, document.source.text, path)
    if not is_better(source, text, reader, False):
        raise UnreadableError(f"{name}: left as it is, for the map would have errors with these figures")
    if show_only:
        console.result("".join(difference(document.source.text, text, name)))
        return
    if read_file(path).text != document.source.text:
        raise UnreadableError(f"{name} has changed while it was measured: left as it is; run it again")
    write_text(path, text)
    console.say(f"{name}: updated")
