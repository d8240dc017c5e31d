from datetime import date

import pytest

from journeykit.model.values import CalendarDate
from journeykit.render.terminal.marks import (
    ASCII,
    UNICODE,
    face,
    figure,
    half,
    mean,
    percent,
    rank,
    signed,
    spark,
    when,
)


@pytest.mark.parametrize(
    ("score", "sign", "bar"),
    [
        (-2, "▼▼", "▁"),
        (-1.5, "▼▼", "▁"),
        (-0.5, "▼", "▃"),
        (0.2, "●", "▅"),
        (1, "▲", "▆"),
        (2, "▲▲", "█"),
    ],
)
def test_signs_of_scores(score: float, sign: str, bar: str) -> None:
    assert (face(score, UNICODE), spark(score, UNICODE)) == (sign, bar)


def test_ascii_signs_are_ascii() -> None:
    assert all(str(getattr(ASCII, name)).isascii() for name in ("spark", "faces", "corners", "squares", "ellipsis"))


def test_figures() -> None:
    assert [signed(1), signed(0), signed(-1.5)] == ["+1", "0", "-1.5"]
    assert [mean(0.44), mean(-0.04), mean(-1)] == ["+0.4", "0.0", "-1.0"]
    assert [figure(7.5, "%"), figure(40000, "EUR"), figure(1e12), figure(0.1 + 0.2)] == [
        "7.5%", "40000 EUR", "1e+12", "0.3",
    ]  # fmt: skip
    assert [percent(0.31), percent(0.125), percent(1)] == ["31%", "12.5%", "100%"]
    assert [rank(2.5), rank(4), rank(None)] == ["2.5 ", "4.0 ", ""]
    assert [half(0.7), half(-1.2)] == [0.5, -1.0]


def test_dates_are_no_finer_than_written() -> None:
    assert when(CalendarDate(date(2026, 3, 2), date(2026, 3, 2), "")) == "2 Mar 2026"
    assert when(CalendarDate(date(2026, 3, 1), date(2026, 3, 31), "")) == "Mar 2026"
    assert when(CalendarDate(date(2026, 1, 1), date(2026, 12, 31), "")) == "2026"
