"""XES, the format of event logs (IEEE 1849): streamed into a table of all its events."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from xml.parsers import expat

from journeykit.measure.sources import SourceError

_CHUNK = 1 << 20
#: The elements that are no attribute of anything.
_FRAME = frozenset(("log", "trace", "event"))


def tabulate(files: Iterable[str], into: Path) -> list[str]:
    """Write the events of logs as CSV without a header, a row an event; the names of its columns.

    A column is an attribute; those of an event's trace begin with `case:`. Rows may be shorter than there are columns.
    Raises `SourceError` for what is no XES, and for a document type: its entities could make a small file endless.
    """
    with into.open("w", encoding="utf-8", newline="") as out:
        log = _Log(csv.writer(out, lineterminator="\n").writerow)
        for file in files:
            log.read(file)
    return list(log.columns)


class _Log:
    """What has been met of logs so far."""

    def __init__(self, write: Callable[[list[str]], object]) -> None:
        self._write = write
        self.columns: dict[str, int] = {"case:concept:name": 0, "concept:name": 1, "time:timestamp": 2}
        self._trace: dict[str, str] = {}
        self._events: list[dict[str, str]] = []
        self._at: dict[str, str] | None = None
        self._inside = 0

    def read(self, file: str) -> None:
        """Read one log."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = _refuse
        self._inside, self._at = 0, None
        opened: Any = gzip.open if file.lower().endswith(".gz") else open
        try:
            with opened(file, "rb") as stream:
                while chunk := stream.read(_CHUNK):
                    parser.Parse(chunk, False)
                parser.Parse(b"", True)
        except (expat.ExpatError, OSError, EOFError, SourceError) as error:
            raise SourceError(f"{Path(file).name} is no XES that can be read: {error}") from None
        if self._events:
            raise SourceError(f"{Path(file).name} is no XES that can be read: a trace does not end")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name not in _FRAME:
            # Only attributes that stand in a trace or an event itself; those below others explain these.
            if self._inside == 0 and self._at is not None and "key" in attributes and "value" in attributes:
                self._at[attributes["key"]] = attributes["value"]
            self._inside += 1
        elif name == "event":
            self._at = {}
        elif name == "trace":
            self._trace, self._events = {}, []
            self._at = self._trace

    def _end(self, name: str) -> None:
        if name not in _FRAME:
            self._inside -= 1
        elif name == "event" and self._at is not None:
            self._events.append(self._at)
            self._at = self._trace
        elif name == "trace":
            self._tell()
            self._at, self._events = None, []

    def _tell(self) -> None:
        """Write the events of the trace that ends."""
        columns = self.columns
        shared = {columns.setdefault(f"case:{key}", len(columns)): value for key, value in self._trace.items()}
        for event in self._events:
            placed = shared | {columns.setdefault(key, len(columns)): value for key, value in event.items()}
            self._write([placed.get(at, "") for at in range(len(columns))])


def _refuse(*_: object) -> None:
    raise SourceError("it has a document type, which no log needs; delete the line <!DOCTYPE …>")
