"""Mends what can be mended as text edits: every comment and all layout stay as they are."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from journeykit.cli.console import Console, write_whole
from journeykit.cli.maps import Reader, is_file
from journeykit.model.faults import FAULTS
from journeykit.model.libraries import shared_of
from journeykit.model.load import load
from journeykit.source.diagnostic import Diagnostic, Edit
from journeykit.source.edits import edited
from journeykit.source.flaw import FlawError
from journeykit.source.text import Source, UnreadableError, is_there, read, read_file


@dataclass(frozen=True)
class Fixed:
    """How many findings were mended, and which files could not be read or written, each with the reason."""

    mended: int = 0
    problems: tuple[str, ...] = ()


def fix(found: Iterable[Diagnostic], reader: Reader, console: Console, show_only: bool, unsafe: bool) -> Fixed:
    """Mend the files in which something can be mended.

    With `show_only` the edits are shown as a unified diff and nothing is written. What would bring a file errors that
    it does not have now, or leave one that was to be mended, is left out.
    """
    by_path: dict[str, list[Diagnostic]] = {}
    for one in found:
        if one.fix is not None and (one.fix.safe or unsafe):
            by_path.setdefault(one.path, []).append(one)
    mended, problems, written = 0, [], set()
    for path, findings in by_path.items():
        real = os.path.realpath(path)
        if real in written:
            continue  # by another name, which is a link
        try:
            source = _source(path, reader, show_only)
            text, kept = _mended(source, findings, reader)
            if kept and not show_only:
                write_text(Path(path), text)
                written.add(real)
        except UnreadableError as error:
            problems.append(str(error))
            continue
        except FlawError:
            continue  # told as a finding: nothing in it can be mended
        if left := ", ".join(f"{one.code} in line {one.span.line}" for one in findings if one not in kept):
            console.say(f"{path}: not mended, for then there would be other errors: {left}")
        mended += len(kept)
        if kept and show_only:
            console.result("".join(difference(source.text, text, path)))
    return Fixed(mended, tuple(problems))


def _source(path: str, reader: Reader, show_only: bool) -> Source:
    """The text to be mended; what is only shown may be any that can be read twice."""
    given = reader.stdin
    if given is not None and given.name == path:
        return given
    if not is_file(Path(path)) and (not show_only or is_there(Path(path))):
        raise UnreadableError(f"{path} cannot be mended: it is no file")
    return read(path)


def _mended(source: Source, findings: Sequence[Diagnostic], reader: Reader) -> tuple[str, Sequence[Diagnostic]]:
    """The mended text and the findings that are mended in it: all together, or else as many as can be."""
    if text := _better(source, findings, reader):
        return text, findings
    kept = [one for one in findings if one.fix and one.fix.safe]
    text = _better(source, kept, reader)
    if text is None:
        text, kept = source.text, []
    for one in findings:
        so_far = Source(source.name, text, source.path)
        more = edited(source.text, _edits([*kept, one]))
        if one not in kept and more != text and is_better(so_far, more, reader, _is_of_reading(one)):
            text, kept = more, [*kept, one]
    return text, kept


def _better(source: Source, findings: Sequence[Diagnostic], reader: Reader) -> str | None:
    """The text with these findings mended; None where it is no better for it."""
    text = edited(source.text, _edits(findings))
    of_reading = any(_is_of_reading(one) for one in findings)
    return text if text != source.text and is_better(source, text, reader, of_reading) else None


def _edits(findings: Iterable[Diagnostic]) -> list[Edit]:
    return [edit for one in findings if one.fix for edit in one.fix.edits]


def _is_of_reading(one: Diagnostic) -> bool:
    """Whether a finding is an error that reading alone finds."""
    return one.code in FAULTS and FAULTS[one.code][1] == "error"


def is_better(source: Source, text: str, reader: Reader, in_fewer: bool) -> bool:
    """Whether the mended text has no error that the old one has not, and with `in_fewer` fewer of them."""
    before, after = (_errors(Source(source.name, of, source.path), reader) for of in (source.text, text))
    return len(after) + in_fewer <= len(before) and not set(after) - set(before)


def _errors(source: Source, reader: Reader) -> list[tuple[str, str]]:
    """The errors of reading a map, or the library that a file belongs to."""
    project = reader.project(source.path.parent if source.path else Path())
    library = next((one for one in map(reader.library, reader.projects) if source.name in one.paths), None)
    if library is None:
        found = load(source, project, reader.library(project)).diagnostics
    else:
        found = shared_of(
            (name, (lambda: source) if name == source.name else partial(read_file, Path(name)))
            for name in library.paths
        ).diagnostics
    return sorted((one.code, one.message) for one in found if one.severity == "error")


def difference(old: str, new: str, path: str) -> Iterable[str]:
    """What changed between two texts of a file, as a unified diff."""
    lines = difflib.unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{path}", f"b/{path}")
    return [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]


def write_text(path: Path, text: str) -> None:
    """Write the text of a map anew, behind the mark that its file begins with, if it does; raises `UnreadableError`."""
    try:
        with path.open("rb") as file:
            mark = b"\xef\xbb\xbf" if file.read(3) == b"\xef\xbb\xbf" else b""
    except OSError as error:
        raise UnreadableError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from None
    write_whole(path, mark + text.encode())
