from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.render.dot.measure import width_of, wrap


def test_widths_grow_with_size_and_weight() -> None:
    assert width_of("Journey", 20) == pytest.approx(2 * width_of("Journey", 10))
    assert width_of("Journey", 10, bold=True) > width_of("Journey", 10)
    assert width_of("ii", 10) < width_of("MM", 10)


def test_accents_are_as_wide_as_their_letter_and_marks_take_no_room() -> None:
    assert width_of("é", 10) == width_of("e", 10)
    assert width_of("e\u0301", 10) == width_of("e", 10)


def test_ideographs_and_emoji_are_wide() -> None:
    assert width_of("問", 10) >= 10
    assert width_of("🎉", 10) >= 12


def test_lines_are_balanced() -> None:
    assert wrap("Compares the fee tables of three banks", 198, 13, bold=True) == (
        "Compares the fee",
        "tables of three banks",
    )


def test_long_words_break_after_marks_first() -> None:
    lines = wrap("https://example.org/a-very-long-address/without/blanks", 120, 11)
    assert len(lines) > 1
    assert all(line[-1] in "/-." for line in lines[:-1])


def test_ideographs_break_anywhere_but_before_a_full_stop_and_after_a_bracket() -> None:
    text = "料金を比較する（とても便利）。" * 4
    lines = wrap(text, 60, 11)
    assert "".join(lines) == text
    assert not any(line[0] in "。）" or line[-1] == "（" for line in lines)


def test_latin_words_among_ideographs_stay_whole() -> None:
    lines = wrap("Web search、Website、提供中、WhatsApp", 60, 10.5)
    assert " ".join(lines).count("Website") == " ".join(lines).count("WhatsApp") == 1
    assert not any(line[0] == "、" for line in lines)


def test_korean_keeps_its_words() -> None:
    assert all(line in {"한국어", "텍스트도", "확인합니다"} for line in wrap("한국어 텍스트도 확인합니다", 80, 13))


def test_an_emoji_of_several_stays_one() -> None:
    assert all("\u200d" not in (line[0], line[-1]) for line in wrap("👩‍👩‍👧" * 9, 60, 13))


def test_nothing_gives_one_empty_line() -> None:
    assert wrap("", 100, 11) == ("",)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp"))), st.integers(40, 300))
def test_nothing_is_cut_and_nothing_is_too_wide(text: str, width: int) -> None:
    lines = wrap(text, width, 11)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line, 11) <= width or len(line) <= 2 or not line.isascii() for line in lines)
