"""Findings for people: the lines of the map, a caret under the place, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from journeykit.render.findings import Told, places, told
from journeykit.render.reports import SourceLine
from journeykit.render.taming import one_line, tame
from journeykit.render.terminal.excerpt import Excerpt, Mark, excerpt
from journeykit.render.terminal.styled import Line, Run, Style, hanging, line
from journeykit.source.diagnostic import Diagnostic, Summary

#: What a severity is called, and its style.
_WORDS: dict[str, tuple[str, Style]] = {
    "error": ("error", "error"),
    "warning": ("warning", "warning"),
    "info": ("note", "info"),
}


def report(
    diagnostics: Sequence[Diagnostic],
    summary: Summary,
    source_line: SourceLine,
    width: int | None = None,
    unicode: bool = True,
) -> list[Line]:
    """The findings in their order, then one line that sums up.

    Long lines of the map are shortened around the place, and long messages flow, only where a `width` is given.
    """
    lines: list[Line] = []
    for one in told(diagnostics):
        lines += [*_finding(one, source_line, width, unicode), ()]
    return [*lines, *hanging((), _sum(summary), width)]


def _finding(one: Told, source_line: SourceLine, width: int | None, unicode: bool) -> list[Line]:
    found = one.finding
    word, style = _WORDS[found.severity]
    marks = [Mark(found.path, found.span, "", True)]
    marks += [Mark(other.path, other.span, one_line(other.message), False) for other in found.related]
    gutter = max(len(str(mark.span.line)) for mark in marks)
    look = Excerpt(source_line, gutter, width, style, "…" if unicode else "...")
    lead = Run(f"{word}[{found.code}]", style)
    where = f"{tame(found.path)}:{found.span.line}:{found.span.column}"
    lines = hanging((), line(lead, Run(f" {found.name}: {one_line(found.message)}", "strong")), width)
    lines.append(line(Run(f"{' ' * gutter}--> ", "gutter"), where))
    lines += excerpt(marks, look)
    if found.hint:
        lines += _note(look, "help", one_line(found.hint))
    if one.others:
        lines += _note(look, "note", f"also in {places(one.others)}")
    return lines


def _note(look: Excerpt, word: str, text: str) -> list[Line]:
    lead = line(Run(f"{' ' * look.gutter} = ", "gutter"), Run(f"{word}: ", "help" if word == "help" else "strong"))
    return hanging(lead, line(text), look.width)


def _sum(summary: Summary) -> Line:
    if not summary.maps and not summary.errors + summary.warnings + summary.infos:
        return line("No maps found.")
    maps = f"Checked {_count(summary.maps, 'map')}: "
    counts = (("error", summary.errors), ("warning", summary.warnings), ("info", summary.infos))
    found = [Run(_count(number, _WORDS[key][0]), _WORDS[key][1]) for key, number in counts if number]
    if not found:
        return line(maps, Run("nothing found", "good"), ".")
    parts: list[str | Run] = []
    for run in found:
        parts += [", ", run] if parts else [run]
    return line(maps, *parts, ".")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
