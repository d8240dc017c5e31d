"""What is parsed at once is what the nodes give, or it does not count."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeykit.source.flaw import FlawError
from journeykit.source.nodetree import NodeTree
from journeykit.source.quick import plain_data

pytest.importorskip("yaml_rs")

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.journey.yaml"))
TEXTS = [file.read_text(encoding="utf-8") for file in EXAMPLES]


def by_nodes(text: str) -> dict[str, Any] | str:
    """The data by way of the nodes; why not where the text has a flaw, or keys that are empty."""
    try:
        tree = NodeTree(text)
        data = tree.data()
    except FlawError as error:
        return str(error)
    return data if not tree.flaws and not tree.empty else "flaws"


def check(text: str) -> None:
    found = plain_data(text, text.encode("utf-8", "replace"))
    # By their representations, for `1 == 1.0 == True`, and in the same order.
    assert found is None or repr(found) == repr(by_nodes(text)), text


@pytest.mark.parametrize("text", TEXTS, ids=[file.stem for file in EXAMPLES])
def test_examples(text: str) -> None:
    check(text)


def test_most_examples_are_parsed_at_once() -> None:
    assert sum(plain_data(text, text.encode("utf-8", "replace")) is not None for text in TEXTS) >= len(TEXTS) - 2


def test_scalars_are_the_text_that_stands_in_the_file() -> None:
    text = (
        "journey: 1\nyes: no\non: true\nat: 12:30\nscore: -2\nhalf: 0.5\nday: 2026-03-01\nshare: 31%\n"
        "quoted: '007'\nlist: [1, 2.5, x, ' y ']\nfolded: >-\n  a\n  b\nkept: |\n  a\n  b\n"
    )
    assert plain_data(text, text.encode("utf-8", "replace")) == {
        "journey": "1", "yes": "no", "on": "true", "at": "12:30", "score": "-2", "half": "0.5", "day": "2026-03-01",
        "share": "31%", "quoted": "007", "list": ["1", "2.5", "x", "y"], "folded": "a b", "kept": "a\nb",
    }  # fmt: skip


def test_own_keys_keep_their_types() -> None:
    text = "x-own: {n: 7137, half: 0.5, yes: true, text: '7137', deep: [1, {a: no}]}\na:\n  x-b: 2\n"
    assert plain_data(text, text.encode("utf-8", "replace")) == {
        "x-own": {"n": 7137, "half": 0.5, "yes": True, "text": "7137", "deep": [1, {"a": "no"}]},
        "a": {"x-b": 2},
    }
    check(text)


ODD_SCALARS = [
    *["007", "0x1F", "0o17", "0b11", "-0", "+1", "1_000", "_1", "-_1", "18_", ".5", "-.5", "5.", "1.50", "1.0", "1e3", "15e-1", "12.5e1", "1.e-1", "0.1e_0"],
    *["4.50000000000000001", "100000000000000000000.5", ".inf", "-.inf", ".nan", "True", "TRUE", "False", "FALSE"],
    *["null", "Null", "NULL", "~", "&a", "*a", "!t", "!!str", "<<"],
]  # fmt: skip


@pytest.mark.parametrize("scalar", ODD_SCALARS)
def test_what_could_be_written_otherwise_is_a_doubt(scalar: str) -> None:
    for text in (
        f"a: {scalar}\n",
        f"a: [b, {scalar}]\n",
        f"a: {{b: {scalar} }}\n",
        f"x-a: {scalar}\n",
        f"a:\n- {scalar}",
    ):
        assert plain_data(text, text.encode("utf-8", "replace")) is None, text


@pytest.mark.parametrize(
    "text",
    [
        "", "# nothing\n", "- a\n", "a\n", " a: b\n", "\ufeffa: b\n", "%YAML 1.2\n---\na: b\n", "a: b\n---\nc: d\n",
        "a: b\n...\n", "a: &x b\nc: *x\n", "a: !t b\n", "<<: {a: b}\n", "? a\n: b\n", "[a]: b\n", "1: b\n", "a: b\na: c\n",
        "a:\n", "a: [b, ]\nc: {d}\n", "a: b\r\n", "a:\tb\n", "a: x\x07\n", "a: x\x85y\n", "a: x\u2028y\n", "a: \ud83d\n",
        ": a\n", "a: [b:]\n", "a: [b, :c]\n", 'a: {"b":1}\n', "a: {b\n c: d}\n", "a: {b: |\n c}\n", "a: {>b: c}\n",
        "a: |2\n   b\n", "a: b: c\n", "a: 'b\nc'\n", 'a: "b\\\n c"\n', "a: [" * 200, "- " * 1000, "a: " + "[" * 101 + "]" * 101,
        "a: " + "b" * 100_000,
    ],
)  # fmt: skip
def test_doubts(text: str) -> None:
    assert plain_data(text, text.encode("utf-8", "replace")) is None


PIECES = st.sampled_from(
    [
        *["a", "b", "c d", "name", "x-own", "é", "1", "2", "10", "0", "5", "no", "true", "True", "null", "~", "e", "E"],
        *[
            "-",
            ".",
            "_",
            "+",
            "%",
            "@",
            "`",
            "=",
            "!",
            "&",
            "*",
            "?",
            "<<",
            "\\",
            "\\n",
            "\t",
            "\u00a0",
            "\u2028",
            "\x07",
        ],
        *[
            ": ",
            ":",
            "- ",
            ", ",
            ",",
            "[",
            "]",
            "{",
            "}",
            "'",
            '"',
            "#",
            " # ",
            " ",
            "  ",
            "|",
            "| ",
            ">",
            ">-\n  ",
            ">\n",
        ],
        *["\n", "\n", "\n  ", "\n  ", "\n    ", "\n- ", "\n  - ", "|\n  ", "---\n", "...\n"],
    ]
)


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES, max_size=25).map(lambda parts: "a: " + "".join(parts)))
@example("a: ''\n\nb: >\n\n  c\n")
def test_odds_and_ends(text: str) -> None:
    check(text)


@settings(max_examples=600, deadline=None)
@given(st.data())
def test_maps_that_slips_of_the_hand_have_changed(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(TEXTS)).split("\n")
    start = data.draw(st.integers(0, len(lines) - 1))
    lines = lines[start : start + data.draw(st.integers(1, 15))]
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    text = "\n".join(line[indent:] for line in lines) + "\n"
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(PIECES) + text[at + data.draw(st.integers(0, 3)) :]
    check(text)
