"""Lines of a file with the places in them underlined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from journeykit.render.taming import tame
from journeykit.render.terminal.cells import fitting, width
from journeykit.render.terminal.styled import Line, Run, Style, hanging, line
from journeykit.source.position import Span

_TAB = "    "
#: How many cells are kept before a place where a long line is shortened.
_LEAD = 24


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to underline, and what to say beside it."""

    path: str
    span: Span
    label: str
    primary: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """How lines are shown: `gutter` is the room for line numbers, `width` the cells of the terminal, None without."""

    source_line: Callable[[str, int], str]
    gutter: int
    width: int | None
    style: Style
    ellipsis: str


def excerpt(marks: Sequence[Mark], look: Excerpt) -> list[Line]:
    """The lines of the marks, file by file, the first mark's file first; those of a file in their order."""
    lines: list[Line] = []
    files = {path: position for position, path in reversed(list(enumerate(mark.path for mark in marks)))}
    ordered = sorted(marks, key=lambda mark: (files[mark.path], mark.span.line, mark.span.column))
    for path, of_file in groupby(ordered, key=lambda mark: mark.path):
        group = list(of_file)
        if files[path]:
            first = group[0].span
            where = f"{tame(path)}:{first.line}:{first.column}"
            lines.append(line(Run(f"{' ' * look.gutter}::: ", "gutter"), where))
        lines += _of_file(group, look)
    return lines


def _of_file(marks: Sequence[Mark], look: Excerpt) -> list[Line]:
    lines: list[Line] = []
    shown = 0
    for mark in marks:
        text = look.source_line(mark.path, mark.span.line)
        if not text.strip():
            if mark.label:
                lines += _beside(look, mark)
            continue
        if mark.span.line != shown:
            context = _context(mark, text, look, shown)
            if shown and mark.span.line - len(context) > shown + 1:
                lines.append((Run("...", "gutter"),))
            elif not shown:
                lines.append(_bar(look))
            for number in context:
                lines.append(_numbered(look, number, _drawn(look.source_line(mark.path, number), 0, look)))
        lines += _underlined(mark, text, look, mark.span.line != shown)
        shown = mark.span.line
    return [*lines, _bar(look)] if lines else lines


def _context(mark: Mark, text: str, look: Excerpt, shown: int) -> list[int]:
    """The line before, where the place stands inside an entry that begins there or higher."""
    number = mark.span.line - 1
    inside = text[:1] in (" ", "\t") and not text.lstrip().startswith("- ")
    return [number] if inside and number > shown and look.source_line(mark.path, number).strip() else []


def _underlined(mark: Mark, text: str, look: Excerpt, with_line: bool) -> list[Line]:
    start = min(mark.span.column - 1, len(text))
    end = mark.span.end_column - 1 if mark.span.end_line == mark.span.line else len(text)
    before = width(_spelt(text[:start]))
    under = max(1, width(_spelt(text[: max(start, end)])) - before)
    skipped = _skipped(text, before, under, look)
    room = None if look.width is None else max(1, look.width - look.gutter - 3)
    at = before - skipped + (width(look.ellipsis) if skipped else 0)
    if room is not None:
        under = max(1, min(under, room - at))
    more = f" to line {mark.span.end_line}" if mark.span.end_line > mark.span.line else ""
    style: Style = look.style if mark.primary else "gutter"
    carets = Run(("^" if mark.primary else "-") * under + more, style)
    lead = line(Run(f"{' ' * look.gutter} | ", "gutter"), " " * at, carets)
    lines = [_numbered(look, mark.span.line, _drawn(text, skipped, look))] if with_line else []
    if not mark.label:
        return [*lines, lead]
    if look.width is not None and look.gutter + 3 + at + under + 20 > look.width:
        # No room beside the place: the label goes below it.
        return [*lines, lead, *hanging(_bar(look, " "), line(Run(mark.label, style)), look.width)]
    return [*lines, *hanging(line(lead, " "), line(Run(mark.label, style)), look.width)]


def _beside(look: Excerpt, mark: Mark) -> list[Line]:
    return hanging(_bar(look, " "), line(Run(f"line {mark.span.line}: {mark.label}", "gutter")), look.width)


def _spelt(text: str) -> str:
    """A line of a file as it is shown: tabs as blanks, what could steer the terminal as escapes."""
    return tame(text.replace("\t", _TAB))


def _skipped(text: str, before: int, under: int, look: Excerpt) -> int:
    """How many cells of a long line are left out before a place, so that the place can be seen."""
    if look.width is None:
        return 0
    room = look.width - look.gutter - 3
    whole = width(_spelt(text))
    if whole <= room or before + min(under, 20) + width(look.ellipsis) <= room:
        return 0
    spelt = _spelt(text)
    lead = max(0, min(_LEAD, room // 3))
    # A wide letter is left out as a whole.
    return width(spelt[: fitting(spelt, max(0, before - lead))])


def _drawn(text: str, skipped: int, look: Excerpt) -> Line:
    spelt = _spelt(text)
    if skipped:
        spelt = look.ellipsis + spelt[fitting(spelt, skipped) :]
    room = None if look.width is None else max(1, look.width - look.gutter - 3)
    if room is None or width(spelt) <= room:
        return line(spelt.rstrip())
    return line(spelt[: fitting(spelt, room - width(look.ellipsis))], look.ellipsis)


def _numbered(look: Excerpt, number: int, text: Line) -> Line:
    return line(Run(f"{number:>{look.gutter}} | ", "gutter"), text)


def _bar(look: Excerpt, after: str = "") -> Line:
    return (Run(f"{' ' * look.gutter} |{after}", "gutter"),)
