"""A map's YAML: its data at once, and its places as they are asked for.

A clean map is read without a single place, and one with a few findings is asked for the places of a few lines. So the
data come from `quick` where that is certain, a place from the piece of the text it lies in, and all nodes are composed
only when something needs them: a fault, a change, a search.
"""

from __future__ import annotations

from typing import Any

import yaml

from journeykit.kept import cached_property
from journeykit.source.flaw import FlawError
from journeykit.source.nodes import Node
from journeykit.source.nodetree import NodeTree
from journeykit.source.pieces import follow, piece_at
from journeykit.source.position import Path, Span

#: From so many places on, all nodes at once cost less than piece after piece.
_MANY = 16


class Tree(NodeTree):
    """A YAML document: its data, and where every key, value and item of it stands."""

    def __init__(self, text: str, is_one_of_many: bool = False) -> None:
        """Read the text; raises `FlawError` where it is not one YAML mapping.

        Of many texts, those that allow it are parsed at once, and their places worked out as they are asked for.
        """
        super().__init__(text)
        self._asked = 0
        self._quick: dict[str, Any] | None = None
        if is_one_of_many:
            # Not for a single map: preparing for doubts takes longer than composing it.
            from journeykit.source.quick import plain_data

            self._quick = plain_data(text, self.content)
        if self._quick is None:
            self.find(())  # composes, and tells at once what is no map

    @property
    def _at_once(self) -> dict[str, Any] | None:
        """The data as they were parsed at once; None as soon as there are nodes, which may have been put right."""
        return None if "root" in self.__dict__ else self._quick

    def data(self) -> dict[str, Any]:
        return super().data() if self._at_once is None else self._at_once

    def has(self, path: Path) -> bool:
        if self._at_once is None:
            return super().has(path)
        holder = follow(self._at_once, path[:-1])[1]
        return isinstance(holder, dict) and path[-1] in holder

    def is_list(self, path: Path) -> bool:
        return super().is_list(path) if self._at_once is None else isinstance(follow(self._at_once, path)[1], list)

    def key_span(self, path: Path) -> Span:
        return self._span_in_piece(path, is_key=True) or super().key_span(path)

    def value_span(self, path: Path) -> Span:
        return self._span_in_piece(path) or super().value_span(path)

    def _span_in_piece(self, path: Path, is_key: bool = False) -> Span | None:
        """The place of a path, without composing more than the piece it lies in; None where that cannot be."""
        if self._at_once is None or self._asked >= _MANY:
            return None
        self._asked += 1
        path, value = follow(self._at_once, path)
        piece = piece_at(self.text, self._at_once, path)
        if piece is None:
            return None
        line, column = self.lines.at(piece.start)
        if len(piece.path) == 1 and isinstance(key := piece.path[0], str):
            if is_key:
                return Span(line, column, line, column + len(key))
            begin = column + len(key) + 2
            # A plain text that ends its line, and says no more and no less than the data do.
            if isinstance(value, str) and value[0].isalnum() and self.text.startswith(f"{key}: {value}\n", piece.start):
                return Span(line, begin, line, begin + len(value))
        part = _Part(self.text[piece.start : piece.end])
        try:
            _, node = part.find(piece.path)
        except FlawError:
            return None
        # Proof that the lines were the right ones.
        if isinstance(value, str) and (not isinstance(node, yaml.ScalarNode) or node.value.strip() != value):
            return None
        span = part.key_span(piece.path) if is_key else part.value_span(piece.path)

        def moved(at: int, character: int) -> tuple[int, int]:
            return at + line - 1, character + column - 1 if at == 1 else character

        return Span(*moved(span.line, span.column), *moved(span.end_line, span.end_column))


class _Part(NodeTree):
    """A piece of a document, which may be one item of a list."""

    @cached_property
    def root(self) -> Node:
        return self.compose()
