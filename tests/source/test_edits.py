"""Edits of a text that leave all else byte for byte."""

from __future__ import annotations

import pytest

from journeykit.source.edits import edited, line_break, put, without_line
from journeykit.source.yamltree import Tree


def written(
    text: str, path: tuple[str | int, ...] = ("a",), after: tuple[str, ...] = (), short: str = "name"
) -> str | None:
    """The text with `key: new` put at a path; None where it cannot be."""
    edit = put(Tree(text), path, "key", "new", short, after)
    return None if edit is None else edited(text, [edit])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: {x: 1}\n", "a: {x: 1, key: new}\n"),
        ("a: {x: 1,}\n", "a: {x: 1, key: new,}\n"),
        ("a: {x: 1, key: old}  # said\n", "a: {x: 1, key: new}  # said\n"),
        ("a:\n  {x: 1,   # one\n   y: [1, 2]}\n", "a:\n  {x: 1,   # one\n   y: [1, 2], key: new}\n"),
        ("a:\n  x: 1   # one\n  y: 2\n", "a:\n  x: 1   # one\n  key: new\n  y: 2\n"),
        ("a:\n  x: 1\r\n  y: 2", "a:\n  x: 1\n  key: new\r\n  y: 2"),
        ("a:\r\n  x: 1\r\n  y: 2", "a:\r\n  x: 1\r\n  key: new\r\n  y: 2"),
        ("a:\n  x: 1", "a:\n  x: 1\n  key: new"),
        ("a:\n  key: 'old'  # said\n", "a:\n  key: new  # said\n"),
        ("a:\n  key:   # to do\n  x: 1\n", "a:\n  key: new   # to do\n  x: 1\n"),
        ("a: A text  # said\n", "a: {name: A text, key: new}  # said\n"),
        ("a: 'one, two'\n", "a: {name: 'one, two', key: new}\n"),
        ("a:\n  x: |\n    long\n  y: 1\n", "a:\n  x: |\n    long\n  y: 1\n  key: new\n"),
    ],
)
def test_a_key_is_written(text: str, wanted: str) -> None:
    assert written(text) == wanted


def test_it_stands_below_the_key_it_belongs_to() -> None:
    assert written("a:\n  x: 1\n  y: 2\n  z: 3\n", after=("q", "y", "x")) == "a:\n  x: 1\n  y: 2\n  key: new\n  z: 3\n"


def test_in_an_item_of_a_list_and_at_the_top() -> None:
    assert written("a:\n  - x: 1\n    y: 2\n", ("a", 0)) == "a:\n  - x: 1\n    key: new\n    y: 2\n"
    assert written("# head\nx: 1 # one\ny: 2\n", ()) == "# head\nx: 1 # one\nkey: new\ny: 2\n"


@pytest.mark.parametrize(
    "text",
    [
        "b: &b {x: 1}\na: *b\n",  # stands elsewhere
        "a: &b {x: 1}\nc: *b\n",  # would change elsewhere too
        "a: [1]\n",
        "a:\n  x: |\n    long\n",  # nothing on one line
        "a: one, two\n",  # would be cut between braces
        "a: one\n  two\n",
        "a:\n  key: [old]\n",
    ],
)
def test_what_is_no_matter_of_one_line_is_left(text: str) -> None:
    assert written(text) is None


def test_a_merged_key_is_not_changed_where_it_comes_from() -> None:
    assert written("b: &b {key: 1}\na:\n  <<: *b\n  x: 1\n") == "b: &b {key: 1}\na:\n  <<: *b\n  x: 1\n  key: new\n"


def test_a_piece_of_a_line_goes_with_its_line_or_the_blanks_before_it() -> None:
    text = "a: 1  # one\r\n  # two\r\nb: 2 # three"
    tree = Tree(text)

    def gone(piece: str) -> str | None:
        start = text.index(piece)
        edit = without_line(tree, start, start + len(piece))
        return None if edit is None else edited(text, [edit])

    assert gone("# one") == "a: 1\r\n  # two\r\nb: 2 # three"
    assert gone("# two") == "a: 1  # one\r\nb: 2 # three"
    assert gone("# three") == "a: 1  # one\r\n  # two\r\nb: 2"
    assert gone("# o") is None


def test_how_lines_end() -> None:
    assert [line_break(text) for text in ("a\r\nb\n", "a\nb", "a\rb", "a")] == ["\r\n", "\n", "\r", "\n"]


def test_a_key_of_the_map_itself() -> None:
    assert written("x: 1  # one\ny: 2\n", (), ("y",)) == "x: 1  # one\ny: 2\nkey: new\n"
    assert written("x: >\n  long\ny: 2\n", (), ("x", "y")) == "x: >\n  long\ny: 2\nkey: new\n"
    assert written("x: one\n  two\ny: 2\n", (), ("x", "y")) == "x: one\n  two\ny: 2\nkey: new\n"
    assert written("x:\n  - 1\ny: 2\n", (), ("x", "y")) == "x:\n  - 1\ny: 2\nkey: new\n"
    assert written("{x: 1, y: 2}\n", (), ("x", "y")) == "{x: 1, y: 2, key: new}\n"
    assert written("x: 1\nkey: old # said\n", (), ("x",)) == "x: 1\nkey: new # said\n"
