"""The page of a history as a text: one file under a strict policy, with an anchor for each revision."""

from __future__ import annotations

import re

from journeykit.diff.revision import steps
from journeykit.model.load import load
from journeykit.render.histories import html
from journeykit.render.options import Options
from journeykit.source.text import Source

TEXT = "journey: 1\ntitle: '<b>Buying</b>'\nwhy: We listened\nstages: [{{stage: A, emotion: {0}}}]\n"


def page(options: Options | None = None) -> str:
    documents = [load(Source(f"{score}:a.yaml", TEXT.format(score))) for score in (-1, 1)]
    told = [("r1", "2025-03-02", documents[0]), ("now", "", documents[1])]
    return html.write(steps(told), "a.yaml", options)


def test_the_page_stands_alone() -> None:
    text = page()
    assert "default-src 'none'; style-src 'unsafe-inline'" in text
    assert "<script" not in text
    assert re.findall(r'(?:src|href)="(?!#)', text) == []
    assert "&lt;b&gt;Buying&lt;/b&gt;" in text
    assert text == page()


def test_every_revision_has_its_anchor_and_its_why() -> None:
    text = page()
    assert [f'id="revision-{number}"' in text for number in (1, 2)] == [True, True]
    assert text.count("We listened") == 2
    assert "whole points better" in text or "points better" in text


def test_a_map_that_was_never_readable() -> None:
    text = html.write(steps([("r", "2025-01-01", load(Source("x", "journey: [")))]), "a.yaml")
    assert "<h1" in text
    assert "a.yaml" in text


def test_it_speaks_the_language_asked_for() -> None:
    assert '<html lang="ar" dir="rtl">' in page(Options(lang="ar"))
