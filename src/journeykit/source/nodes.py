"""The nodes of a YAML document: what is in them, and what they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

#: Nodes are PyYAML's; their tags hold values here, which its types do not foresee.
Node = Any

#: What null is written as.
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def word(text: str, at: Node) -> Node:
    """A text that nobody wrote, at the beginning of a node."""
    return yaml.ScalarNode(text, text, at.start_mark, at.start_mark)


def text_in_place(text: str, at: Node) -> Node:
    """A text that is read in the place of a node."""
    return yaml.ScalarNode(text, text, at.start_mark, at.end_mark, getattr(at, "style", None))


def nothing(at: Node) -> Node:
    """What is not written, in the place of a node."""
    made: Any = yaml.ScalarNode
    return made(None, "", at.start_mark, at.end_mark)


def mapping(pairs: list[tuple[Node, Node]], at: Node) -> Node:
    """A mapping that nobody wrote, in the place of a node."""
    made: Any = yaml.MappingNode
    return made(None, pairs, at.start_mark, at.end_mark, True)


def is_absent(node: Node) -> bool:
    """Whether a node is null or blank: what is not written."""
    return isinstance(node, yaml.ScalarNode) and (node.tag is None or not node.value.strip())


def parts(node: Node) -> list[tuple[Node | None, Node]]:
    """The values in a node, each with its key, if it has one."""
    return [part if isinstance(part, tuple) else (None, part) for part in node.value]


class Steps:
    """The values in a node, each with its key or its place among those that are there, and where they begin."""

    def __init__(self, node: Node) -> None:
        self.node = node  # kept alive, for it is looked up by its id
        self.children: list[tuple[str | int, Node]] = []
        if isinstance(node, yaml.MappingNode):
            self.children = [(str(key.value), value) for key, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            self.children = list(enumerate(item for item in node.value if not is_absent(item)))
        start, end = node.start_mark.index, node.end_mark.index
        # What an alias stands for lies elsewhere.
        own = {id(child): (step, child) for step, child in reversed(self.children) if child is not node}
        # Nor is what nobody wrote anywhere: it has a place, and no extent.
        within = [
            (step, child)
            for step, child in own.values()
            if start <= child.start_mark.index <= end and child.end_mark.index > child.start_mark.index
        ]
        self.inside = sorted(within, key=lambda step: step[1].start_mark.index)
        self.starts = [child.start_mark.index for _, child in self.inside]


def holder_of(node: Node, name: str) -> Node | None:
    """The mapping that holds a key: this one, else the first of those it merges."""
    if any(key.value == name for key, _ in node.value):
        return node
    for key, value in node.value:
        if key.value == "<<":
            for other in value.value if isinstance(value, yaml.SequenceNode) else [value]:
                if isinstance(other, yaml.MappingNode) and (found := holder_of(other, name)):
                    return found
    return None


def pair_of(node: Node, name: str) -> tuple[Node, Node] | None:
    """A key of a mapping with its value: its own, else that of what it merges."""
    holder = holder_of(node, name)
    return next((pair for pair in holder.value if pair[0].value == name), None) if holder else None


def scalars(root: Node) -> Iterator[Any]:
    """Every scalar of a document, keys too; shared nodes once."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
        else:
            waiting += node.value


def core(text: str) -> Any:
    """A plain scalar by the core schema of YAML 1.2."""
    if text in NULLS:
        return None
    if text in _TRUTHS:
        return _TRUTHS[text]
    if len(text) < 300:
        if _INT.fullmatch(text):
            return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
    return text
