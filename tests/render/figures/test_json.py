from __future__ import annotations

from datetime import date

from journeykit.model.load import load
from journeykit.render.figures import json
from journeykit.source.text import Source

TODAY = date(2026, 11, 21)


def test_kinds_are_counted_wherever_they_stand(small: str) -> None:
    counted = json.counts(load(Source("m", small)).facts)
    assert (counted["pains"], counted["opportunities"]) == (1, 1)


def test_no_map_is_an_empty_list() -> None:
    assert '"maps": []' in json.write([], TODAY)


def test_missing_touchpoints_break_a_promise(small: str) -> None:
    text = small.replace("quality: 2}", "state: missing}")
    found = json.figures(load(Source("m", text)), TODAY)
    assert found["promises"]["advice"] == {
        "parity": None, "best": None, "worst": None, "broken_by": ["touchpoints/chat"],
    }  # fmt: skip
