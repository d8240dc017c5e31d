"""Findings as Markdown, for a comment on a pull request or the summary of a CI run."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from journeykit.render.findings import Told, places, told, worst_first
from journeykit.render.reports import SourceLine, address
from journeykit.render.taming import one_line, tame
from journeykit.source.diagnostic import Diagnostic, Summary

_WORDS = {"error": "error", "warning": "warning", "info": "note"}
#: GitHub takes comments of 65,536 characters at the most.
_ROOM = 60_000
_CODE = re.compile(r"(`[^`]+`)")
_MARKUP = re.compile(r"[\\`*_{}\[\]<>()#!|~&$^]")
#: What would call people, or name an issue.
_CALL = re.compile(r"(@|\\#)(?=\w)")


def report(
    diagnostics: Sequence[Diagnostic],
    summary: Summary,
    source_line: SourceLine,
    base: str = "",
    place: Callable[[str], str] = str,
    unread: Sequence[str] = (),
    left: int = 0,
) -> str:
    """The counts, then a table of findings, the worst first; what finds no room in a comment is counted.

    `base` is set before the links to lines: "" where they stand beside the maps, else the address of the
    repository's files at a commit, with a `/` at its end; then `place` gives the path of a file there. `unread` tells
    of each file that could not be read why, and `left` how many findings are not told.
    """
    text = f"### Journey maps: {_counts(summary)}\n"
    text += "".join(f"\n**Not read:** {_text(problem)}\n" for problem in unread)
    findings = worst_first(told(diagnostics))
    if not findings:
        return text
    more = f"\n{_count(left, 'more finding')} not told.\n" if left else ""
    text += "\n| | place | finding |\n|---|---|---|\n"
    for number, one in enumerate(findings):
        row = _row(one, base, place)
        if len(text) + len(row) > _ROOM:
            left = sum(1 + len(rest.others) for rest in findings[number:])
            return f"{text}\n{_count(left, 'more finding')} found no room here.\n{more}"
        text += row
    return text + more


def _counts(summary: Summary) -> str:
    counts = (("error", summary.errors), ("warning", summary.warnings), ("note", summary.infos))
    found = ", ".join(_count(number, noun) for noun, number in counts if number)
    return f"{found or 'nothing found'} in {_count(summary.maps, 'map')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _row(one: Told, base: str, place: Callable[[str], str]) -> str:
    found = one.finding
    cell = [f"**{found.name}** ({found.code}): {_text(found.message)}"]
    if found.hint:
        cell.append(f"Help: {_text(found.hint)}")
    for other in found.related:
        there = _link(other.path, other.span.line, base, place)
        cell.append(f"{there}: {_text(other.message)}" if other.message else f"See {there}")
    if one.others:
        cell.append(f"Also in {places(one.others)}")
    return f"| {_WORDS[found.severity]} | {_link(found.path, found.span.line, base, place)} | {'<br>'.join(cell)} |\n"


def _link(path: str, line: int, base: str, place: Callable[[str], str]) -> str:
    told = f"{_escaped(tame(path))}:{line}"
    there = place(path) if base else path
    if there.startswith(("/", "../")):
        # Outside the repository there is nothing to link to.
        return told
    return f"[{told}]({base}{address(there)}#L{line})"


def _text(text: str) -> str:
    """A text of ours or of the map: code in backticks stays code, all else is words."""
    pieces = _CODE.split(one_line(text))
    return "".join(piece.replace("|", "\\|") if number % 2 else _escaped(piece) for number, piece in enumerate(pieces))


def _escaped(text: str) -> str:
    # An empty remark parts a sign from its name, so that nobody is called and no issue is named.
    return _CALL.sub(r"\1<!-- -->", _MARKUP.sub(r"\\\g<0>", text))
