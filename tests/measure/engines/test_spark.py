"""Spark in local mode starts a Java machine and takes a minute: JOURNEY_TEST_SPARK=1 asks for it."""

from __future__ import annotations

import os
import shutil
from typing import Any

import pytest

from journeykit.measure.engines.spark import Spark
from journeykit.measure.sources import Source, SourceError

pytest.importorskip("pyspark")
pytestmark = pytest.mark.skipif(
    not os.environ.get("JOURNEY_TEST_SPARK") or not shutil.which("java"), reason="JOURNEY_TEST_SPARK=1 and Java"
)


def sources(parquet: Any, bad_columns: Any) -> list[Source]:
    told = zip(("events", "answers"), bad_columns, strict=True)
    return [
        Source("spark", "table", "local[2]", f"parquet.{parquet / table}.parquet", columns, "Europe/Berlin")
        for table, columns in told
    ]


def test_figures_are_those_of_duckdb(the_map, parquet, bad_columns, of_duckdb, same) -> None:
    own = sources(parquet, bad_columns)
    found = same(the_map, Spark(own), *own)
    assert found["whole"]["seen"] > 100
    assert found == of_duckdb


@pytest.mark.parametrize("table", ["nothing", "events; DROP TABLE events", "x.y"])
def test_a_table_that_is_not_there(table) -> None:
    own = Source("spark", "table", "local[2]", table)
    engine = Spark([own])
    with pytest.raises(SourceError, match="cannot be read"):
        engine.take_in("events", own)
    engine.close()
