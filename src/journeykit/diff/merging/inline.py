"""Values in one line, opened: flow mappings and lists entry by entry, short forms as what they stand for."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Sequence
from typing import Any

import yaml

from journeykit.diff.merging.blocks import Block, Inline, between, counted, parts_of
from journeykit.source.position import Path

#: What plain text may not hold inside brackets.
_SIGNS = frozenset(",[]{}")
#: What is indented below a key, and behind the sign of an item.
_STEP = 2


def opened(block: Block, kind: str, in_brackets: bool) -> Block | None:
    """The same with a line an entry, so that it can be merged like any other; None where that is not possible.

    `kind` is what it has to be: what is no list is the one item of a list, a text the one key of a mapping. Plain text
    that will stand in brackets is quoted where it must be.
    """
    if block.children is not None:
        return block if block.kind == kind else None
    if block.inline is None:
        return None
    column = block.column + _STEP
    children = _entries(block.inline, kind, column, in_brackets)
    if children is None:
        return None
    if in_brackets:
        # What stands before and behind them stays where it is.
        return Block(block.key, block.column, [], children, block.dash, kind)
    before, after = block.inline.before, block.inline.after
    if block.dash is None:
        line = before[-1].rstrip() or before[-2].rstrip()
        head = [*before[: -1 if before[-1].strip() else -2], line + after[0]]
    else:
        head = before[:-1]
        if children:
            children[0].head[-1] += after[0]
    if children:
        children[-1].head.extend(after[1:])
    return Block(block.key, block.column, head, children, block.dash, kind)


def closed(lines: Sequence[str], kind: str) -> str:
    """Entries, a line each, in brackets."""
    entries = [line.strip().removeprefix("- ").strip() for line in lines]
    return f"[{', '.join(entries)}]" if kind == "sequence" else f"{{{', '.join(entries)}}}"


def _entries(inline: Inline, kind: str, column: int, in_brackets: bool) -> list[Block] | None:
    node, path = inline.node, inline.path
    if node.id == kind:
        return _parts(inline, column)
    if isinstance(node, yaml.SequenceNode):
        return None
    text = inline.text
    if isinstance(node, yaml.ScalarNode):
        if not text:
            return []
        if in_brackets and not node.style and _SIGNS & set(text):
            text = json.dumps(text, ensure_ascii=False)
    if kind == "sequence":
        return [_entry(inline, (*path, 0), "", node, text, column, Counter())]
    short = inline.names.short(path, node)
    return [_entry(inline, (*path, short), f"{short}: ", node, text, column, Counter())] if short else None


def _parts(inline: Inline, column: int) -> list[Block] | None:
    """The entries of a flow mapping or list; None where one of them is written elsewhere."""
    known: Counter[Hashable] = Counter()
    found: list[Block] = []
    last = inline.node.start_mark
    for step, key, value in parts_of(inline.node):
        first = key or value
        name = None if key is None else between(inline.lines, key.start_mark, key.end_mark)
        text = between(inline.lines, value.start_mark, value.end_mark)
        places = [last, first.start_mark, value.start_mark, value.end_mark, inline.node.end_mark]
        if places != sorted(places, key=lambda mark: (mark.line, mark.column)) or text is None:
            return None
        if key is not None and name is None:
            return None
        last = value.end_mark
        found.append(
            _entry(inline, (*inline.path, step), "" if key is None else f"{name}: ", value, text, column, known)
        )
    return found


def _entry(inline: Inline, path: Path, name: str, node: Any, text: str, column: int, known: Counter[Hashable]) -> Block:
    """An entry as a block of one line."""
    key = counted(inline.names.identity(path, node, text), known)
    dash = None if name else column
    before = " " * (column if name else column + _STEP) + name
    inner = Inline(node, path, text, [before], [""], inline.lines, inline.names)
    return Block(key, column, [f"{before}{text}".rstrip()], None, dash, node.id, inner)
