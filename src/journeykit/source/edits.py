"""Edits of a YAML text that keep every comment and all layout: what they do not concern stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable

import yaml

from journeykit.source.diagnostic import Edit
from journeykit.source.nodes import Node, is_absent
from journeykit.source.position import Lines, Path, Span
from journeykit.source.yamltree import Tree

#: What a plain text must not hold where it comes to stand between braces.
_NOT_IN_FLOW = re.compile(r"[,\[\]{}]|[:#]|[?&*!|>%@`-](\s|$)")
_COMMENT = re.compile(r"[ \t]+#")
#: What JSON writes without quotation marks, or brings its own.
_BARE_IN_JSON = re.compile(r"true|false|-?[0-9]+(\.[0-9]+)?|[\[{\"].*")


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with its edits made, from the end to the start; of two that overlap, the first in the text counts."""
    lines = Lines(text)
    places = []
    for edit in edits:
        start = lines.starts[edit.span.line - 1] + edit.span.column - 1
        end = lines.starts[edit.span.end_line - 1] + edit.span.end_column - 1
        places.append((start, end, edit.text))
    done: list[tuple[int, int, str]] = []
    for start, end, new in sorted(set(places)):
        if not done or start >= done[-1][1]:
            done.append((start, end, new))
    for start, end, new in reversed(done):
        text = text[:start] + new + text[end:]
    return text


def put(tree: Tree, path: Path, key: str, value: str, short: str = "", after: tuple[str, ...] = ()) -> Edit | None:
    """The edit that writes `key: value` in the mapping at a path, below one of the keys `after` where it is new.

    A plain text that stands for the mapping becomes one, with its text under `short`. None where that is no matter of
    one line: where an alias or a merge brings what stands there, or a text over several lines stands in the way.
    """
    if not path and not tree.has((key,)) and (edit := _at_top(tree, key, value, after)):
        return edit
    _, node = tree.find(path)
    if not _is_here(tree, path, node):
        return None
    if isinstance(node, yaml.ScalarNode):
        return _unfolded(tree, node, key, value, short)
    if not isinstance(node, yaml.MappingNode):
        return None
    written = next((pair for pair in node.value if pair[0].value == key), None)
    if written is not None:
        return _anew(tree, written[0], written[1], value)
    if node.flow_style:
        last = node.value[-1][1] if node.value else None
        if last is None or is_absent(last) or not _is_inside(last, node):
            return None
        return Edit(tree.lines.span(_end(tree, last), _end(tree, last)), f", {_said(tree, key)}: {_said(tree, value)}")
    pairs = [pair for pair in node.value if _is_inside(pair[0], node) and _is_on_one_line(tree, *pair)]
    if not pairs:
        return None
    ranks = {name: rank for rank, name in enumerate(after)}
    first, last = min(pairs, key=lambda pair: ranks.get(pair[0].value, len(ranks)))
    line, column = tree.lines.at(first.start_mark.index)
    at = tree.lines.starts[line - 1] + len(tree.lines.line(line))
    return Edit(tree.lines.span(at, at), f"{line_break(tree.text)}{' ' * (column - 1)}{key}: {value}")


def without_line(tree: Tree, start: int, end: int) -> Edit | None:
    """The edit that takes a piece of a line away: the whole line where it stands alone there, else with the blanks
    before it; None where something but a comment's end follows it.
    """
    line, _ = tree.lines.at(start)
    begin = tree.lines.starts[line - 1]
    text = tree.lines.line(line)
    if text[end - begin :].strip():
        return None
    before = text[: start - begin]
    if before.strip():
        return Edit(tree.lines.span(begin + len(before.rstrip()), begin + len(text)), "")
    following = tree.lines.starts[line] if line < len(tree.lines.starts) else begin + len(text)
    return Edit(tree.lines.span(begin, following), "")


def in_its_quotes(tree: Tree, span: Span, word: str) -> str:
    """A word in the quotation marks of the text it is written for, if it has some: so JSON stays JSON."""
    mark = tree.text[tree.offset(span) :][:1]
    return f"{mark}{word}{mark}" if mark in ("'", '"') else word


def line_break(text: str) -> str:
    """How the lines of a text end."""
    found = re.search(r"\r\n|\r|\n", text)
    return found.group() if found else "\n"


def _at_top(tree: Tree, key: str, value: str, after: tuple[str, ...]) -> Edit | None:
    """A new key of the map itself, below one that stands on a line of its own: found without a look at all nodes."""
    for name in after:
        if not tree.has((name,)):
            continue
        first, last = tree.key_span((name,)), tree.value_span((name,))
        line = tree.lines.line(first.line)
        rest = line[last.end_column - 1 :]
        if (
            first.column == 1
            and first.line == last.line == last.end_line
            and line[last.column - 1 : last.column] not in ("&", "*", "|", ">", "{", "[", "")
            and (not rest.strip() or _COMMENT.match(rest))
        ):
            at = tree.lines.starts[first.line - 1] + len(line)
            return Edit(tree.lines.span(at, at), f"{line_break(tree.text)}{key}: {value}")
    return None


def _is_here(tree: Tree, path: Path, node: Node) -> bool:
    """Whether the node of a path is written there, and for this place alone: no alias, no anchor, no merge."""
    return tree.text[node.start_mark.index : node.start_mark.index + 1] not in "&*" and (
        not path or tree.path_at(tree.span_of(node))[: len(path)] == path
    )


def _is_inside(part: Node, whole: Node) -> bool:
    return bool(whole.start_mark.index <= part.start_mark.index < whole.end_mark.index)


def _end(tree: Tree, node: Node) -> int:
    span = tree.span_of(node)
    return tree.lines.starts[span.end_line - 1] + span.end_column - 1


def _is_on_one_line(tree: Tree, key: Node, value: Node) -> bool:
    """Whether a key and a value stand on one line with nothing but a comment behind them."""
    if is_absent(value) or (not isinstance(value, yaml.ScalarNode) and not value.flow_style):
        return False
    if isinstance(value, yaml.ScalarNode) and value.style in ("|", ">"):
        return False
    span = tree.span_of(value)
    if not tree.lines.at(key.start_mark.index)[0] == span.line == span.end_line:
        return False
    rest = tree.lines.line(span.line)[span.end_column - 1 :]
    return not rest.strip() or _COMMENT.match(rest) is not None


def _anew(tree: Tree, key: Node, old: Node, value: str) -> Edit | None:
    if not isinstance(old, yaml.ScalarNode) or tree.text[old.start_mark.index : old.start_mark.index + 1] in ("&", "*"):
        return None
    if is_absent(old) and not old.value.strip():
        at = _end(tree, key) + 1  # behind the colon
        return Edit(tree.lines.span(at, at), f" {value}") if tree.text[at - 1 : at] == ":" else None
    return Edit(tree.span_of(old), _said(tree, value)) if old.style not in ("|", ">") else None


def _said(tree: Tree, value: str) -> str:
    """A key or a value as it is written: as JSON where the document is."""
    first = tree.root.value[0][0].start_mark.index if tree.root.value else 0
    if not tree.root.flow_style or tree.text[first] != '"' or _BARE_IN_JSON.fullmatch(value):
        return value
    return f'"{value}"'


def _unfolded(tree: Tree, node: Node, key: str, value: str, short: str) -> Edit | None:
    """A text that stands for a mapping, as that mapping."""
    span = tree.span_of(node)
    text = tree.text[node.start_mark.index : _end(tree, node)]
    if not short or span.line != span.end_line or not text or (not node.style and _NOT_IN_FLOW.search(text)):
        return None
    return Edit(span, f"{{{_said(tree, short)}: {text}, {_said(tree, key)}: {_said(tree, value)}}}")
