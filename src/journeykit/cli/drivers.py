"""What git calls for maps, and how it comes to know of it. Nothing here may make a git command fail."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Sequence
from pathlib import Path

from journeykit.cli.console import WrongUsageError, write_whole
from journeykit.cli.maps import Reader
from journeykit.diff.merging.three import Labels, merge
from journeykit.diff.revision import of_documents
from journeykit.model.document import Document
from journeykit.model.load import load
from journeykit.source import git
from journeykit.source.flaw import FlawError
from journeykit.source.text import Source, UnreadableError, decode

#: The lines of `.gitattributes`.
ATTRIBUTES = tuple(f"*.journey.{ending} diff=journey merge=journey" for ending in ("yaml", "yml"))
#: What git runs, by the shell that comes with it; where `journey` is gone, git goes on with what it has itself.
SETTINGS = {
    "diff.journey.textconv": 'f() { journey outline --isolated -- "$1" 2>/dev/null || cat "$1"; }; f',
    "diff.journey.command": 'f() { journey git diff "$@" 2>/dev/null || diff -u "$2" "$5"; true; }; f',
    "merge.journey.name": "customer journey maps, by element",
    "merge.journey.driver": (
        'f() { journey git merge "$@"; c=$?; [ $c -le 1 ] || { git merge-file -L ours -L base -L theirs '
        '"$2" "$1" "$3"; c=$?; }; return $c; }; f %O %A %B %L %P'
    ),
}


def install(folder: Path | None = None) -> list[str]:
    """Set the drivers up in the repository of a folder; what was done. Raises `UnreadableError` outside one."""
    top = git.root(folder)
    told = []
    for key, value in SETTINGS.items():
        done = git.run("config", "--local", key, value, folder=top)
        if done.returncode != 0:
            raise UnreadableError(f"git could not keep {key}: {done.stderr.decode(errors='replace').strip()}")
        told.append(f"git config {key}")
    file = top / ".gitattributes"
    text = file.read_text("utf-8") if file.exists() else ""
    missing = [line for line in ATTRIBUTES if line not in text.splitlines()]
    if missing:
        end = "" if not text or text.endswith("\n") else "\n"
        write_whole(file, f"{text}{end}{''.join(f'{line}{chr(10)}' for line in missing)}".encode())
        told.append(f"{file.name}: {', '.join(line.split()[0] for line in missing)}")
    return told


def uninstall(folder: Path | None = None) -> list[str]:
    """Take the drivers out of the repository of a folder again; what was done."""
    top = git.root(folder)
    told = []
    for section in ("diff.journey", "merge.journey"):
        if git.run("config", "--local", "--remove-section", section, folder=top).returncode == 0:
            told.append(f"git config without {section}")
    file = top / ".gitattributes"
    if file.exists():
        lines = file.read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if line.rstrip("\r\n") not in ATTRIBUTES]
        if kept != lines:
            write_whole(file, "".join(kept).encode())
            told.append(f"{file.name} without maps")
    return told


def external_diff(arguments: Sequence[str], reader: Reader) -> list[str]:
    """What `git diff` shows of a map: called with 7 arguments, 9 for a rename, 1 for a map in conflict."""
    from journeykit.render.changes import text
    from journeykit.render.terminal.styled import ansi, plain

    path = arguments[0]
    if len(arguments) < 7:
        return [f"{path} is in conflict"]
    now = arguments[7] if len(arguments) > 7 else path
    old, new = _side(arguments[1], path, "old", reader), _side(arguments[4], now, "new", reader)
    lines = text.write([of_documents(old, new)])
    shown = ansi(lines) if sys.stdout.isatty() else plain(lines)
    moved = f" → {now}" if now != path else ""
    return [f"journey diff {path}{moved}", shown.rstrip("\n")]


def _side(file: str, path: str, side: str, reader: Reader) -> Document | None:
    """One side of a comparison as git hands it over; None for what is not there."""
    if file in ("/dev/null", "nul", "NUL"):
        return None
    source = decode(f"{path} ({side})", Path(file).read_bytes(), Path(path))
    return _loaded(source, reader)


def _loaded(source: Source, reader: Reader) -> Document:
    project = reader.project(source.path.parent if source.path else Path())
    return load(source, project, reader.library(project))


def merge_driver(arguments: Sequence[str], reader: Reader) -> int:
    """Merge as git asks: base, ours (which takes the result), theirs, the length of conflict signs, the path.

    0 where all is merged, 1 with conflicts; 2 where git should merge the lines itself. Nothing is written then.
    """
    if len(arguments) < 5:
        raise WrongUsageError("journey git merge is for git: BASE OURS THEIRS SIZE PATH")
    base, ours, theirs, size, path = arguments[:5]
    try:
        was, mine, other = (
            _loaded(decode(name, Path(file).read_bytes(), Path(path)), reader)
            for name, file in (("base", base), ("ours", ours), ("theirs", theirs))
        )
    except (FlawError, OSError):
        return 2
    merged = merge(was, mine, other, Labels(size=int(size) if size.isdigit() and int(size) else 7))
    if merged is None:
        return 2
    if not merged.conflicts:
        whole = _loaded(Source(path, merged.text, Path(path)), reader)
        if not _told(whole) <= _told(mine) | _told(other):
            # Both are sound and what they make together is not: people must look at it.
            return 2
    mark = codecs.BOM_UTF8 if Path(ours).read_bytes().startswith(codecs.BOM_UTF8) else b""
    Path(ours).write_bytes(mark + merged.text.encode())
    return 1 if merged.conflicts else 0


def _told(document: Document) -> frozenset[tuple[str, str]]:
    """The errors of a map."""
    return frozenset((one.code, one.message) for one in document.diagnostics if one.severity == "error")
