from __future__ import annotations

import json
from pathlib import Path

from journeykit.convert.json import dumps, to_data
from journeykit.model.load import load
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


def test_every_example_goes_round() -> None:
    from journeykit.model.load import load_path

    for path in sorted((Path(__file__).parents[2] / "examples").rglob("*.journey.yaml")):
        document = load_path(path)
        again = load(Source("again.json", dumps(document)))
        assert not again.diagnostics
        assert json.loads(dumps(again)) == json.loads(dumps(document))
        assert again.journey is not None
        assert document.journey is not None
        without = {field: {key: entry.model_copy(update={"overrides": False}) for key, entry in
                           getattr(again.journey, field).items()}
                   for field in ("personas", "channels", "touchpoints", "promises", "help", "metrics", "evidence")}  # fmt: skip
        assert again.journey.model_copy(update=without) == document.journey
