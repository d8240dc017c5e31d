from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journeykit.source.position import Lines, Span

TEXTS = st.text(st.sampled_from("ab \n\ré語🙂\u0301\u2028\u0085"), max_size=60)


@given(TEXTS, st.integers(0, 60))
def test_a_place_leads_back_to_its_character(text: str, index: int) -> None:
    lines = Lines(text)
    index = min(index, len(text))
    line, column = lines.at(index)
    assert lines.starts[line - 1] + column - 1 == index


@given(TEXTS)
def test_lines_put_together_are_the_text_without_breaks(text: str) -> None:
    lines = Lines(text)
    told = [lines.line(number) for number in range(1, len(lines.starts) + 1)]
    assert "".join(told) == text.replace("\r", "").replace("\n", "")


@given(TEXTS)
def test_far_and_near_places_are_counted_alike(text: str) -> None:
    fresh, known = Lines(text), Lines(text)
    assert known.starts
    assert [fresh.at(index) for index in range(len(text) + 1)] == [known.at(index) for index in range(len(text) + 1)]


def test_columns_count_characters_from_one() -> None:
    assert Lines("a\n日本🙂x").at(5) == (2, 4)


def test_lf_crlf_and_cr_break_lines_and_nothing_else_does() -> None:
    lines = Lines("a\nb\r\nc\rd\u2028e\u0085f")
    assert [lines.line(number) for number in range(1, 5)] == ["a", "b", "c", "d\u2028e\u0085f"]
    assert lines.line(0) == lines.line(5) == ""


def test_a_span_holds_what_lies_in_it() -> None:
    outer = Span(2, 3, 4, 5)
    assert Span(2, 3, 4, 5) in outer
    assert Span(3, 1, 3, 90) in outer
    assert Span(2, 2, 2, 4) not in outer
    assert Span(4, 4, 4, 6) not in outer
