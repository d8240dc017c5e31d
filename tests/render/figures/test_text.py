from __future__ import annotations

from datetime import date

from journeykit.model.load import load
from journeykit.render.figures import text
from journeykit.render.terminal.styled import plain
from journeykit.source.text import Source

TODAY = date(2026, 11, 21)


def test_absent_is_a_dash_and_never_nought() -> None:
    (_, row) = plain(text.write([load(Source("m", "journey: 1\ntitle: T\nstages: [A]\n"))], TODAY)).splitlines()
    assert row.split() == ["T", "1", "–", "0", "–", "–", "–", "never"]


def test_titles_are_cut_only_for_a_width(small: str) -> None:
    document = load(Source("m", small.replace("Buying a first bicycle", "B" * 200)))
    assert "B" * 200 in plain(text.write([document], TODAY))
    assert max(map(len, plain(text.write([document], TODAY, 90)).splitlines())) <= 90
