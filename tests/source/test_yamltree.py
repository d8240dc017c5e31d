from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from journeykit.source.flaw import FlawError
from journeykit.source.position import Span
from journeykit.source.yamltree import Tree


def flaws(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of what is wrong with a text."""
    try:
        tree = Tree(text)
        tree.data()
    except FlawError as error:
        return [(error.flaw.code, error.flaw.span.line, error.flaw.span.column)]
    return [(flaw.code, flaw.span.line, flaw.span.column) for flaw in tree.flaws]


def cut(text: str, span: Span) -> str:
    """The text in a span."""
    tree = Tree("a: b")
    tree.text = text
    starts = Tree(text).lines.starts
    return text[starts[span.line - 1] + span.column - 1 : starts[span.end_line - 1] + span.end_column - 1]


# --- what is read ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["no", "12:30", "0755", "2026", "2026-03-02", "1e3", "yes", "0x1F", ".inf", "Null and void", "~a", "=", "1_000"],
)
def test_scalars_stay_what_their_author_wrote(text: str) -> None:
    assert Tree(f"a: {text}\nb: [{text}]").data() == {"a": text, "b": [text]}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL", "''", '""', "'  '"])
def test_an_empty_key_is_an_absent_key(text: str) -> None:
    assert Tree(f"a: {text}\nb: [{text or '~'}, c]").data() == {"b": ["c"]}


def test_a_quoted_null_is_a_text() -> None:
    assert Tree("a: 'null'\nb: \"~\"").data() == {"a": "null", "b": "~"}


def test_below_x_values_have_the_types_of_yaml_1_2() -> None:
    text = "x-a: {n: 3, f: 1.5, t: true, y: yes, o: 0o17, h: 0x1F, q: '3', z: ~, l: [1, ~, a], d: 2026-01-02}\nx-b: ~"
    assert Tree(text).data() == {
        "x-a": {
            "n": 3, "f": 1.5, "t": True, "y": "yes", "o": 15, "h": 31, "q": "3", "z": None, "l": [1, None, "a"],
            "d": "2026-01-02",
        }
    }  # fmt: skip


def test_folded_and_literal_blocks() -> None:
    assert Tree("a: >\n  one\n  two\n\nb: |\n  one\n  two\n").data() == {"a": "one two", "b": "one\ntwo"}


def test_merge_keys_fill_what_is_not_written() -> None:
    text = "x-d: [&d {g: 1, o: 2}, &e {g: 3, p: 4}]\na: {<<: [*d, *e], o: own}\nb: {<<: *d, <<: *e}\nc: {<<: }"
    data = Tree(text).data()
    assert data["a"] == {"g": "1", "o": "own", "p": "4"}
    assert data["b"] == {"g": "1", "o": "2", "p": "4"} or data["b"] == {"g": "3", "o": "2", "p": "4"}
    assert data["c"] == {}


def test_merge_keys_below_x() -> None:
    assert Tree("x-d: &d {g: 1}\nx-e: {<<: *d, h: 2}").data()["x-e"] == {"g": 1, "h": 2}


def test_separators_of_yaml_1_1_are_characters_like_others() -> None:
    data = Tree("a: one\u2028two\nb: one\u0085two\nc: one\u2029two").data()
    assert [value.split() for value in data.values()] == [["one", "two"]] * 3


# --- what is wrong with it -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, 1),
        ("# only a remark\n", 1, 1),
        ("~", 1, 1),
        ("- a", 1, 1),
        ("hello", 1, 1),
        ("a: b\n---\nc: d", 2, 1),
        ("a: 'open\nb: c", 1, 4),
        ('a: "open\nb: "c"', 1, 4),
        ("a: [b\nc: d\n", 1, 4),
        ("a:\n\t- b", 2, 1),
        ("a: *b", 1, 4),
        ("a: b\x00", 1, 5),
        ("a: 'b\x1b'", 1, 6),
        ("a: 'b\ufffe'", 1, 6),
        ("a: 'b\ud800'", 1, 6),
    ],
)
def test_what_is_no_map_at_all(text: str, line: int, column: int) -> None:
    assert flaws(text) == [("JK001", line, column)]


def test_doubled_keys_name_both_places() -> None:
    tree = Tree("a: 1\nb: {c: 1, c: 2}\na: 2")
    assert tree.data() == {"a": "1", "b": {"c": "1"}}
    found = [(cut(tree.text, flaw.span), flaw.span.line, flaw.related[0][1].line) for flaw in tree.flaws]
    assert sorted(found) == [("a", 3, 1), ("c", 2, 2)]


@pytest.mark.parametrize("text", ["x-a: {b: 1, b: 2}", "l: [&a {b: 1, b: 2}, *a]"])
def test_doubled_keys_below_x_and_in_aliases(text: str) -> None:
    assert ("JK006", 1, text.index("b: 2") + 1) in flaws(text)


@pytest.mark.parametrize("key", ["[b]", "{b: c}", "? [b]\n", "? {b: c}\n"])
def test_a_key_is_a_word(key: str) -> None:
    assert [code for code, *_ in flaws(f"a: b\n{key}: c\n")] == ["JK003"]
    assert [code for code, *_ in flaws(f"x-a:\n  b: c\n  {key}  : c\n")] == ["JK003"]


@pytest.mark.parametrize(
    "text", ["a: !!str b", "a: !b c", "a: [!!int 3]", "a: !!map {}", "x-a: !!set b", "a: !<x:y> b"]
)
def test_tags_have_no_meaning_and_build_nothing(text: str) -> None:
    tree = Tree(text)
    tree.data()
    assert [flaw.code for flaw in tree.flaws] == ["JK003"]
    assert cut(text, tree.flaws[0].span).startswith("!")
    tree.data()
    assert not tree.flaws


def test_merging_what_is_no_mapping() -> None:
    assert flaws("a: {<<: b}") == [("JK003", 1, 9)]
    assert flaws("a: {<<: [{c: d}, b]}") == [("JK003", 1, 18)]


# --- limits ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 10_000 + "]" * 10_000,
        "a: " + "[" * 100_000,
        "a: " + "{b: " * 100_000 + "}" * 100_000,
        "a:\n  " + "- " * 100_000 + "b",
        "? " * 100_000 + "b",
        "a:\n" + "".join(" " * depth + "b:\n" for depth in range(1, 1500)),
        "a: " + "[" * 101 + "]" * 101,
        "x-a: " + "[" * 101 + "]" * 101,
        "- " * 450 + "[" * 890 + "]" * 890,
        "&a [*a]",
        "a: &a [*a]",
        "a: &a [b, {c: *a}]",
        "a: &a {b: *a}",
        "a: &a {<<: *a}",
        "a:\n - &a\n   b: c\n   <<: *a\n",
        "x-a: &a [*a]",
        "&a\nb: *a",
        "a: [" + "b, " * 100_001 + "b]",
        "a: [" + ",".join("&a" + str(n) + " [" + f"*a{n - 1}," * 10 + "]" if n else "&a0 b" for n in range(8)) + "]",
        "x-a: [" + ",".join("&a" + str(n) + " [" + f"*a{n - 1}," * 10 + "]" if n else "&a0 b" for n in range(8)) + "]",
    ],
    ids=lambda text: text[:12],
)
def test_too_large_is_told_and_never_tried(text: str) -> None:
    began = time.process_time()
    assert [code for code, *_ in flaws(text)] in (["JK009"], ["JK001"])
    assert time.process_time() - began < 20


def test_ninety_levels_are_deep_enough() -> None:
    assert flaws("x-a: " + "[" * 95 + "]" * 95) == []
    assert flaws("a: [" + "b, " * 90_000 + "b]") == []


@pytest.mark.parametrize(
    "text",
    ["a: b" + " #b" * 100_000, "a: b" + " " * 200_000 + "c", "a: b\n" + "\r" * 200_000, "# b\n" * 100_000 + "a: b"],
    ids=["signs", "blanks", "returns", "remarks"],
)
def test_long_texts_cost_what_they_are_long(text: str) -> None:
    began = time.process_time()
    tree = Tree(text)
    assert tree.data()
    list(tree.cut_texts())
    assert time.process_time() - began < 20


@given(st.text(st.sampled_from("ab:-?[]{},&*!|>'\"%@`#~ \n\t\r\u00a0\u2028语🙂\x00\x1b<0"), max_size=60))
def test_no_text_breaks_reading(text: str) -> None:
    for whole in (text, f"a: b\n{text}", f"x-a: {text}"):
        try:
            tree = Tree(whole)
            tree.data()
            list(tree.cut_texts())
        except FlawError as error:
            found = [error.flaw]
        else:
            found = tree.flaws
        for flaw in found:
            span = flaw.span
            assert 1 <= span.line <= span.end_line
            assert span.column >= 1
            assert (span.line, span.column) <= (span.end_line, span.end_column)


# --- places ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "path", "told"),
    [
        ("a: one two\nb: c", ("a",), "one two"),
        ("a: 'one\n  two'\nb: c", ("a",), "'one\n  two'"),
        ('a: "one" # two', ("a",), '"one"'),
        ("a: |\n  one\n  two\n\nb: c", ("a",), "|\n  one\n  two"),
        ("a: >-\n  one\n\n\n# two\nb: c", ("a",), ">-\n  one"),
        ("a: [one, [two]]\n", ("a", 1, 0), "two"),
        ("a: [~, one, '', two]\n", ("a", 1), "two"),
        ("a:\n- b: 日本\n  c: 語 x\n", ("a", 0, "c"), "語 x"),
        ("a: 🙂 e\u0301 one\n", ("a",), "🙂 e\u0301 one"),
        ("a: العربية ‏\n", ("a",), "العربية ‏"),
        ("\ufeffa".removeprefix("\ufeff") + ": one", ("a",), "one"),
        ("a: one\r\nb: two\r\n", ("b",), "two"),
        ("a: one\rb: two\r", ("b",), "two"),
        ("a: {b: one}", ("a",), "{b: one}"),
        ("a:\n  b: one\n  c: two\n", ("a",), "b"),
        ("a:\n- b: one\n- two\n", ("a",), "b"),
        ("x-d: &d {b: one}\na: {<<: *d}", ("a", "b"), "one"),
        ("a: one", ("a", 0, "b"), "one"),
        ("a: one", ("z",), "a"),
    ],
)
def test_where_a_value_stands(text: str, path: Any, told: str) -> None:
    tree = Tree(text)
    assert cut(text, tree.value_span(path)) == told


def test_where_a_key_stands() -> None:
    text = "a:\n  - 'b c': one\n    d: two\n"
    tree = Tree(text)
    assert cut(text, tree.key_span(("a", 0, "b c"))) == "'b c'"
    assert cut(text, tree.key_span(("a", 0, "d"))) == "d"
    assert cut(text, tree.key_span(("a", 0))) == "'b c'"
    assert tree.has(("a", 0, "d"))
    assert not tree.has(("a", 0, "e"))


def test_a_collection_does_not_reach_past_its_last_value() -> None:
    text = "a:\n  - b: one # two\n\n# three\nc: d\n"
    tree = Tree(text)
    assert cut(text, tree.span_of(tree.find(("a",))[1])) == "- b: one"


def test_a_collection_that_ends_in_an_alias_reaches_to_its_last_own_value() -> None:
    text = "x-a: &a [one]\nb:\n  c: two\n  d: *a\n"
    tree = Tree(text)
    assert cut(text, tree.span_of(tree.find(("b",))[1])) == "c: two"


def leaves(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[tuple[Any, ...], str]]:
    if isinstance(data, dict):
        return [leaf for key, value in data.items() for leaf in leaves(value, (*path, key))]
    if isinstance(data, list):
        return [leaf for index, value in enumerate(data) for leaf in leaves(value, (*path, index))]
    return [(path, data)]


WORDS = st.text(st.sampled_from("abc é日🙂:#-'\"\\"), min_size=1, max_size=12).map(lambda text: f"w{text}w")
DATA = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(WORDS, inner, min_size=1, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(WORDS, DATA, min_size=1, max_size=4), st.booleans(), st.booleans())
def test_the_text_in_a_span_is_the_scalar(data: dict[str, Any], flow: bool, quoted: bool) -> None:
    text = yaml.safe_dump(
        data, allow_unicode=True, default_flow_style=flow, sort_keys=False, default_style='"' if quoted else None
    )
    tree = Tree(text)
    assert tree.data() == data
    for path, value in leaves(data):
        assert yaml.safe_load(cut(text, tree.value_span(path))) == value
        assert tree.path_at(tree.value_span(path)) == path


def test_path_at_finds_the_innermost_value() -> None:
    tree = Tree("a:\n- b: one\n  c: [two, three]\nd: four\n")
    assert tree.path_at(Span(3, 12, 3, 13)) == ("a", 0, "c", 1)
    assert tree.path_at(Span(2, 3, 2, 4)) == ("a", 0)
    assert tree.path_at(Span(4, 1, 4, 2)) == ()


def test_what_a_remark_cuts_off() -> None:
    text = "a: one #two three\nb: one # two\nc: 'one' #two\nd: one#two\n# #e\n- #f"[:58]
    tree = Tree(text)
    assert [(cut(text, span), lost) for span, lost, _ in tree.cut_texts()] == [("#two three", "#two three")]


# --- putting right ----------------------------------------------------------------------------------------------------


def test_a_text_put_in_place_leaves_the_alias_elsewhere_alone() -> None:
    tree = Tree("a: &t Web chat\nb: *t\nc: [*t, *t]")
    tree.put_text(("b",), "web-chat")
    tree.put_text(("c", 1), "web-chat")
    assert tree.data() == {"a": "Web chat", "b": "web-chat", "c": ["Web chat", "web-chat"]}


def test_a_text_put_where_nothing_is_written() -> None:
    tree = Tree("a: {b: one}\nc: short\nd: [e]\nf:\n")
    tree.put_text(("a", "z"), "two")
    tree.put_text(("c", "z"), "two", "name")
    tree.put_text(("d",), "list no more")
    tree.put_text(("f",), "here")
    assert tree.data() == {
        "a": {"b": "one", "z": "two"},
        "c": {"name": "short", "z": "two"},
        "d": "list no more",
        "f": "here",
    }


def test_leaving_out() -> None:
    tree = Tree("a: [one, two, three]\nb: {c: one, d: two}\nx-e: &e {f: one, g: two}\nh: {<<: *e}")
    assert tree.leave_out(("a", 1))
    assert tree.leave_out(("b", "c"))
    assert tree.leave_out(("h", "f"))
    assert tree.leave_out(("h", "f"))
    assert not tree.leave_out(())
    assert tree.data() == {"a": ["one", "three"], "b": {"d": "two"}, "x-e": {"g": "two"}, "h": {"g": "two"}}


def test_leaving_out_one_of_two_aliases() -> None:
    tree = Tree("x-a: &a [bad]\nl: [*a, c, *a]")
    assert tree.leave_out(("l", 2))
    assert tree.leave_out(("l", 0))
    assert tree.data()["l"] == ["c"]


def test_renaming_a_key_once_for_all_aliases_and_never_the_one_above() -> None:
    tree = Tree("a: &a {nme: one}\nb: *a\n")
    tree.rename_key(("a", "nme"), "name")
    tree.rename_key(("b", "nme"), "name")
    assert tree.data() == {"a": {"name": "one"}, "b": {"name": "one"}}


def test_keys_without_a_value_are_kept_apart() -> None:
    tree = Tree("a:\nb: {c, d: e}\nx-f:\nx-g: {h: }")
    tree.data()
    assert [key.value for key, _ in tree.empty] == ["a", "c"]


# --- one of many -------------------------------------------------------------------------------------------------------


def test_one_of_many_is_composed_when_something_needs_its_nodes() -> None:
    pytest.importorskip("yaml_rs")
    text = "title: One\nstages:\n  - stage: First\n    pains: [slow]\n"
    tree = Tree(text, is_one_of_many=True)
    assert tree.data() == Tree(text).data()
    assert tree.has(("stages", 0, "pains"))
    assert tree.is_list(("stages", 0, "pains"))
    assert tree.value_span(("stages", 0, "pains", 0)) == Span(4, 13, 4, 17)
    assert tree.key_span(("stages", 0, "pains")) == Span(4, 5, 4, 10)
    assert tree.value_span(("title",)) == Span(1, 8, 1, 11)
    assert "root" not in tree.__dict__
    tree.put_text(("stages", 0, "pains", 0), "dear")
    assert "root" in tree.__dict__
    assert tree.data()["stages"][0]["pains"] == ["dear"]


@pytest.mark.parametrize("text", ["a: b: c\n", "a: b\na: c\n", "- a\n", "", "a: \x07\n", "a: !t b\n", "a: [b\n"])
def test_one_of_many_has_the_same_flaws(text: str) -> None:
    def found(is_one_of_many: bool) -> list[Any]:
        try:
            tree = Tree(text, is_one_of_many)
            tree.data()
        except FlawError as error:
            return [error.flaw]
        return tree.flaws

    assert found(True) == found(False) != []


def test_without_the_fast_parser_one_of_many_is_read_by_its_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeykit.source.quick.loads", None)
    tree = Tree("a: b\n", is_one_of_many=True)
    assert "root" in tree.__dict__
    assert tree.data() == {"a": "b"}
