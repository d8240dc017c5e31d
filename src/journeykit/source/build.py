"""From YAML nodes to plain data: mappings, lists, and the text that stands in the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from journeykit.source.flaw import Flaw, FlawError
from journeykit.source.nodes import Node, core, is_absent
from journeykit.source.position import Span

MAX_DEPTH = 100
MAX_NODES = 100_000

#: So many opening brackets, or so long a line, cannot hold dangerous depth: no need to count while composing.
_HARMLESS = 900

#: How the flaw of a key that is a list or a mapping begins.
NO_WORD = "a key must be a word"
_TAG = re.compile(r"![^\s,\[\]{}]*")
_LINE_END = re.compile(r"[ \t]*(\r\n|\r|\n|\Z)")
#: Nobody writes so many keys in one mapping; looking for a key's twin there would take its time.
_MANY = 1000


def too_deep() -> Flaw:
    """The flaw of a file that is nested too deeply."""
    return Flaw("JK009", f"the file is nested more than {MAX_DEPTH} levels deep", "flatten it; a map needs about ten")


def too_many() -> Flaw:
    """The flaw of a file that holds too much, or whose aliases stand for too much."""
    message = f"the file holds more than {MAX_NODES:,} values, aliases counted"
    return Flaw("JK009", message, "split the map, or use fewer aliases")


def is_harmless(text: str) -> bool:
    """Whether a text is short, and cannot be nested so deeply that a parser in C runs out of its stack."""
    return text.count("[") + text.count("{") <= _HARMLESS and len(text) <= 500_000 and not _longest_line(text)


def _longest_line(text: str) -> bool:
    """Whether a line is so long that block collections could nest dangerously in it."""
    end = 0
    while len(text) - end > _HARMLESS:
        # The last break within reach; none within reach is a long line.
        end = text.rfind("\n", end, end + _HARMLESS + 1) + 1
        if end == 0:
            return True
    return False


class Build:
    """One reading of a document: its `data`, the `flaws` met on the way, and the keys without a value (`empty`).

    Empty keys and items are absent from the data. Raises `FlawError` for what is too deep, too much, or endless.
    """

    def __init__(
        self, root: Node, text: str, span_of: Callable[[Node], Span], span: Callable[[int, int], Span]
    ) -> None:
        self._text, self._span_of, self._span = text, span_of, span
        self.flaws: list[Flaw] = []
        #: Keys that stand without a value, each with the mapping it stands in.
        self.empty: list[tuple[Node, Node]] = []
        self._count = 0
        # Only an alias can lead back to where it stands.
        self._open: set[int] | None = set() if "*" in text else None
        self.data = self._mapping(root, 1)

    def _enter(self, node: Node, depth: int, values: int) -> None:
        """Begin a collection: bounds the depth and the number of values, and marks it as open."""
        self._count += values
        if depth > MAX_DEPTH:
            raise FlawError(too_deep())
        if self._count > MAX_NODES:
            raise FlawError(too_many())
        if self._open is not None:
            if id(node) in self._open:
                message = "this anchor holds an alias of itself"
                raise FlawError(Flaw("JK009", message, "write the inner part out", self._span_of(node)))
            self._open.add(id(node))
        if node.tag is not None:
            self._tagged(node)

    def _leave(self, node: Node) -> None:
        if self._open is not None:
            self._open.discard(id(node))

    def _value(self, node: Node, depth: int) -> Any:
        kind = node.__class__
        if kind is yaml.ScalarNode:
            return self._scalar(node)
        if kind is yaml.MappingNode:
            return self._mapping(node, depth + 1)
        self._enter(node, depth + 1, len(node.value))
        built = [value for item in node.value if (value := self._value(item, depth + 1)) is not None]
        self._leave(node)
        return built

    def _scalar(self, node: Node) -> str | None:
        """What a scalar says, without blanks around it; None where it says nothing."""
        if node.tag is not node.value:
            if node.tag is None:
                return None
            self._tagged(node)
        return node.value.strip() or None

    def _mapping(self, node: Node, depth: int, typed: bool = False) -> dict[str, Any]:
        self._enter(node, depth, 2 * len(node.value))
        built: dict[str, Any] = {}
        merged: list[Node] = []
        absent = False
        for key, value in node.value:
            if key.__class__ is not yaml.ScalarNode:
                self._no_word(key)
                continue
            name = key.value
            if name == "<<" and not key.style:
                merged += value.value if isinstance(value, yaml.SequenceNode) else [value]
            elif name in built:
                self._doubled(key, node)
            elif typed or name[:2] == "x-":
                built[name] = found = self._typed(value, depth)
                absent |= found is None
            else:
                built[name] = found = (
                    self._scalar(value) if value.__class__ is yaml.ScalarNode else self._value(value, depth)
                )
                if found is None:
                    absent = True
                    self.empty.append((key, node))
        if absent and not typed:
            built = {name: value for name, value in built.items() if value is not None}
        for other in merged:
            if isinstance(other, yaml.MappingNode):
                built = self._mapping(other, depth + 1, typed) | built
            elif not is_absent(other):
                hint = "merge the anchor of a mapping: `<<: *name`"
                self.flaws.append(Flaw("JK003", "only a mapping can be merged here", hint, self._span_of(other)))
        self._leave(node)
        return built

    def _typed(self, node: Node, depth: int) -> Any:
        """A value below an `x-…` key, by the core schema of YAML 1.2."""
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth + 1, typed=True)
        if isinstance(node, yaml.ScalarNode):
            if node.tag is not None and node.tag is not node.value:
                self._tagged(node)
            return node.value if node.style else core(node.value)
        self._enter(node, depth + 1, len(node.value))
        built = [self._typed(item, depth + 1) for item in node.value]
        self._leave(node)
        return built

    def _no_word(self, key: Node) -> None:
        kind = "a list" if isinstance(key, yaml.SequenceNode) else "a mapping"
        hint = "write a word before the colon; quote a text that begins with [ or {"
        self.flaws.append(Flaw("JK003", f"{NO_WORD}, and this is {kind}", hint, self._span_of(key)))

    def _doubled(self, key: Node, node: Node) -> None:
        name = key.value
        first = self._span_of(next(other for other, _ in node.value if other.value == name))
        message, hint = f"the key `{name}` stands here a second time", f"put both under one `{name}`, or delete one"
        related = ((f"`{name}` stands here first", first),)
        self.flaws.append(
            Flaw("JK006", message, hint, self._span_of(key), related=related, **self._without_twin(key, node))
        )

    def _without_twin(self, key: Node, node: Node) -> dict[str, Any]:
        """How to take a pair away that says what an earlier one says too, word for word: nothing of it is lost."""
        if len(node.value) > _MANY:
            return {}
        place = next(place for place, (name, _) in enumerate(node.value) if name is key)
        value, before = node.value[place][1], node.value[place - 1][1]
        first = next(other for name, other in node.value if name.value == key.value)
        start, end = key.start_mark.index, value.end_mark.index
        written = self._text[start:end]
        is_plain = all(isinstance(one, yaml.ScalarNode) and one.style not in ("|", ">") for one in (first, value))
        # What an alias stands for lies elsewhere.
        if not is_plain or first.value != value.value or not written or "\n" in written or "\r" in written:
            return {}
        if node.flow_style:
            start = before.end_mark.index
            if not start <= key.start_mark.index or "#" in self._text[start : key.start_mark.index]:
                return {}
        else:
            begin = max(self._text.rfind(sign, 0, start) for sign in "\n\r") + 1
            rest = _LINE_END.match(self._text, end)
            if self._text[begin:start].strip() or rest is None:
                return {}
            start, end = begin, rest.end()
        return {"mend": "", "mend_span": self._span(start, end)}

    def _tagged(self, node: Node) -> None:
        tag = str(node.tag).replace("tag:yaml.org,2002:", "!!")
        written = _TAG.search(self._text, node.start_mark.index)
        span = self._span(written.start(), written.end()) if written else self._span_of(node)
        self.flaws.append(Flaw("JK003", f"the tag `{tag}` has no meaning in a map", "delete it", span))
        # Told once, and out of the way of the next build.
        node.tag = node.value if isinstance(node, yaml.ScalarNode) else None
