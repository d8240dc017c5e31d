"""Looks: what a theme's file may say, and what becomes of it."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest

from journeykit.model.derive import Facts
from journeykit.render.options import Options
from journeykit.render.outputs import html, svg
from journeykit.render.theme import Theme, ThemeError, default_theme, read_theme

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" fill="#00463c"/></svg>'
BRAND = """\
logo = "logo.svg"
[fonts]
sans = '"Source Sans 3", sans-serif'
[light]
head = "#00463c"
page = "#fff"
[dark]
head = "#0b5a4e"
"""


@pytest.fixture
def brand(tmp_path: Path) -> Theme:
    (tmp_path / "logo.svg").write_text(LOGO)
    return read_theme(BRAND, tmp_path)


def test_what_a_theme_does_not_say_stays(brand: Theme) -> None:
    usual = default_theme()
    assert dict(brand.light) == {**usual.light, "head": "#00463c", "page": "#ffffff"}
    assert brand.dark["head"] == "#0b5a4e"
    assert brand.fonts["serif"] == usual.fonts["serif"]


def test_a_page_has_the_colours_fonts_and_logo_of_its_theme(brand: Theme, facts_of: Callable[[str], Facts]) -> None:
    for view in html.VIEWS:
        made = html.write(facts_of("stages: [A]"), Options(view=view, look=brand)).decode()
        assert "--head:#00463c" in made
        assert "--head:#0b5a4e" in made
        assert '--sans:"Source Sans 3"' in made
        picture = re.search(r'<img class="logo" src="data:image/svg\+xml;base64,([^"]*)" alt="">', made)
        assert picture, view
        assert b64decode(picture[1]).decode() == LOGO


def test_a_page_without_a_logo_has_no_picture(facts_of: Callable[[str], Facts]) -> None:
    assert "<img" not in html.write(facts_of("stages: [A]"), Options()).decode()


def test_diagrams_have_the_colours_of_the_theme(brand: Theme, facts_of: Callable[[str], Facts]) -> None:
    facts = facts_of("stages: [A, B]")
    usual, own = (svg.write(facts, Options(view="flow", look=look)).decode() for look in (default_theme(), brand))
    assert "#232a3d" in usual
    assert "#232a3d" not in own
    assert 'fill="#00463c"' in own
    assert '[fill="#00463c"]{fill:#0b5a4e}' in own
    assert "font-family=\"'Source Sans 3', sans-serif, Inter" in own


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[light", "is no TOML"),
        ("[light]\nhaed = '#fff'", "there is no value in [light] 'haed'; did you mean head?"),
        ("colours = 1", "there is no key 'colours'; there are logo, fonts, light, dark"),
        ("[light]\nhead = 'navy'", "light.head: 'navy' is no colour; write it like #1a73e8"),
        ("[light]\nhead = '#fff;} body{display:none'", "is no colour"),
        ("[fonts]\nsans = 'a;}</style><script>'", "is no list of fonts"),
        ("light = 1", "light must be a table: [light]"),
        ("logo = 'x.gif'", "logo: x.gif is no SVG and no PNG"),
        ("logo = 'x.svg'", "logo: x.svg cannot be read (no such file or directory)"),
        ("logo = 1", "logo must be the name of a picture, like logo.svg"),
    ],
)
def test_what_is_wrong_in_a_theme_is_said(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ThemeError) as caught:
        read_theme(text, tmp_path)
    assert told in str(caught.value)
