import pytest

from journeykit.render.markdown.blocks import bullets, document, labelled, link, table, text


@pytest.mark.parametrize(
    ("raw", "markdown"),
    [
        ("a | b", "a &#124; b"),
        ("`code` *a* _b_ ~c~", r"\`code\` \*a\* \_b\_ \~c\~"),
        ("<script>&amp;", "&lt;script&gt;&amp;amp;"),
        ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("![i](j)", r"!\[i\](j)"),
        ("# not a heading", r"\# not a heading"),
        ("- no item", r"\- no item"),
        ("12. no item", r"12\. no item"),
        ("> no quote", "&gt; no quote"),
        ("two\n\nlines\r\n| here", "two lines &#124; here"),
        ("see https://x.example or WWW.x.example", r"see https\://x.example or WWW\.x.example"),
        ("ask @team about #12", "ask @&#8203;team about #&#8203;12"),
        ("ann@x.example", "ann@x.example"),
        ("C #", r"C \#"),
        ("back\\slash", r"back\\slash"),
        ("\x1b[0m\u202e", r"\\x1b\[0m\\u202e"),
        ("plain, isn't it? Yes: 100 % (so).", "plain, isn't it? Yes: 100 % (so)."),
    ],
)
def test_text_stands_for_itself(raw: str, markdown: str) -> None:
    assert text(raw) == markdown


def test_only_addresses_of_the_web_become_links() -> None:
    assert link("T-17", "https://example.org/T 17?a=(b)|c>") == "[T-17](<https://example.org/T%2017?a=%28b%29%7Cc%3E>)"
    assert link("x", "javascript:alert(1)") == "x (javascript:alert(1))"
    assert link("a]b", None) == r"a\]b"


def test_a_table_leaves_out_its_empty_columns() -> None:
    assert table(("A", "B", "C"), [("1", "", "3"), ("4", "", "")]) == "| A | C |\n| --- | --- |\n| 1 | 3 |\n| 4 |  |"
    assert table(("A",), []) == ""


def test_lists_and_labels() -> None:
    assert bullets(["a", "", "b"], 1) == "  - a\n  - b"
    assert labelled("L", "") == ""
    assert labelled("L", "- a") == "**L**\n\n- a"


def test_a_document_is_utf8_with_a_line_feed_at_its_end() -> None:
    assert document(["# Ü", "", "b"]) == "# Ü\n\nb\n".encode()
