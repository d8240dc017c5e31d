"""Lengths of time, by language."""

from __future__ import annotations

import pytest

from journeykit.model.values import Duration
from journeykit.model.values.times import parse_duration
from journeykit.render.language import speaking
from journeykit.render.views.lengths import length, rhythm


def duration(text: str) -> Duration:
    found = parse_duration(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ("1 day", "1 day", "1 Tag"),
        ("14 days", "14 days", "14 Tage"),
        ("2h", "2h", "2 Stunden"),
        ("30 min", "30 min", "30 Minuten"),
        ("1.5 years", "1.5 years", "1,5 Jahre"),
        ("90 Days", "90 Days", "90 Tage"),
        ("2 quarters", "2 quarters", "2 Quartale"),
        ("P14D", "2 weeks", "2 Wochen"),
    ],
)
def test_a_length(text: str, english: str, german: str) -> None:
    assert length(duration(text)) == english
    with speaking("de"):
        assert length(duration(text)) == german


def test_a_rhythm() -> None:
    assert [rhythm(duration(text)) for text in ("1 year", "2 weeks", "P1D")] == [
        "every year",
        "every 2 weeks",
        "every day",
    ]
    with speaking("de"):
        assert [rhythm(duration(text)) for text in ("1 year", "2 weeks")] == ["jedes Jahr", "alle 2 Wochen"]
    with speaking("fr"):
        assert [rhythm(duration(text)) for text in ("1 week", "2 weeks")] == ["chaque semaine", "toutes les 2 semaines"]


def test_nothing_for_none() -> None:
    assert (length(None), rhythm(None)) == ("", "")
