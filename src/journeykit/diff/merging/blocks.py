"""A YAML text as a tree of blocks: the lines of each key and item, with the comments above it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import yaml

from journeykit.source.nodes import is_absent
from journeykit.source.nodetree import NodeTree
from journeykit.source.position import Path

#: What a block is, the same in all three texts; from its path, and its own text where it is no element.
Identity = Callable[[Path, str], Hashable]


@dataclass
class Block:
    """A key with its value, or an item of a list.

    `head` are its own first lines (comments, and the line of the key); `children` what stands in it, None for a block
    that is taken whole. The sign of a list item is a blank in its lines, and stands at column `dash` (from 0).
    """

    key: Hashable
    column: int
    head: list[str]
    children: list[Block] | None = None
    dash: int | None = None
    _lines: list[str] = field(default_factory=list)

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


def blocks(text: str, identity: Identity) -> list[Block]:
    """The blocks of a map's top, from its first line to its last. Raises `FlawError` where the text is no map."""
    lines = text.splitlines()
    root = NodeTree(text).root
    if root.flow_style:
        return [Block((), 0, lines)]
    return _inside(root, (), lines, 0, len(lines), identity)


def _inside(node: Any, path: Path, lines: list[str], start: int, end: int, identity: Identity) -> list[Block]:
    """The blocks of a mapping or list that lies between two lines."""
    parts = _parts(node)
    firsts = [first for _, first, _ in parts]
    begins = [start] + [_above(lines, first, before) for before, first in pairwise(firsts)]
    found = []
    for (step, first, value), begin, stop in zip(parts, begins, [*begins[1:], end], strict=True):
        where = (*path, step)
        text = "\n".join(line.strip() for line in lines[first:stop])
        key = identity(where, text)
        found.append(_block(node, value, where, key, lines, (begin, first, stop), identity))
    return found


def _parts(node: Any) -> list[tuple[str | int, int, Any]]:
    """The keys or items of a node: the step that leads there, the line it begins in, its value."""
    if isinstance(node, yaml.MappingNode):
        return [(str(key.value), key.start_mark.line, value) for key, value in node.value]
    there = [item for item in node.value if not is_absent(item)]
    return [(at, item.start_mark.line, item) for at, item in enumerate(there)]


def _above(lines: list[str], first: int, before: int) -> int:
    """The first of the comments and blank lines right above a line."""
    while first - 1 > before and (not lines[first - 1].strip() or lines[first - 1].lstrip().startswith("#")):
        first -= 1
    return first


def _block(
    holder: Any, value: Any, path: Path, key: Hashable, lines: list[str], at: tuple[int, int, int], identity: Identity
) -> Block:
    begin, first, stop = at
    item = isinstance(holder, yaml.SequenceNode)
    column = len(lines[first]) - len(lines[first].lstrip())
    own = lines[begin:stop]
    dash = None
    if item and lines[first][column : column + 1] == "-":
        dash = column
        own[first - begin] = own[first - begin][:dash] + " " + own[first - begin][dash + 1 :]
    if not _is_open(value, first, stop, item):
        return Block(key, column, own, None, dash)
    # The lines with the sign taken out, in the place they have in the whole text.
    without = lines[:begin] + own + lines[stop:]
    split = first if item else first + 1
    children = _inside(value, path, without, split, stop, identity)
    return Block(key, column, without[begin:split], children, dash)


def _is_open(value: Any, first: int, stop: int, item: bool) -> bool:
    """Whether a value stands key by key or item by item in the lines of its block, and not elsewhere by an alias."""
    if isinstance(value, yaml.ScalarNode) or value.flow_style or not value.value:
        return False
    inner = [line for _, line, _ in _parts(value)]
    least = first if item else first + 1
    one_a_line = len(set(inner)) == len(inner)
    return one_a_line and all(least <= line < stop for line in inner) and inner == sorted(inner)
