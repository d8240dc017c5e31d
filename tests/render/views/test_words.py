from __future__ import annotations

import pytest

from journeykit.render.views import words


@pytest.mark.parametrize(
    ("lang", "way"), [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("ja", "ltr")]
)
def test_direction(lang: str, way: str) -> None:
    assert words.direction(lang) == way


@pytest.mark.parametrize("text", ["javascript:alert(1)", "ftp://x/y", "//example.org", "data:text/html,x", "", None])
def test_what_is_no_address_becomes_no_link(text: str | None) -> None:
    assert words.link(text) is None


def test_numbers_and_lists() -> None:
    assert words.link("https://example.org/x") == "https://example.org/x"
    assert [words.signed(score) for score in (-2, 0, 1.5)] == ["−2", "0", "+1.5"]
    assert [words.percent(share) for share in (0.31, 0.005)] == ["31%", "0.5%"]
    assert words.joined(["a", "b", "c"]) == "a, b and c"
    assert words.days(1) == "1 day"
    assert words.language("en_GB") == "en-GB"
    assert words.language("not a language!") == "en"
