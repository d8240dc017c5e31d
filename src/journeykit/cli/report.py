"""Tells findings, in every format asked for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from journeykit.cli.check import Checked
from journeykit.cli.console import Console, WrongUsageError, descriptor_of, write_whole
from journeykit.cli.maps import Reader
from journeykit.cli.options import chosen
from journeykit.model.faults import FAULT_PAGES, FAULTS
from journeykit.render import kinds
from journeykit.render.reports import RuleInfo
from journeykit.render.terminal.styled import line, plain
from journeykit.rules.base import Rule
from journeykit.source.diagnostic import SEVERITY_ORDER, Diagnostic
from journeykit.source.flaw import FlawError
from journeykit.source.position import Lines
from journeykit.source.text import Source, UnreadableError, read

Target = tuple[str, Path | None]


def target(text: str) -> Target:
    """A format and the file it goes to, None for standard output; raises `WrongUsageError`."""
    name, equals, file = text.partition("=")
    name = chosen("--format", name, kinds("reports"))
    if equals and not file:
        raise WrongUsageError(f"--format {name}= names no file; leave the = out for standard output")
    return name, Path(file) if file not in ("", "-") else None


def targets_of(texts: Sequence[str], maps: Sequence[str]) -> list[Target]:
    """The formats asked for, each to a place of its own that is no map; raises `WrongUsageError`."""
    targets = [target(text) for text in texts]
    taken: dict[str, str] = {}
    if any(place for _, place in targets):
        # Asked of the maps only where a file is written: there may be thousands.
        taken = {os.path.realpath(name): "a map" for name in maps if name != "-"}
    for name, place in targets:
        real = "" if place is None or descriptor_of(place) == 1 else os.path.realpath(place)
        if real in taken:
            where = "standard output" if place is None else str(place)
            raise WrongUsageError(f"--format {name}: {where} is {taken[real]} already; name a file: {name}=FILE")
        taken[real] = "another format's"
    return targets


def report(
    checked: Checked,
    targets: list[Target],
    console: Console,
    reader: Reader,
    rules: Sequence[Rule] = (),
    most: int | None = None,
) -> None:
    """Tell what was found; `rules` are those that ran, `most` limits how many findings are told, never the summary."""
    told = _worst(checked.found, most)
    left = len(checked.found) - len(told)
    lines_of = SourceLines(reader)
    for name, file in targets:
        module = import_module(f"journeykit.render.reports.{name}")
        if name == "text" and checked.unreadable and not checked.maps:
            continue
        if name == "text":
            width = console.width if file is None else None
            lines = module.report(told, checked.summary, lines_of.line, width, console.unicode)
            if left:
                lines.append(line(f"{left} more findings are not told."))
            if file is None:
                console.lines(lines)
            else:
                write_whole(file, plain(lines).encode("utf-8", "backslashreplace"))
            continue
        more: dict[str, object] = {}
        if name == "sarif":
            more = {"rules": _infos(rules)}
        elif name == "junit":
            # A file whose findings are not told is not one without any.
            found = {one.path for one in checked.found}
            more = {"paths": [path for path in checked.paths if path not in found], "unread": checked.unreadable}
        elif name == "markdown":
            more = {"base": _base(), "place": _from_root, "unread": checked.unreadable, "left": left}
        elif name == "github":
            more = {"place": _from_root, "unread": checked.unreadable, "left": left}
        text = module.report(told, checked.summary, lines_of.line, **more)
        if file is None:
            console.result(text)
        else:
            write_whole(file, text.encode("utf-8", "backslashreplace"))


def _worst(found: Sequence[Diagnostic], most: int | None) -> Sequence[Diagnostic]:
    """So many findings, the worst of them, in the order they had."""
    if most is None or len(found) <= most:
        return found
    kept = sorted(range(len(found)), key=lambda at: (SEVERITY_ORDER.index(found[at].severity), at))[:most]
    return [found[at] for at in sorted(kept)]


def _infos(rules: Sequence[Rule]) -> list[RuleInfo]:
    """The rules as a report tells them: the faults of files first."""
    faults = [RuleInfo(code, name, severity, FAULT_PAGES[code]) for code, (name, severity) in FAULTS.items()]
    return faults + [
        RuleInfo(rule.code, rule.name, rule.severity, rule.summary, rule.why, rule.bad, rule.good) for rule in rules
    ]


def _base() -> str:
    """Where the files of this run lie on the web, inside GitHub Actions; else nothing."""
    server, repository, commit = (os.environ.get(f"GITHUB_{name}") for name in ("SERVER_URL", "REPOSITORY", "SHA"))
    return f"{server}/{repository}/blob/{commit}/" if server and repository and commit else ""


def _from_root(path: str) -> str:
    """A path from the top of the checkout inside GitHub Actions, for there links and remarks count from it."""
    checkout = os.environ.get("GITHUB_WORKSPACE")
    if not checkout:
        return path
    real = Path(os.path.abspath(path))  # noqa: PTH100 - links stay what they are
    top = Path(os.path.abspath(checkout))  # noqa: PTH100
    return real.relative_to(top).as_posix() if real.is_relative_to(top) else path


class SourceLines:
    """The lines of the files that findings stand in, read again when they are told, for maps are not kept."""

    def __init__(self, reader: Reader, known: Source | None = None) -> None:
        self._stdin = reader.stdin
        self._lines = {known.name: Lines(known.text)} if known else {}

    def line(self, path: str, number: int) -> str:
        """A line of a file; empty where it cannot be had."""
        if path not in self._lines:
            try:
                stdin = self._stdin is not None and self._stdin.name == path
                self._lines[path] = Lines(self._stdin.text if stdin and self._stdin else read(path).text)
            except (UnreadableError, FlawError):
                self._lines[path] = Lines("")
        return self._lines[path].line(number)
