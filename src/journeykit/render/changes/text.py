"""Changes for people at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from journeykit.diff.change import Change
from journeykit.diff.compare import Diff
from journeykit.diff.headline import headline
from journeykit.diff.revision import MapDiff
from journeykit.diff.summary import Summary, summary
from journeykit.diff.told import by_stage
from journeykit.render.taming import one_line, tame
from journeykit.render.terminal.styled import Line, Run, Style, line
from journeykit.render.views.compared import called, compared

_MARKS: dict[str, tuple[str, Style]] = {"better": ("▲", "good"), "worse": ("▼", "bad"), "neutral": ("·", "dim")}
_KINDS = ("added", "removed", "changed", "moved", "renamed")
_PLAIN = {"better": "+", "worse": "-", "neutral": " "}


def write(maps: Sequence[MapDiff], unicode: bool = True) -> list[Line]:
    """The changes of every map: its headline, its figures, then stage by stage what is better, worse or neither."""
    lines: list[Line] = []
    for one in maps:
        if lines:
            lines.append(line(""))
        lines += _map(one, unicode)
    return lines


def _map(one: MapDiff, unicode: bool) -> list[Line]:
    lines = [line(Run(_title(one), "strong"))]
    lines += [line(Run(one_line(note), "warning")) for note in one.notes]
    if one.old is None or one.new is None:
        return [*lines, line("This map is new." if one.old is None else "This map is gone.")]
    diff = one.diff
    if diff is None:
        return lines
    if not diff.changes:
        return [*lines, line("Only the layout changed." if one.is_layout_alone else "Nothing changed.")]
    styles: dict[str, Style] = {"better": "good", "worse": "bad", "neutral": ""}
    lines.append(line(*(Run(tame(piece.text), styles[piece.effect]) for piece in headline(diff))))
    figures = summary(diff)
    lines += [line(""), *_figures(figures, unicode)]
    for name, changes in by_stage(diff):
        lines += [line(""), line(Run(one_line(name), "title"))]
        lines += [_change(change, before, unicode) for before, change in zip((None, *changes), changes, strict=False)]
    return [*lines, line(""), line(Run(_count(figures), "dim"))]


def _title(one: MapDiff) -> str:
    names = called(one)
    document = one.new or one.old
    title = document.journey.title if document and document.journey else ""
    return one_line(f"{title}: {' → '.join(names)}" if title else " → ".join(names))


def _figures(figures: Summary, unicode: bool) -> list[Line]:
    arrow = "→" if unicode else "->"
    rows = compared(figures)
    wide = max(len(name) for name, *_ in rows)
    return [
        line(Run(f"{name:<{wide}}  ", "dim"), before, f" {arrow} ", Run(after, "strong"))
        if before != after
        else line(Run(f"{name:<{wide}}  ", "dim"), before)
        for name, before, after in rows
    ]


def _change(change: Change, before: Change | None, unicode: bool) -> Line:
    """A change; a further one of the element told just before does without its name."""
    mark, style = _MARKS[change.effect]
    mark = mark if unicode else _PLAIN[change.effect]
    probable = Run("  (probably)", "dim") if not change.sure else ""
    name = f"{change.place.element.text}: "
    said = change.message
    is_more = before is not None and before.element == change.element and change.kind == "changed"
    if is_more and before is not None and name.rstrip(": ") in before.message and said.startswith(name):
        said = said.removeprefix(name)
    indent = "      " if is_more else "  "
    return line(Run(f"{indent}{mark} ", style), one_line(said), probable)


def _count(figures: Summary) -> str:
    kinds = ", ".join(f"{figures.kinds[kind]} {kind}" for kind in _KINDS if figures.kinds[kind])
    better, worse = figures.effects["better"], figures.effects["worse"]
    return f"{kinds}; {better} better, {worse} worse for the customer"


def total(diff: Diff) -> int:
    """How many lines of change a person has to read."""
    return sum(len(changes) for _, changes in by_stage(diff))
