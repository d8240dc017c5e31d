"""Mends what can be mended as text edits: every comment and all layout stay as they are."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

from journeykit.cli.console import Console, write_whole
from journeykit.cli.maps import Reader
from journeykit.model.faults import FAULTS
from journeykit.model.load import load
from journeykit.source.diagnostic import Diagnostic
from journeykit.source.edits import edited
from journeykit.source.flaw import FlawError
from journeykit.source.text import Source, UnreadableError, read_file


def fix(found: Iterable[Diagnostic], reader: Reader, console: Console, show_only: bool, unsafe: bool) -> int:
    """Mend the files in which something can be mended; how many findings were.

    With `show_only` the edits are shown as a unified diff and nothing is written. A file is left as it is where the
    mended text has errors that the old one does not have, or still has those that were to be mended.
    """
    by_path: dict[str, list[Diagnostic]] = {}
    for one in found:
        if one.fix is not None and (one.fix.safe or unsafe):
            by_path.setdefault(one.path, []).append(one)
    mended = 0
    for path, findings in by_path.items():
        try:
            given = reader.stdin
            source = given if given is not None and given.name == path else read_file(Path(path))
        except (UnreadableError, FlawError):
            continue
        edits = [edit for one in findings if one.fix for edit in one.fix.edits]
        text = edited(source.text, edits)
        of_reading = sum(one.code in FAULTS and one.severity == "error" for one in findings)
        if text == source.text or not is_better(source, text, reader, bool(of_reading)):
            console.say(f"{path}: left as it is, for the mended map would have other errors")
            continue
        mended += len(findings)
        if show_only:
            console.result("".join(difference(source.text, text, path)))
        else:
            write_text(Path(path), text)
    return mended


def is_better(source: Source, text: str, reader: Reader, in_fewer: bool) -> bool:
    """Whether the mended text has no error that the old one has not, and with `in_fewer` fewer of them."""
    project = reader.project(source.path.parent if source.path else Path())
    shared = reader.library(project)

    def errors(of: str) -> list[tuple[str, str]]:
        document = load(Source(source.name, of, source.path), project, shared)
        return sorted((one.code, one.message) for one in document.diagnostics if one.severity == "error")

    before, after = errors(source.text), errors(text)
    return len(after) + in_fewer <= len(before) and not set(after) - set(before)


def difference(old: str, new: str, path: str) -> Iterable[str]:
    """What changed between two texts of a file, as a unified diff."""
    lines = difflib.unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{path}", f"b/{path}")
    return [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]


def write_text(path: Path, text: str) -> None:
    """Write the text of a map anew, behind the mark that its file begins with, if it does."""
    with path.open("rb") as file:
        mark = b"\xef\xbb\xbf" if file.read(3) == b"\xef\xbb\xbf" else b""
    write_whole(path, mark + text.encode())
