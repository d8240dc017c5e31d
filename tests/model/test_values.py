from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.model.values import (
    Dated,
    Identifier,
    Lasting,
    Money,
    Number,
    OneOf,
    Quantity,
    Reason,
    Reference,
    Repeating,
    Scale,
    ShareOf,
    UnfitError,
    Value,
    Words,
    YesNo,
    add_months,
    is_identifier,
    number,
    parse_duration,
    shown,
)

WORDS = OneOf(("low", "medium", "high"))
KINDS = OneOf(("article", "tool"), open=True)


@pytest.mark.parametrize(
    ("value", "text", "means"),
    [
        (Words(), "12:30", "12:30"),
        (Words(), "no", "no"),
        (Words(), "0755", "0755"),
        (Scale(-2, 2), "-2", -2),
        (Scale(-2, 2), "\u22122", -2),
        (Scale(-2, 2), "+2", 2),
        (Scale(-2, 2), "1.5", 1.5),
        (Scale(-2, 2), ".5", 0.5),
        (Scale(-2, 2), "1e0", 1),
        (Scale(1, 5), "1", 1),
        (Scale(1, 5), "5", 5),
        (Number(whole=True), "14", 14),
        (Number(whole=True), "14.0", 14),
        (Number(whole=True), "0", 0),
        (Number(positive=True), "0.5", 0.5),
        (Number(), "-3", -3),
        (Quantity(), "61%", 61),
        (Quantity(), "61 %", 61),
        (Quantity(), "-4.5", -4.5),
        (ShareOf(), "31%", 0.31),
        (ShareOf(), "31 %", 0.31),
        (ShareOf(), "0.31", 0.31),
        (ShareOf(), "0", 0),
        (ShareOf(), "100%", 1),
        (ShareOf(), "1", 1),
        (YesNo(), "yes", True),
        (YesNo(), "On", True),
        (YesNo(), "TRUE", True),
        (YesNo(), "off", False),
        (YesNo(), "No", False),
        (Reason(), "yes", True),
        (Reason(), "no", False),
        (Reason(), "trust anchor", "trust anchor"),
        (Repeating(), "yes", True),
        (Repeating(), "no", False),
        (WORDS, "medium", "medium"),
        (KINDS, "tool", "tool"),
        (KINDS, "hotline", "hotline"),
        (Identifier(), "a-1_b.c", "a-1_b.c"),
        (Identifier(), "日本", "日本"),
        (Identifier(), "अनुभव", "अनुभव"),
        (Reference("channel"), "Web chat", "Web chat"),
    ],
)
def test_what_a_text_means(value: Value, text: str, means: object) -> None:
    found = value.read(text)
    assert found == means
    assert isinstance(found, bool) == isinstance(means, bool)


@pytest.mark.parametrize(
    ("value", "text", "code"),
    [
        (Scale(-2, 2), "2.01", "JK005"),
        (Scale(-2, 2), "-3", "JK005"),
        (Scale(1, 5), "0", "JK005"),
        (Scale(1, 5), "6", "JK005"),
        (Scale(1, 5), "1e400", "JK005"),
        (Scale(-2, 2), "good", "JK003"),
        (Scale(-2, 2), "1,5", "JK003"),
        (Scale(-2, 2), ".inf", "JK003"),
        (Scale(-2, 2), "NaN", "JK003"),
        (Scale(-2, 2), "1_0", "JK003"),
        (Scale(-2, 2), "0x1", "JK003"),
        (Scale(-2, 2), "٢", "JK003"),
        (Number(whole=True), "1.5", "JK003"),
        (Number(whole=True), "-1", "JK005"),
        (Number(whole=True), "14 000", "JK003"),
        (Number(positive=True), "0", "JK005"),
        (Number(), "1e999", "JK003"),
        (Quantity(), "5-8%", "JK003"),
        (Quantity(), "%", "JK003"),
        (Quantity(), "61%%", "JK003"),
        (ShareOf(), "101%", "JK005"),
        (ShareOf(), "-1%", "JK005"),
        (ShareOf(), "1.1", "JK005"),
        (ShareOf(), "a third", "JK003"),
        (YesNo(), "maybe", "JK003"),
        (YesNo(), "1", "JK003"),
        (YesNo(), "y", "JK003"),
        (Reason(), "trust", "JK003"),
        (Repeating(), "often", "JK003"),
        (WORDS, "High", "JK005"),
        (WORDS, "urgent", "JK005"),
        (Identifier(), "a b", "JK003"),
        (Identifier(), "a/b", "JK003"),
        (Identifier(), "½", "JK003"),
        (Words(), ["a"], "JK003"),
        (Words(), {"a": "b"}, "JK003"),
        (Reference("channel"), ["web"], "JK003"),
        (Lasting(), "90", "JK003"),
        (Lasting(), "~2-5 sec", "JK003"),
        (Lasting(), "-3 days", "JK003"),
        (Lasting(), "1 fortnight", "JK003"),
        (Lasting(), "1 dayss", "JK003"),
        (Lasting(), "P", "JK003"),
        (Lasting(), "PT", "JK003"),
        (Lasting(), "P1D2M", "JK003"),
        (Lasting(), "٩ days", "JK003"),
        (Dated(), "2026-3-2", "JK003"),
        (Dated(), "2026-13", "JK003"),
        (Dated(), "2026-02-30", "JK003"),
        (Dated(), "2023-02-29", "JK003"),
        (Dated(), "0000", "JK003"),
        (Dated(), "02.03.2026", "JK003"),
        (Dated(), "２０２６", "JK003"),
        (Money(), "40000", "JK003"),
        (Money(), "EUR 40000", "JK003"),
        (Money(), "40,000 EUR", "JK003"),
        (Money(), "40000 eur", "JK003"),
    ],
)
def test_what_no_text_may_mean(value: Value, text: Any, code: str) -> None:
    with pytest.raises(UnfitError) as refused:
        value.read(text)
    assert refused.value.code == code
    assert refused.value.hint
    assert "\n" not in refused.value.message


def test_a_wrong_word_is_told_with_all_that_are_right() -> None:
    with pytest.raises(UnfitError) as refused:
        WORDS.read("hihg")
    assert "low, medium, high" in refused.value.hint
    assert "did you mean `high`?" in refused.value.hint


def test_a_share_in_whole_per_cent_is_told_how_to_write_it() -> None:
    with pytest.raises(UnfitError) as refused:
        ShareOf().read("31")
    assert "31%" in refused.value.hint


@pytest.mark.parametrize(
    ("text", "months", "days"),
    [
        ("90 days", 0, 90),
        ("90days", 0, 90),
        ("90\u00a0days", 0, 90),
        ("1 day", 0, 1),
        ("2 Weeks", 0, 14),
        ("1.5 weeks", 0, 10.5),
        ("36 hours", 0, 1.5),
        ("1440 minutes", 0, 1),
        ("86400 seconds", 0, 1),
        ("12 months", 12, 0),
        ("1 quarter", 3, 0),
        ("1 year", 12, 0),
        ("P90D", 0, 90),
        ("P2W", 0, 14),
        ("P1Y2M3D", 14, 3),
        ("PT12H", 0, 0.5),
        ("PT1.5H", 0, 1.5 / 24),
        ("P0,5Y", 6, 0),
        ("P1M", 1, 0),
        ("PT1M", 0, 1 / 1440),
    ],
)
def test_durations(text: str, months: float, days: float) -> None:
    duration = Lasting().read(text)
    assert (duration.months, duration.days) == (months, pytest.approx(days))
    assert str(duration) == text


def test_equal_lengths_are_equal_however_they_are_written() -> None:
    assert parse_duration("P90D") == parse_duration("90 days") == parse_duration("2160 hours")
    assert parse_duration("12 months") == parse_duration("1 year") != parse_duration("365 days")


def test_a_month_after_is_clipped_to_the_month() -> None:
    assert Lasting().read("1 month").after(date(2026, 1, 31)) == date(2026, 2, 28)
    assert Lasting().read("1 month").after(date(2024, 1, 31)) == date(2024, 2, 29)
    assert Lasting().read("2 weeks").after(date(2026, 12, 25)) == date(2027, 1, 8)
    assert Lasting().read("1000000 years").after(date(2026, 1, 1)) == date.max


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-03-02", date(2026, 3, 2), date(2026, 3, 2)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
    ],
)
def test_dates_are_spans_of_days(text: str, first: date, last: date) -> None:
    found = Dated().read(text)
    assert (found.first, found.last, str(found)) == (first, last, text)


@given(st.dates())
def test_every_day_of_the_calendar_is_read_as_itself(day: date) -> None:
    assert Dated().read(day.isoformat()).first == day
    month = Dated().read(day.isoformat()[:7])
    assert month.first <= day <= month.last


@given(st.dates(date(1, 1, 1), date(9000, 1, 1)), st.integers(0, 5000))
def test_months_later_is_that_month_and_never_a_later_day(day: date, months: int) -> None:
    later = add_months(day, months)
    assert later.year * 12 + later.month == day.year * 12 + day.month + months
    assert later.day <= day.day


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("40000 EUR", 40000, "EUR"),
        ("40000EUR", 40000, "EUR"),
        ("40000\u00a0EUR", 40000, "EUR"),
        ("\u22125.5 CHF", -5.5, "CHF"),
    ],
)
def test_amounts(text: str, amount: float, currency: str) -> None:
    found = Money().read(text)
    assert (found.number, found.currency) == (amount, currency)


@given(st.text(max_size=40))
def test_no_text_breaks_a_value(text: str) -> None:
    values: list[Value] = [
        Words(), Identifier(), WORDS, KINDS, Scale(1, 5), Number(), Number(True), Quantity(), YesNo(), Reason(),
        ShareOf(), Dated(), Lasting(), Repeating(), Money(), Reference("channel"),
    ]  # fmt: skip
    for value in values:
        try:
            value.read(text)
        except UnfitError as refused:
            assert "\n" not in refused.message


@given(st.integers(-(10**15), 10**15) | st.floats(-1e6, 1e6).map(lambda value: round(value, 6)))
def test_numbers_are_read_as_they_are_written(value: float) -> None:
    written = f"{value:.6f}" if isinstance(value, float) else str(value)
    assert number(written) == pytest.approx(value)
    assert number(written.replace("-", "\u2212")) == number(written)


@given(st.integers(0, 100))
def test_per_cent_and_share_are_one(whole: int) -> None:
    assert ShareOf().read(f"{whole}%") == pytest.approx(ShareOf().read(f"{whole / 100:.2f}"))


@given(st.text(max_size=12))
def test_the_schema_of_ids_and_their_reading_agree_on_ascii(text: str) -> None:
    if text.isascii():
        assert is_identifier(text) == bool(re.fullmatch(r"[A-Za-z0-9._-]+", text))


def test_a_shown_value_stays_on_one_line_and_short() -> None:
    assert shown("a\nb") == "'a b'"
    assert len(shown("x" * 500)) == 62
    assert (shown(["a"]), shown({"a": 1})) == ("a list", "a mapping")
