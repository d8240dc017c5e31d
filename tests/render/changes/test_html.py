"""The page of a comparison as a text: one file under a strict policy, in the language and look asked for."""

from __future__ import annotations

import re

from journeykit.diff.revision import MapDiff, of_documents
from journeykit.model.load import load
from journeykit.render.changes import html
from journeykit.render.options import Options
from journeykit.source.text import Source

OLD = "journey: 1\ntitle: Buying\nlang: {0}\nstages: [{{stage: Dream, actions: [{{action: rides by, emotion: -1}}]}}]\n"


def pair(lang: str = "en", new: str = "rides by, emotion: 1") -> MapDiff:
    text = OLD.format(lang)
    one, two = load(Source("old.yaml", text)), load(Source("new.yaml", text.replace("rides by, emotion: -1", new)))
    return of_documents(one, two)


def test_the_page_stands_alone() -> None:
    page = html.write([pair()], True)
    assert page.startswith("<!doctype html>\n")
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert "<script" not in page
    assert re.findall(r'(?:src|href)="(?!#)', page) == []
    assert page.count("<main") == 1
    assert html.write([pair()], True) == page


def test_the_texts_of_a_map_stay_texts() -> None:
    page = html.write([pair(new="'</style><script>x</script>{{7*7}}\u202e', emotion: 1")], True)
    assert "<script>" not in page
    assert "{{7*7}}" in page
    assert "\u202e" not in page


def test_it_speaks_the_language_of_the_map_or_the_one_asked_for() -> None:
    assert '<html lang="en" dir="ltr">' in html.write([pair()], True)
    page = html.write([pair()], True, Options(lang="ar"))
    assert '<html lang="ar" dir="rtl">' in page
    assert '<p class="map xl" lang="en" dir="auto">Buying</p>' in page
    assert '<p class="say" lang="en" dir="ltr">' in page
    assert '<html lang="de" dir="ltr">' in html.write([pair("de")], True)
    # Maps in several languages have none in common.
    assert '<html lang="en" dir="ltr">' in html.write([pair("de"), pair("fr")], False)


def test_several_maps_have_an_index() -> None:
    page = html.write([pair(), pair(new="rides past, emotion: 2"), MapDiff(None, pair().new, None)], False)
    assert page.count('<article class="mp sub"') == 3
    assert [f'id="map-{number}"' in page and f'href="#map-{number}"' in page for number in (1, 2, 3)] == [True] * 3
    assert "This map is new." in page


def test_no_map_at_all() -> None:
    page = html.write([], False)
    assert "<h1>No map has changed</h1>" in page
    assert "<article" not in page


def test_a_dark_page_on_any_screen() -> None:
    assert "@media screen and (prefers-color-scheme:dark)" in html.write([pair()], True)
    assert "prefers-color-scheme" not in html.write([pair()], True, Options(theme="light"))
