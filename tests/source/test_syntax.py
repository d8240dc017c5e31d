from __future__ import annotations

import pytest

from journeykit.source.flaw import Flaw, FlawError
from journeykit.source.yamltree import Tree


def flaw(text: str) -> Flaw:
    with pytest.raises(FlawError) as refused:
        Tree(text).data()
    return refused.value.flaw


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("a:\n- b: c: d\n", 2, 7, "colon", "quote the text"),
        ("a: {b: c: d}\n", 1, 9, "colon", "quote the text"),
        ("a:\n- b: c\n   d: e\n", 3, 4, "goes on with the text above", "indent it like the key above"),
        ("a:\n- b: c\n d: e\n", 3, 2, "does not fit the one above", "siblings begin in one column"),
        ("a:\n  - b\n - c\n", 3, 2, "does not fit", "one column"),
        ("a:\n- 'it's'\n", 2, 7, "has ended already", "quote the whole text"),
        ('a:\n- "b" c\n', 2, 7, "has ended already", "quote the whole text"),
        ("a: [b]]\n", 1, 7, "has ended already", "delete what follows"),
        ("a: [b\nc: d\n", 1, 4, "list in brackets is not closed", "`]`"),
        ("a: {b: c\nd: [e]\n", 1, 4, "mapping in braces is not closed", "`}`"),
        ("a: {b: c # d, e: f}\n", 1, 10, "stands behind ` #`", "quote the text that holds the `#`"),
        ("a: [b,  # c\n  d #1]\ng: h\n", 2, 5, "stands behind ` #`", "quote the text"),
        ("a: {b: c, # note\n  d: e\nf: g\n", 1, 4, "mapping in braces is not closed", "`}`"),
        ('a: ["b" c]\n', 1, 9, "does not fit into the list in brackets", "add a comma"),
        ("a: {b: c,\n  d: e: f}\n", 2, 7, "colon", "quote the text"),
        ("a: [\n", 1, 4, "a value is missing", "close the bracket"),
        ("a: b\nowner:Marketing\n", 2, 1, "neither a key nor", "blank after the colon"),
        ("a:\n-b\n-c\n", 2, 1, "neither a key nor", "blank after the dash"),
        ("a: b\nsome words\n", 2, 1, "neither a key nor", "add the colon"),
        ("a:\n\u00a0\u00a0- b\n", 2, 1, "U+00A0", "ordinary blanks"),
        ("a:\n  - b: c\n  \u3000d: e\n", 3, 3, "U+3000", "ordinary blanks"),
        ("a:\n\t- b\n", 2, 1, "", "indent with blanks"),
        ("a:\n- b: c\n\td: e\n", 3, 1, "tab", "indent with blanks"),
        ("a:\n\t- b: c\n", 2, 1, "tab", "indent with blanks"),
        ("a:\n- @home\n", 2, 3, "begin with this character", "quote the text"),
        ("a:\n- *bold* words\n", 2, 8, "`*`", "quote the text"),
        ("a:\n- & more\n", 2, 4, "`&`", "quote the text"),
        ("a: *b\n", 1, 4, "alias has no anchor", "`&name`"),
        ("a: [&b c, &b d]\n", 1, 11, "second time", "another name"),
        ('a: "b\\qc"\n', 1, 6, "escape", "\\"),
        ('a: "b\\ud800"\n', 1, 8, "escape is no character", "itself"),
        ('a: "b\\xZZ"\n', 1, 8, "escape is not complete", "single quotation marks"),
        ("a: > b\n", 1, 6, "on the next line", "quote"),
        ("%YAML 1.3\n---\na: b\n", 1, 1, "neither 1.1 nor 1.2", "%YAML"),
        ("a: b\n---\nc: d\n", 2, 1, "several documents", "one map a file"),
        ('a: "b\nc: "d"\n', 1, 4, "never closed", "close it"),
        ("a: 'b\n", 1, 4, "never closed", "close it"),
        ('a: ["b\n---\n"]', 1, 5, "never closed", "close it"),
        ("a: b\x0cc\n", 1, 5, "U+000C", "delete it"),
    ],
)
def test_what_is_told_of_slips(text: str, line: int, column: int, message: str, hint: str) -> None:
    found = flaw(text)
    assert found.code == "JK001"
    assert message in found.message
    assert hint in found.hint
    assert found.span.line == line
    assert column in (0, found.span.column)
    assert "\n" not in found.message


def test_the_span_of_a_line_that_is_no_key_is_the_line() -> None:
    span = flaw("a: b\n  \nsome words \nc: d\n").span
    assert (span.line, span.column, span.end_line, span.end_column) == (3, 1, 3, 11)


def test_a_fault_at_the_end_is_shown_before_it() -> None:
    span = flaw("a: [b,\n\n\n").span
    assert span.line == 1


def test_what_a_merge_left_is_told_as_such() -> None:
    found = flaw("title: T\nstages:\n<<<<<<< ours\n  - A\n=======\n  - B\n>>>>>>> theirs\n")
    assert found.message == "a merge left two versions here, and nobody has decided yet"
    assert found.span is not None
    assert (found.span.line, found.span.column) == (3, 1)
