from __future__ import annotations

from journeykit.model.load import load
from journeykit.model.plain import to_data
from journeykit.source.text import Source


def test_only_what_is_written_is_written(small: str) -> None:
    document = load(Source("m", small))
    assert document.journey is not None
    data = to_data(document.journey)
    assert data["journey"] == 1
    assert data["stages"][0]["duration"] == "2 weeks"
    assert data["evidence"]["talks"] == {"name": "Interviews", "method": "interview", "sample": 9, "date": "2026-01"}
    assert "lang" not in data
    assert "note" not in data["stages"][0]
