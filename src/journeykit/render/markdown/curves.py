"""Both curves of a comparison as a picture made of signs, for a comment, which can hold no other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journeykit.diff.compare import Diff
from journeykit.render.taming import one_line
from journeykit.render.terminal.cells import width
from journeykit.render.views import words
from journeykit.render.views.changes import Chart, chart
from journeykit.render.views.changes.grid import Group

#: The height of a feeling from −2 to +2.
BARS = "▁▂▄▆█"
_WIDEST = 16


def curves(diff: Diff, old: str, new: str) -> str:
    """Both curves of the primary persona as a fenced block, action over action; empty where none has a feeling.

    A point is a bar, as high as the feeling is good; a dot is an action without a score, a blank one that is not there.
    """
    found = chart(diff)
    if not found.walks:
        return ""
    walk = found.walks[0]
    before = {dot.x: _bar(dot.level) for dot in walk.dots}
    after = {spot.x: _bar(spot.level) for spot in walk.faces if spot.face != "x"}
    names = ["", *(words.short(one_line(name), _WIDEST) for name in (old, new))]
    size = max(map(width, names))
    groups = found.whole.groups
    cells = (
        [_head(group) for group in groups],
        [_cells(group, before, True) for group in groups],
        [_cells(group, after, False) for group in groups],
    )
    rows = [(_padded(name, size), row) for name, row in zip(names, cells, strict=True)]
    lines = [_row(name, row, found) for name, row in rows]
    # No run of backticks in a name may end the block.
    fence = "`" * max(3, 1 + max(len(run) for line in lines for run in re.findall("`*", line)))
    return "\n".join([f"{fence}text", *lines, fence])


def _bar(level: float) -> str:
    """The bar of a place so far below +2."""
    return BARS[round(4 - level)]


def _head(group: Group) -> str:
    return words.short(one_line(group.stage.text), max(_WIDEST, 2 * len(group.columns)))


def _cells(group: Group, bars: dict[float, str], is_old: bool) -> str:
    """A stage's bars; one for the stage itself where no action has one."""
    shown = []
    for column in group.columns:
        there = column.old if is_old else column.new
        shown.append(bars.get(column.middle, "·" if there else " "))
    own = bars.get(group.middle)
    if own and not any(column.middle in bars for column in group.columns):
        shown = [own]
    return " ".join(shown)


def _row(name: str, cells: Sequence[str], found: Chart) -> str:
    sizes = [max(width(_head(group)), 2 * len(group.columns) - 1) for group in found.whole.groups]
    told = (_padded(cell, size) for cell, size in zip(cells, sizes, strict=True))
    return f"{name}  {' │ '.join(told)}".rstrip()


def _padded(text: str, size: int) -> str:
    return text + " " * (size - width(text))
