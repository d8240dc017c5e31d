import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.render.taming import one_line
from journeykit.render.terminal.cells import breaks, cut, fitting, width, widths


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0), ("plain", 5), ("評価", 4), ("ﾊﾝ", 2), ("한국", 4), ("e\u0301", 1), ("é", 1), ("كيف", 3), ("กำ", 2),
        ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🏃‍♂️", 2), ("✈️", 2), ("✈", 1), ("🇩🇪", 2), ("1️⃣", 2), ("क्‍ष", 2),
        ("a\u200bb", 2), ("●★▲…", 4),
    ],
)  # fmt: skip
def test_width_counts_cells_of_the_terminal(text: str, cells: int) -> None:
    assert width(text) == cells


def test_cut_keeps_within_the_limit_and_marks_what_is_left_out() -> None:
    assert cut("a long title", 7) == "a long…"
    assert cut("a long title", 12) == "a long title"
    assert cut("評価する", 5) == "評価…"
    assert cut("a long title", 7, "...") == "a lo..."
    assert cut("a long title", None) == "a long title"


def test_a_mark_stays_with_its_letter() -> None:
    assert fitting("e\u0301e\u0301", 1) == 2


def test_lines_part_at_blanks_inside_long_words_and_between_wide_letters() -> None:
    def parts(text: str, limit: int) -> list[str]:
        return [text[start:end] for start, end in breaks(text, limit)]

    assert parts("one two three", 7) == ["one two", "three"]
    assert parts("x abcdefghij", 4) == ["x ab", "cdef", "ghij"]
    assert parts("銀行を変える", 5) == ["銀行", "を変", "える"]
    assert parts("", 5) == [""]


@given(st.text(max_size=60).map(one_line), st.integers(2, 20))
def test_parted_lines_fit_and_lose_nothing_but_blanks(text: str, limit: int) -> None:
    lines = [text[start:end] for start, end in breaks(text, limit)]
    assert all(width(part) <= limit for part in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(max_size=40).map(one_line))
def test_widths_never_shrink(text: str) -> None:
    grown = list(widths(text))
    assert grown == sorted(grown)
