"""What pictures say, by language."""

from __future__ import annotations

from datetime import date

import pytest

from journeykit.model.values import CalendarDate
from journeykit.render import language
from journeykit.render.language import (
    languages,
    nearest_language,
    noted,
    noted_many,
    page_language,
    said,
    say,
    say_many,
    speaking,
    spoken,
)
from journeykit.render.views.words import day, joined, percent, plain, signed, span_of, tenths

NARROW, FIXED = "\u202f", "\u00a0"


@pytest.mark.parametrize("tag", ["en", "de", "ar"])
def test_nothing_said_is_nothing(tag: str) -> None:
    with speaking(tag):
        assert say("") == ""


def test_the_languages() -> None:
    assert languages() == ("en", "ar", "de", "es", "fr", "ja", "pt")


@pytest.mark.parametrize(
    ("tag", "found"), [("de", "de"), ("de-AT", "de"), ("de_AT", "de"), ("DE", "de"), ("nl", None), ("", None)]
)
def test_the_nearest_language(tag: str, found: str | None) -> None:
    assert nearest_language(tag) == found


def test_speaking_nests_and_ends() -> None:
    assert (spoken(), say("Legend")) == ("en", "Legend")
    with speaking("de-AT"):
        assert (spoken(), say("Legend")) == ("de", "Legende")
        with speaking("fr"):
            assert say("Legend") == "Légende"
        with speaking("tlh"):
            assert (spoken(), say("Legend")) == ("en", "Legend")
        assert say("Legend") == "Legende"
    assert say("Legend") == "Legend"


def test_speaking_ends_with_an_error() -> None:
    with pytest.raises(ZeroDivisionError), speaking("de"):
        raise ZeroDivisionError
    assert spoken() == "en"


def test_the_page_is_set_in_the_language_asked_for() -> None:
    assert page_language("nl") == "nl"
    with speaking("de-AT"):
        assert page_language("nl") == "de-AT"


def test_places_are_filled_and_braces_of_the_map_stay() -> None:
    with speaking("de"):
        assert say("{count} of {all} answered", count=2, all="{x}") == "2 von {x} beantwortet"
        assert say("A text that nobody knows {x}") == "A text that nobody knows {x}"


def test_forms_for_numbers() -> None:
    forms = ("{number} action", "{number} actions")
    assert [say_many(*forms, number) for number in (0, 1, 1.5, 2)] == [
        "0 actions",
        "1 action",
        "1.5 actions",
        "2 actions",
    ]
    with speaking("de"):
        told = [say_many(*forms, number) for number in (0, 1, 1.5, 1200)]
        assert told == ["0 Handlungen", "1 Handlung", "1,5 Handlungen", "1.200 Handlungen"]
    with speaking("fr"):
        told = [say_many(*forms, number) for number in (0, 1, 1.5, 2)]
        assert told == ["0 action", "1 action", "1,5 action", "2 actions"]


def test_texts_for_tables_and_marks() -> None:
    with speaking("es"):
        assert said("Stage", "Channel") == ("Etapa", "Canal")
    assert noted("Legend") == "Legend"
    assert noted_many("a", "b") == ("a", "b")


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("en", ("1,234.5", "−0.5", "+1.5", "2.0", "12%", "0.4%", "2 Mar 2026", "a, b and c", "3 days")),
        ("de", ("1.234,5", "−0,5", "+1,5", "2,0", f"12{NARROW}%", f"0,4{NARROW}%", "2. März 2026", "a, b und c", "3 Tage")),
        ("es", ("1.234,5", "−0,5", "+1,5", "2,0", f"12{FIXED}%", f"0,4{FIXED}%", "2 mar 2026", "a, b y c", "3 días")),
        ("fr", (f"1{NARROW}234,5", "−0,5", "+1,5", "2,0", f"12{NARROW}%", f"0,4{NARROW}%", "2 mars 2026", "a, b et c",
                "3 jours")),
    ],
)  # fmt: skip
def test_numbers_dates_and_lists(tag: str, told: tuple[str, ...]) -> None:
    with speaking(tag):
        assert (
            plain(1234.5), plain(-0.5), signed(1.5), tenths(2), percent(0.12), percent(0.004), day(date(2026, 3, 2)),
            joined("abc"), span_of(3),
        ) == told  # fmt: skip


def test_months_and_years() -> None:
    month = CalendarDate(date(2026, 3, 1), date(2026, 3, 31), "2026-03")
    year = CalendarDate(date(2026, 1, 1), date(2026, 12, 31), "2026")
    with speaking("de"):
        assert (day(month), day(year)) == ("März 2026", "2026")
    with speaking("es"):
        assert (day(month), day(year)) == ("mar 2026", "2026")


@pytest.mark.parametrize("tag", languages())
def test_every_language_speaks(tag: str) -> None:
    """Its catalogue is read as it stands in the package, and is more than English."""
    with speaking(tag):
        assert (say("Legend") != "Legend") == (tag != "en")
        assert plain(0) and percent(1) and joined([]) == ""


def test_a_catalogue_is_read_once() -> None:
    assert language._catalogue("de") is language._catalogue("de")
