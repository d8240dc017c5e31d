from dataclasses import replace

from markdown_it import MarkdownIt

from journeykit.render.reports.markdown import report
from journeykit.source.diagnostic import Diagnostic, Related, Summary
from journeykit.source.position import Span

FOUND = Diagnostic("JK202", "some-rule", "warning", "it is so", "write `x: 1`", "maps/a b.yaml", Span(41, 9, 41, 62))


def told(*found: Diagnostic, base: str = "") -> str:
    return report(found, Summary.of(2, list(found)), lambda path, line: "", base=base)


def html(text: str) -> str:
    return MarkdownIt("commonmark", {"html": True}).enable("table").render(text)


def test_counts_then_a_table() -> None:
    error = replace(FOUND, severity="error", hint="", span=Span(50, 1, 50, 2))
    assert (
        told(FOUND, error)
        == """\
### Journey maps: 1 error, 1 warning in 2 maps

| | place | finding |
|---|---|---|
| error | [maps/a b.yaml:50](maps/a%20b.yaml#L50) | **some-rule** (JK202): it is so |
| warning | [maps/a b.yaml:41](maps/a%20b.yaml#L41) | **some-rule** (JK202): it is so<br>Help: write `x: 1` |
"""
    )


def test_nothing_found() -> None:
    assert told() == "### Journey maps: nothing found in 2 maps\n"


def test_links_begin_with_the_base() -> None:
    assert "](https://git.example.org/blob/c0ffee/maps/a%20b.yaml#L41)" in told(
        FOUND, base="https://git.example.org/blob/c0ffee/"
    )


def test_there_are_no_links_out_of_the_repository() -> None:
    assert "| /abs/a.yaml:41 |" in told(replace(FOUND, path="/abs/a.yaml"), base="https://git.example.org/")
    assert "| ../a.yaml:41 |" in told(replace(FOUND, path="../a.yaml"))


def test_an_info_of_a_rule_is_told_once_with_its_other_places() -> None:
    text = told(*(replace(FOUND, severity="info", span=Span(line, 1, line, 2)) for line in (1, 8, 9)))
    assert "3 notes in 2 maps" in text
    assert text.count("| note |") == 1
    assert "<br>Also in lines 8 and 9 |" in text


def test_related_places_are_told() -> None:
    text = told(replace(FOUND, related=(Related("the best", "lib.yaml", Span(3, 1, 3, 7)),)))
    assert "<br>[lib.yaml:3](lib.yaml#L3): the best |" in text


def test_words_of_a_map_stay_words() -> None:
    hostile = "<script>|*a* [b](c) ![d](e) `f|g` ~~h~~ @team #12 \\| ` \x1b"
    page = html(told(replace(FOUND, message=hostile, path="a|b](x).yaml")))
    assert page.count("<tr>") == 2
    assert page.count("<td>") == 3
    assert "&lt;script&gt;|*a* [b](c) ![d](e) <code>f|g</code> ~~h~~ @<!-- -->team #<!-- -->12 \\| ` \\x1b" in page
    assert '<a href="a%7Cb%5D%28x%29.yaml#L41">a|b](x).yaml:41</a>' in page


def test_it_finds_room_in_a_comment() -> None:
    text = told(*(replace(FOUND, message="x" * 1000) for _ in range(100)))
    assert len(text) < 65_536
    rows = text.count("| warning |")
    assert text.endswith(f"|\n\n{100 - rows} more findings found no room here.\n")
