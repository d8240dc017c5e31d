"""Where in a text a place lies, found by how lines begin, so that a few lines have to be composed and not all.

For texts that `quick` has vouched for. There, siblings begin in one column and in the order of the data, and what goes
on over several lines is indented further; so a line that begins like the next sibling is the next sibling.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from journeykit.source.position import Path

#: From a key or a dash to the block that begins on a line below it: blanks, comments and empty lines.
_TO_BLOCK = re.compile(r" *(?:#[^\n]*)?(?:\n *(?:#[^\n]*)?)*\n *(?=[^ \n#])")
_BLANKS = re.compile(r" *")


class Piece(NamedTuple):
    """One key or one item of a text with what is in it: from `start` to `end`."""

    start: int
    end: int
    #: The path inside the piece, from its key or, as its item 0, from its item on.
    path: Path


def follow(data: Any, path: Path) -> tuple[Path, Any]:
    """As much of a path as is there, and the value it leads to; steps that do not fit the data are skipped.

    An index is skipped where a single value stands for a list.
    """
    there: list[str | int] = []
    for step in path:
        if isinstance(data, list) and isinstance(step, int):
            if step >= len(data):
                break
        elif isinstance(data, dict) and isinstance(step, str):
            if step not in data:
                break
        else:
            continue
        there.append(step)
        data = data[step]
    return tuple(there), data


def piece_at(text: str, data: Any, path: Path) -> Piece | None:
    """The smallest piece that the line beginnings show a path to lie in; None where they show none.

    `data` is what the whole text holds; the path has to be there.
    """
    found: Piece | None = None
    start, end = 0, len(text)
    if text[0] in "#-" and (begins := _TO_BLOCK.match(text, 3 if text[0] == "-" else 0)):
        start = begins.end()
    for place, step in enumerate(path):
        found_here = _key(text, start, end, data, step) if isinstance(step, str) else _item(text, start, end, step)
        if found_here is None:
            break
        start, end = found_here
        found = Piece(start, end, path[place:] if isinstance(step, str) else (0, *path[place + 1 :]))
        data = data[step]
        after = start + (len(step) + 1 if isinstance(step, str) else 1)
        if (below := _TO_BLOCK.match(text, after, end)) is not None:
            start = below.end()
        elif isinstance(step, int):
            start = _BLANKS.match(text, after).end()  # type: ignore[union-attr]
        else:
            break
        if text[start] in "[{|>\"'":
            break
    return found


def _key(text: str, start: int, end: int, data: dict[str, Any], name: str) -> tuple[int, int] | None:
    """Where a key of the block mapping that begins at `start` begins and ends."""
    line = "\n" + " " * (start - text.rfind("\n", 0, start) - 1)
    names = list(data)
    place = names.index(name)
    if place:
        start = text.find(f"{line}{name}:", start, end) + len(line)
    # Not found, `start` is before the first line, where it cannot be.
    if not text.startswith(f"{name}:", start) or (place and start < len(line)):
        return None
    if place + 1 < len(names):
        end = text.find(f"{line}{names[place + 1]}:", start, end) + 1
    return (start, end) if end else None


def _item(text: str, start: int, end: int, index: int) -> tuple[int, int] | None:
    """Where an item of the block list that begins at `start` begins and ends."""
    line = "\n" + " " * (start - text.rfind("\n", 0, start) - 1)
    last = start
    for place in range(index + 2):
        if place:
            start, last = last, text.find(f"{line}-", last, end) + len(line)
        if last < len(line):
            return (start, end) if place == index + 1 else None
        if not text.startswith("- ", last):
            return None
    return start, last - len(line) + 1
