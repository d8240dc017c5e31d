"""Lines of styled text as plain data, how they are laid out, and how they are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from journeykit.render.taming import tame
from journeykit.render.terminal.cells import breaks, width

Style = Literal[
    "", "strong", "dim", "voice", "title", "error", "warning", "info", "help", "gutter", "good", "bad", "gold",
    "n2", "n1", "z", "p1", "p2",
]  # fmt: skip

#: The codes of ANSI terminals. Feelings run from orange over grey to blue, in tones that read on light and dark.
ANSI: dict[Style, str] = {
    "strong": "1", "dim": "2", "voice": "3", "title": "1", "error": "1;31", "warning": "1;33", "info": "1;36",
    "help": "1;36", "gutter": "34", "good": "38;5;32", "bad": "38;5;166", "gold": "38;5;172",
    "n2": "38;5;166", "n1": "38;5;173", "z": "38;5;245", "p1": "38;5;74", "p2": "38;5;32",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one style."""

    text: str
    style: Style = ""


Line = tuple[Run, ...]


def line(*parts: str | Run | Line) -> Line:
    """A line of texts, runs and other lines; empty runs are left out."""
    runs: list[Run] = []
    for part in parts:
        if isinstance(part, tuple):
            runs += part
        else:
            runs.append(Run(part) if isinstance(part, str) else part)
    return tuple(run for run in runs if run.text)


def text_of(of: Line) -> str:
    """The bare text of a line."""
    return "".join(run.text for run in of)


def line_width(of: Line) -> int:
    """How many cells a line takes."""
    return width(text_of(of))


def joined(parts: Iterable[Line], separator: str = ", ") -> Line:
    """Lines joined to one; empty ones are left out."""
    runs: list[Run] = []
    for part in parts:
        if part:
            runs += (Run(separator, "dim"), *part) if runs else part
    return tuple(runs)


def flow(of: Line, limit: int | None) -> list[Line]:
    """A line parted into lines of at most so many cells; one line when `limit` is None."""
    if limit is None or line_width(of) <= limit:
        return [of]
    return [_slice(of, start, end) for start, end in breaks(text_of(of), max(2, limit))]


def _slice(of: Line, start: int, end: int) -> Line:
    runs, at = [], 0
    for run in of:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        if piece:
            runs.append(Run(piece, run.style))
        at += len(run.text)
    return tuple(runs)


def pad(of: Line, cells: int) -> Line:
    """A line filled with blanks to so many cells."""
    return line(of, " " * max(0, cells - line_width(of)))


def columns(cells: Sequence[Line], sizes: Sequence[int | None], wrap: bool = True, gap: int = 2) -> list[Line]:
    """Cells beside each other, each flowing within its column; without `wrap` a long cell pushes the next aside."""
    flowed = [flow(cell, size if wrap else None) for cell, size in zip(cells, sizes, strict=True)]
    rows = []
    for row in zip_longest(*flowed, fillvalue=()):
        runs: Line = ()
        target = 0
        for cell, size in zip(row, sizes, strict=True):
            if cell:
                runs = line(pad(runs, target if not runs else max(target, line_width(runs) + gap)), cell)
            target += (size or 0) + gap
        rows.append(runs)
    return rows


def hanging(lead: Line, body: Line, limit: int | None) -> list[Line]:
    """A body that flows behind a lead, its further lines under its first."""
    indent = line_width(lead)
    first, *rest = flow(body, None if limit is None else limit - indent)
    return [line(lead, first), *(line(" " * indent, more) for more in rest)]


def packed(parts: Iterable[Line], separator: str, limit: int | None, indent: int = 0) -> list[Line]:
    """Parts beside each other on as few indented lines as hold them; a part is broken only when wider than a line."""
    lines: list[Line] = []
    start = " " * indent
    for part in parts:
        wider = line(lines[-1], separator, part) if lines else line(start, part)
        if lines and limit is not None and line_width(wider) > limit:
            lines += hanging(line(start), part, limit)
        else:
            lines[-1:] = hanging(line(start), part, limit) if not lines else [wider]
    return lines


def plain(lines: Iterable[Line]) -> str:
    """Lines as bare text, each ended by a line feed; nothing in them can steer a terminal."""
    return "".join(f"{tame(text_of(of)).rstrip()}\n" for of in lines)


def ansi(lines: Iterable[Line]) -> str:
    """Lines as text with the colour codes of ANSI terminals; nothing else in them can steer one."""
    return "".join("".join(_coloured(run) for run in _trimmed(of)) + "\n" for of in lines)


def _trimmed(of: Line) -> Line:
    while of and not of[-1].text.strip():
        of = of[:-1]
    return (*of[:-1], Run(of[-1].text.rstrip(), of[-1].style)) if of else of


def _coloured(run: Run) -> str:
    code = ANSI.get(run.style)
    return f"\x1b[{code}m{tame(run.text)}\x1b[0m" if code else tame(run.text)
