"""YAML as composed nodes, with the place of everything in it.

The C parser composes the nodes; a build of our own turns them into plain data and keeps the nodes for looking up
places. Scalars stay the text their author wrote: what `no`, `12:30` or `2026` mean is for the field to say. Only below
`x-…` keys, which have no field, they become the numbers and truths of YAML 1.2.
"""

from __future__ import annotations

import operator
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any

from journeykit.kept import cached_property
from journeykit.source.build import MAX_DEPTH, MAX_NODES, Build, is_harmless, too_deep, too_many
from journeykit.source.flaw import Flaw, FlawError
from journeykit.source.nodes import (
    NULLS,
    Node,
    Steps,
    holder_of,
    is_absent,
    mapping,
    nothing,
    pair_of,
    parts,
    scalars,
    text_in_place,
    word,
)
from journeykit.source.position import Lines, Path, Span
from journeykit.source.syntax import explain, unprintable
from journeykit.source.text import UnreadableError

try:
    import yaml
    from yaml.cyaml import CParser
except ImportError:  # pragma: no cover - a PyYAML built without libyaml
    raise UnreadableError(
        "PyYAML is here without libyaml, and a map has to read the same on every machine; get the wheel that has it: "
        "pip install --force-reinstall --only-binary :all: pyyaml"
    ) from None

#: Line breaks for YAML 1.1 and so for libyaml, which are characters like others for YAML 1.2 and for editors.
_NO_BREAKS = {0x85: " ", 0x2028: " ", 0x2029: " "}
_CUT_SIGN = re.compile(r"#(?<=[ \t]#)(?=\S)")


class _Composer(CParser):
    """Composes nodes whose tag is their value: None for null, the text itself for a scalar without a tag."""

    @staticmethod
    def resolve(kind: type[Node], value: str | None, implicit: Any) -> str | None:
        # The value of a collection is None, and so is its tag.
        return None if value in NULLS and implicit[0] else value

    # Called for every node, to do nothing: built-in functions do it fastest.
    descend_resolver: Callable[..., Any] = staticmethod(operator.is_)
    ascend_resolver: Callable[..., Any] = staticmethod(bool)


class _CountingComposer(_Composer):
    """The same, for files that look deep or large: stops before the C stack does."""

    depth = 0
    nodes = 0

    def descend_resolver(self, parent: Node | None, index: Any) -> None:
        self.depth += 1
        self.nodes += 1
        if self.depth > MAX_DEPTH:
            raise FlawError(too_deep())
        if self.nodes > MAX_NODES * 2:
            raise FlawError(too_many())

    def ascend_resolver(self) -> None:
        self.depth -= 1


class NodeTree:
    """A YAML document by its nodes: its data, and where every key, value and item of it stands.

    The nodes are composed when they are first asked for; that raises `FlawError` where the text is not one YAML
    mapping.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.flaws: list[Flaw] = []
        #: Keys that stand without a value, each with the mapping it stands in.
        self.empty: list[tuple[Node, Node]] = []
        self._steps: dict[int, Steps] = {}

    # --- reading -----------------------------------------------------------------------------------------------

    @cached_property
    def root(self) -> Node:
        """The mapping that the document is."""
        root = self.compose()
        if root is None or (isinstance(root, yaml.ScalarNode) and root.tag is None):
            raise FlawError(Flaw("JK001", "the file is empty", "write a map; `journey new` makes a first one"))
        if not isinstance(root, yaml.MappingNode):
            found = "a list" if isinstance(root, yaml.SequenceNode) else "a text"
            hint = "begin with `journey: 1`, `title:` and `stages:`"
            raise FlawError(Flaw("JK001", f"the file is {found}, not a map with keys", hint, self.span_of(root)))
        return root

    def compose(self) -> Node:
        """The node of all the text; None where there is none."""
        text = self.text.translate(_NO_BREAKS) if _is_broken(self.text) else self.text
        try:
            composer = (_Composer if is_harmless(text) else _CountingComposer)(text)
            return composer.get_single_node()
        except yaml.MarkedYAMLError as error:
            raise FlawError(explain(error, text, self.lines, self._quoted(text))) from None
        except yaml.YAMLError:
            raise FlawError(unprintable(text, self.lines)) from None
        except UnicodeEncodeError as error:
            raise FlawError(unprintable(text, self.lines, error.start)) from None

    def _quoted(self, text: str) -> list[tuple[int, int]]:
        """Start and end of the texts in quotation marks, as far as the text can be read."""
        scanner, found = _Composer(text), []
        try:
            while (token := scanner.get_token()) is not None:
                if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                    found.append((int(token.start_mark.index), int(token.end_mark.index)))
        except yaml.YAMLError:
            pass
        return found

    @cached_property
    def content(self) -> bytes:
        """The text in UTF-8: on bytes some questions are answered many times faster."""
        return self.text.encode("utf-8", "replace")

    # --- data --------------------------------------------------------------------------------------------------

    def data(self) -> dict[str, Any]:
        """The document as mappings, lists and text; empty keys and items are absent. Notes flaws as it goes."""
        build = Build(self.root, self.text, self.span_of, lambda start, end: self.lines.span(start, end))
        self.flaws, self.empty = build.flaws, build.empty
        return build.data

    # --- places ------------------------------------------------------------------------------------------------

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)

    def span_of(self, node: Node) -> Span:
        """Where a node stands, without the blank that a block scalar or a block collection ends in."""
        return self.lines.span(node.start_mark.index, self._end(node))

    def offset(self, span: Span) -> int:
        """The index in the text where a span begins."""
        return self.lines.starts[span.line - 1] + span.column - 1

    def _end(self, node: Node) -> int:
        while True:
            start, end = node.start_mark.index, node.end_mark.index
            if isinstance(node, yaml.ScalarNode):
                block = node.style in ("|", ">")
                return start + len(self.text[start:end].rstrip()) if block else int(end)
            # What an alias stands for lies elsewhere, and may be the node itself.
            inside = [child for _, child in parts(node) if start < child.start_mark.index < end]
            if node.flow_style or not inside:
                return start + len(self.text[start:end].rstrip())
            node = max(inside, key=lambda child: child.start_mark.index)

    def find(self, path: Path) -> tuple[Node | None, Node]:
        """The key (if it stands under one) and the value at a path, or at its nearest ancestor that is there.

        Names that are not in the file, such as the index of a single value written without a list, are skipped.
        """
        key: Node | None = None
        node = self.root
        for step in path:
            if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                items = self._steps_of(node).children
                if step >= len(items):
                    break
                key, node = None, items[step][1]
            elif isinstance(node, yaml.MappingNode) and isinstance(step, str):
                pair = pair_of(node, step)
                if pair is None:
                    break
                key, node = pair
        return key, node

    def has(self, path: Path) -> bool:
        """Whether a key is written at a path."""
        _, node = self.find(path[:-1])
        return isinstance(node, yaml.MappingNode) and isinstance(path[-1], str) and pair_of(node, path[-1]) is not None

    def is_list(self, path: Path) -> bool:
        """Whether a list stands at a path."""
        return isinstance(self.find(path)[1], yaml.SequenceNode)

    def path_at(self, span: Span) -> Path:
        """The path of the innermost value that a span lies in."""
        path: Path = ()
        node = self.root
        start = self.offset(span)
        while True:
            steps = self._steps_of(node)
            place = bisect_right(steps.starts, start) - 1
            if place < 0:
                return path
            step, child = steps.inside[place]
            if start >= max(child.end_mark.index, child.start_mark.index + 1):
                return path
            path, node = (*path, step), child

    def _steps_of(self, node: Node) -> Steps:
        if id(node) not in self._steps:
            self._steps[id(node)] = Steps(node)
        return self._steps[id(node)]

    def key_span(self, path: Path) -> Span:
        """Where the key of a path stands; for an item, or what is not written, where its value does."""
        key, node = self.find(path)
        return self.span_of(key) if key is not None else self.head_span(node)

    def value_span(self, path: Path) -> Span:
        """Where the value of a path stands; a mapping or list is told by its beginning."""
        return self.head_span(self.find(path)[1])

    def head_span(self, node: Node) -> Span:
        """Where a node stands: all of a scalar or a flow collection on one line, else its first key or item."""
        if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
            span = self.span_of(node)
            if isinstance(node, yaml.ScalarNode) or span.line == span.end_line or not node.value:
                return span
        first = node.value[0]
        return self.head_span(first[0] if isinstance(first, tuple) else first)

    def cut_texts(self) -> Iterator[tuple[Span, str, Span]]:
        """Plain texts that a `#` without a blank after it cuts short: the place of the sign, what is lost, and the
        place of the text with it.
        """
        if not _CUT_SIGN.search(self.text):
            return
        begins = {
            node.end_mark.index: node.start_mark.index for node in scalars(self.root) if not node.style and node.value
        }
        for match in _CUT_SIGN.finditer(self.text):
            end = match.start()
            while end and self.text[end - 1] in " \t":
                end -= 1
            if end in begins:
                line, column = self.lines.at(match.start())
                rest = self.lines.line(line)[column - 1 :]
                lost = self.lines.span(match.start(), match.start() + len(rest.rstrip()))
                yield lost, rest.rstrip(), self.lines.span(begins[end], match.start() + len(rest.rstrip()))

    # --- putting right in memory, so that one mistake is told once -------------------------------------------------

    def rename_key(self, path: Path, name: str) -> None:
        """Read the key at a path as if it were written so."""
        key, _ = self.find(path)
        _, parent = self.find(path[:-1])
        # Not where it is renamed already, because an alias shares it.
        if self.has(path) and key is not None:
            self._steps.pop(id(holder_of(parent, key.value)), None)
            key.value = key.tag = name

    def put_text(self, path: Path, text: str, short: str = "") -> None:
        """Read the value at a path as this text; where the key is not written, as if it were.

        A plain text that stands for a mapping becomes that mapping, with its text under the key `short`.
        """
        while isinstance(path[-1], int) and not self.is_list(path[:-1]):
            path = path[:-1]  # a single value, written without a list
        _, node = self.find(path)
        # A node of its own: an alias may use the old one elsewhere, with another meaning.
        if self.has(path) or not isinstance(path[-1], str):
            if isinstance(node, yaml.ScalarNode) or self.has(path):
                self._replace(path, text_in_place(text, node))
            return
        added = (word(path[-1], node), word(text, node))
        if isinstance(node, yaml.MappingNode):
            self._steps.pop(id(node), None)
            node.value.append(added)
        elif isinstance(node, yaml.ScalarNode) and short:
            self._replace(path[:-1], mapping([(word(short, node), node), added], node))

    def leave_out(self, path: Path) -> bool:
        """Read the document as if the value at a path were not there; whether it is not there now."""
        if not path:
            return False
        _, node = self.find(path)
        _, parent = self.find(path[:-1])
        if isinstance(parent, yaml.MappingNode) and isinstance(path[-1], str) and pair_of(parent, path[-1]) is None:
            return True  # left out already, because an alias shares it
        return node is not self.root and self._replace(path, None)

    def _replace(self, path: Path, node: Node | None) -> bool:
        """Put a node, or nothing, in the place of the one at a path; whether there was one."""
        old_key, old = self.find(path)
        _, parent = self.find(path[:-1])
        if isinstance(parent, yaml.MappingNode) and old_key is not None:
            holder = holder_of(parent, old_key.value) or parent
            self._steps.pop(id(holder), None)
            pairs = holder.value
            changed = [index for index, (key, _) in enumerate(pairs) if key is old_key]
            for index in changed:
                pairs[index : index + 1] = [] if node is None else [(old_key, node)]
            return bool(changed)
        if isinstance(parent, yaml.SequenceNode):
            present = [index for index, item in enumerate(parent.value) if not is_absent(item)]
            if not isinstance(path[-1], int) or path[-1] >= len(present):
                return False
            self._steps.pop(id(parent), None)
            # A place that is empty counts for nothing, and keeps the list in step while others are put right.
            parent.value[present[path[-1]]] = node or nothing(old)
            return True
        return False


def _is_broken(text: str) -> bool:
    return not text.isascii() and any(chr(code) in text for code in _NO_BREAKS)
