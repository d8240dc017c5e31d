"""A place found in a piece is the place that all nodes tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit.source import yamltree
from journeykit.source.nodetree import NodeTree
from journeykit.source.pieces import Piece, follow, piece_at
from journeykit.source.yamltree import Tree

pytest.importorskip("yaml_rs")

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.journey.yaml"))
TEXT = """\
# A comment.
title: One
stages:
  # Another.
  - stage: First

    pains:
    - pain: Slow
      why: >-
        stages: x
        - stage: y
    - {pain: Dear, severity: low}
  - Second
  -   stage: "Third: the last"  # told twice
      tags: [a, b]
owner: Sales
"""
DATA: dict[str, Any] = {
    "title": "One",
    "stages": [
        {"stage": "First", "pains": [{"pain": "Slow", "why": "stages: x - stage: y"}, {"pain": "Dear", "severity": "low"}]},
        "Second",
        {"stage": "Third: the last", "tags": ["a", "b"]},
    ],
    "owner": "Sales",
}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "cut", "inside"),
    [
        (("title",), "title: One\n", ("title",)),
        (("owner",), "owner: Sales\n", ("owner",)),
        (("stages", 0, "pains", 0, "pain"), "pain: Slow\n", ("pain",)),
        (("stages", 0, "pains", 1, "severity"), "- {pain: Dear, severity: low}\n", (0, "severity")),
        (("stages", 1), "- Second\n", (0,)),
        (("stages", 2, "tags", 1), "tags: [a, b]\n", ("tags", 1)),
    ],
)
def test_a_piece_is_one_key_or_one_item(path: Any, cut: str, inside: Any) -> None:
    piece = piece_at(TEXT, DATA, path)
    assert piece is not None
    assert (TEXT[piece.start : piece.end], piece.path) == (cut, inside)


def test_a_piece_has_to_begin_as_the_data_say() -> None:
    assert piece_at("'title': One\n", {"title": "One"}, ("title",)) is None
    assert piece_at("title: One\n'b': c\n", {"title": "One", "b": "c"}, ("title",)) is None
    assert piece_at("a:\n-\n  b: c\n", {"a": [{"b": "c"}]}, ("a", 0, "b")) == Piece(0, 12, ("a", 0, "b"))


def test_steps_that_do_not_fit_are_skipped() -> None:
    assert follow(DATA, ("owner", 0)) == (("owner",), "Sales")
    assert follow(DATA, ("stages", 7, "pains")) == (("stages",), DATA["stages"])
    assert follow(DATA, ("owners", 0)) == ((), DATA)


def paths(data: Any, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(data, dict | list):
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield (*above, step)
            yield from paths(value, (*above, step))


def check(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Compare all places; how many were found in pieces."""
    monkeypatch.setattr(yamltree, "_MANY", 10**9)
    tree, nodes = Tree(text, is_one_of_many=True), NodeTree(text)
    known = list(paths(nodes.data()))
    found = 0
    for path in [*known, *((*path, step) for path in known[::7] for step in (0, 99, "nowhere"))]:
        assert tree.has(path) == nodes.has(path)
        assert tree.is_list(path) == nodes.is_list(path)
        in_piece = tree._span_in_piece(path), tree._span_in_piece(path, is_key=True)
        found += None not in in_piece
        assert in_piece[0] in (None, nodes.value_span(path)), path
        assert in_piece[1] in (None, nodes.key_span(path)), path
    return found


@pytest.mark.parametrize("text", [TEXT, *(file.read_text(encoding="utf-8") for file in EXAMPLES)])
def test_places_are_those_of_the_nodes(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    check(text, monkeypatch)


def test_places_of_an_ordinary_map_are_found_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    assert check(TEXT, monkeypatch) > 20


TEXTS = st.sampled_from(
    ["a", "b c", "'d: e'", '"f"', "[g, h]", "{i: j, k: [l]}", ">-\n{}  m\n\n{}  a: n\n", "o\n{}  p"]
)
COMMENTS = st.sampled_from(["", "", "", "  # a: q", "\n\n", "\n# - r"])


def block(indent: int) -> st.SearchStrategy[str]:
    """The lines of a mapping or a list that is indented so far."""
    pad = " " * indent
    value = TEXTS.map(lambda text: " " + text.replace("{}", pad))
    if indent < 6:
        value |= st.tuples(COMMENTS, st.sampled_from([1, 2, 3]).flatmap(lambda more: block(indent + more))).map(
            lambda parts: f"{parts[0]}\n{parts[1]}"
        )
    mapping = st.dictionaries(st.sampled_from(["a", "b", "name", "stages"]), value, min_size=1, max_size=3).map(
        lambda pairs: "\n".join(f"{pad}{key}:{value}" for key, value in pairs.items())
    )
    items = st.lists(value, min_size=1, max_size=3).map(lambda found: "\n".join(f"{pad}-{value}" for value in found))
    return mapping | items if indent else mapping


@settings(max_examples=300, deadline=None)
@given(block(0))
def test_places_in_all_kinds_of_blocks(text: str) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        try:
            check(f"{text}\n", monkeypatch)
        except Exception as error:
            if type(error).__name__ != "FlawError":
                raise


def test_many_places_are_worth_all_nodes() -> None:
    tree = Tree(TEXT, is_one_of_many=True)
    for _ in range(yamltree._MANY):
        tree.value_span(("title",))
    assert "root" not in tree.__dict__
    tree.value_span(("title",))
    assert "root" in tree.__dict__
