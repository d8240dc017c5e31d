"""A YAML text as a tree of blocks: the lines of each key and item, with the comments above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Protocol

import yaml

from journeykit.source.nodes import is_absent
from journeykit.source.nodetree import NodeTree
from journeykit.source.position import Path

#: Where YAML 1.2 and editors break lines.
_BREAK = re.compile("\r\n|\n|\r")
#: The step to an item that is not there: a dash and nothing more.
_NOWHERE = -1


class Names(Protocol):
    """What the model knows of the places in a text."""

    def identity(self, path: Path, node: Any, text: str) -> Hashable:
        """What stands in a place, the same in all three texts; `text` are its own lines."""

    def short(self, path: Path, node: Any) -> str:
        """The key that a plain text in this place stands for, empty where it stands for none."""


@dataclass(frozen=True)
class Inline:
    """A value that stands in one piece: its node and text, and the lines of its block before and behind it."""

    node: Any
    path: Path
    text: str
    before: list[str]
    after: list[str]
    lines: list[str] = field(repr=False)
    names: Names = field(repr=False)


@dataclass
class Block:
    """A key with its value, or an item of a list.

    `head` are its own first lines (comments, and the line of the key); `children` what stands in it, None for a block
    that is taken whole, and perhaps stands in one piece (`inline`). `kind` is what its value is: mapping, sequence or
    scalar. The sign of a list item is a blank in its lines, and stands at column `dash` (from 0).
    """

    key: Hashable
    column: int
    head: list[str]
    children: list[Block] | None = None
    dash: int | None = None
    kind: str = ""
    inline: Inline | None = None

    @property
    def lines(self) -> list[str]:
        """All lines, the sign of a list item back in its place."""
        if self.children is None:
            return signed(self.head, self.dash)
        inner = [line for child in self.children for line in child.lines]
        return self.head + signed(inner, self.dash)

    @property
    def text(self) -> str:
        """What two blocks are compared by: the lines without what comes from where they stand."""
        return "\n".join(line[min(self.column, len(line) - len(line.lstrip())) :].rstrip() for line in self.lines)


def signed(lines: list[str], dash: int | None) -> list[str]:
    """Lines with the sign of a list item in the first of them that is no comment."""
    if dash is None:
        return lines
    for at, line in enumerate(lines):
        if line.strip() and not line.lstrip().startswith("#"):
            return [*lines[:at], line[:dash].ljust(dash) + "-" + line[dash + 1 :], *lines[at + 1 :]]
    return lines


def blocks(text: str, names: Names) -> list[Block]:
    """The blocks of a map's top, from its first line to its last. Raises `FlawError` where the text is no map."""
    lines = _BREAK.split(text)
    if not lines[-1]:
        lines.pop()
    root = NodeTree(text).root
    if root.flow_style:
        return [Block((), 0, lines)]
    return _inside(root, (), lines, 0, len(lines), names)


def _inside(node: Any, path: Path, lines: list[str], start: int, end: int, names: Names) -> list[Block]:
    """The blocks of a mapping or list that lies between two lines; the signs of its items become blanks there."""
    firsts = _first_lines(node)
    begins = [start] + [_above(lines, first, before) for before, first in pairwise(firsts)]
    found = []
    keys: Counter[Hashable] = Counter()
    for (step, _, value), first, begin, stop in zip(parts_of(node), firsts, begins, [*begins[1:], end], strict=True):
        where = (*path, step)
        text = "\n".join(line.strip() for line in lines[first:stop]).removeprefix("- ").lstrip()
        key = counted(names.identity(where, value, text), keys)
        found.append(_block(node, value, where, key, lines, (begin, first, stop), names))
    return found


def counted(key: Hashable, known: Counter[Hashable]) -> Hashable:
    """A key as it is, with a number where there was one like it before."""
    known[key] += 1
    return key if known[key] == 1 else (key, known[key])


def parts_of(node: Any) -> list[tuple[str | int, Any, Any]]:
    """The keys or items of a node: the step that leads there, the node of the key if there is one, the value."""
    if isinstance(node, yaml.MappingNode):
        return [(str(key.value), key, value) for key, value in node.value]
    # The model does not count items that are not there.
    at, found = 0, []
    for item in node.value:
        absent = is_absent(item)
        found.append((_NOWHERE if absent else at, None, item))
        at += not absent
    return found


def _first_lines(node: Any) -> list[int]:
    """The line in which each key or item begins."""
    return [(key or value).start_mark.line for _, key, value in parts_of(node)]


def _above(lines: list[str], first: int, before: int) -> int:
    """The first of the comments and blank lines right above a line."""
    while first - 1 > before and (not lines[first - 1].strip() or lines[first - 1].lstrip().startswith("#")):
        first -= 1
    return first


def _block(
    holder: Any, value: Any, path: Path, key: Hashable, lines: list[str], at: tuple[int, int, int], names: Names
) -> Block:
    begin, first, stop = at
    item = isinstance(holder, yaml.SequenceNode)
    column = len(lines[first]) - len(lines[first].lstrip())
    dash = None
    if item and lines[first][column : column + 1] == "-" and lines[first][column + 1 :].strip():
        dash = column
        lines[first] = lines[first][:dash] + " " + lines[first][dash + 1 :]
    if not _is_open(value, first, stop, item):
        inline = None if item and dash is None else _inline(value, path, lines, at, names)
        return Block(key, column, lines[begin:stop], None, dash, value.id, inline)
    split = first if item else first + 1
    children = _inside(value, path, lines, split, stop, names)
    return Block(key, column, lines[begin:split], children, dash, value.id)


def _inline(value: Any, path: Path, lines: list[str], at: tuple[int, int, int], names: Names) -> Inline | None:
    """A value in one piece, if it is: no text over several lines, nothing written elsewhere, no comment inside."""
    begin, first, stop = at
    start, end = value.start_mark, value.end_mark
    if not first <= start.line <= end.line < stop:
        return None
    text = between(lines, start, end)
    after = [lines[end.line][end.column :], *lines[end.line + 1 : stop]]
    is_last = not after[0].strip() or after[0].lstrip().startswith("#")
    if text is None or not is_last or not (isinstance(value, yaml.ScalarNode) or text[:1] in ("[", "{")):
        return None
    before = [*lines[begin : start.line], lines[start.line][: start.column]]
    return Inline(value, path, text, before, after, lines, names)


def between(lines: list[str], start: Any, end: Any) -> str | None:
    """The text between two marks in one line; None where its line breaks may say something."""
    if start.line == end.line:
        return lines[start.line][start.column : end.column]
    parts = [lines[start.line][start.column :], *lines[start.line + 1 : end.line], lines[end.line][: end.column]]
    told = all(part.strip() for part in parts) and parts[0].lstrip()[:1] in ("[", "{")
    return " ".join(part.strip() for part in parts) if told and not set("#\"'") & set("".join(parts)) else None


def _is_open(value: Any, first: int, stop: int, item: bool) -> bool:
    """Whether a value stands key by key or item by item in the lines of its block, and not elsewhere by an alias."""
    if isinstance(value, yaml.ScalarNode) or value.flow_style or not value.value:
        return False
    inner = _first_lines(value)
    least = first if item else first + 1
    one_a_line = len(set(inner)) == len(inner)
    return bool(inner) and one_a_line and all(least <= line < stop for line in inner) and inner == sorted(inner)
