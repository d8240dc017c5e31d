"""Workflow commands of GitHub Actions, which show findings beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journeykit.render.findings import Told, places, told, worst_first
from journeykit.render.reports import SourceLine
from journeykit.render.taming import one_line, tame
from journeykit.source.diagnostic import Diagnostic, Summary

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def report(
    diagnostics: Sequence[Diagnostic],
    summary: Summary,
    source_line: SourceLine,
    place: Callable[[str], str] = str,
    unread: Sequence[str] = (),
    left: int = 0,
) -> str:
    """The findings, a command each, the worst first: GitHub shows the first ten of a kind.

    `place` gives the path of a file from the top of the repository. `unread` tells of each file that could not be read
    why, and `left` how many findings are not told.
    """
    lines = [f"::error::{_data(one_line(problem))}" for problem in unread]
    lines += [_command(one, place) for one in worst_first(told(diagnostics))]
    lines += [f"::notice::{left} more finding{'' if left == 1 else 's'} not told"] if left else []
    return "".join(f"{line}\n" for line in lines)


def _command(one: Told, place: Callable[[str], str]) -> str:
    found, span = one.finding, one.finding.span
    properties = {"file": tame(place(found.path)), "line": span.line, "endLine": max(span.line, span.end_line)}
    # GitHub takes columns only within one line.
    if properties["endLine"] == span.line:
        properties |= {"col": span.column, "endColumn": max(span.column, span.end_column)}
    properties["title"] = f"{found.code} {found.name}"
    message = one_line(found.message)
    if found.hint:
        message += f"\n{one_line(found.hint)}"
    if one.others:
        message += f"\nAlso in {places(one.others)}"
    told_as = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[found.severity]} {told_as}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _data(str(value)).replace(":", "%3A").replace(",", "%2C")
