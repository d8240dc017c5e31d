"""Alerts are the same in every engine; the comparison itself stands with the engines, which tell all figures at once."""

from __future__ import annotations

from collections import Counter
from typing import Any


def test_there_is_something_to_compare(of_duckdb: dict[str, Any]) -> None:
    counts = Counter(one["alert"].rsplit("/", 1)[1] for one in of_duckdb["alerts"])
    assert counts.keys() >= {"low", "fell", "rose", "missed", "late", "quiet"}, counts
    assert counts.total() > 20
    assert all(one["stages"][0]["n"] for one in of_duckdb["past"])
