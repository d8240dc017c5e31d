from __future__ import annotations

import time
from typing import Any

import pytest

from journeykit.measure.engines.postgres import Postgres
from journeykit.measure.sources import Source, SourceError, source

pytest.importorskip("psycopg")


def sources(address: str, bad_columns: Any) -> list[Source]:
    told = zip(("events", "answers"), bad_columns, strict=True)
    return [Source("postgres", "table", address, table, columns, "Europe/Berlin") for table, columns in told]


def test_figures_are_those_of_duckdb(the_map, address, bad_columns, of_duckdb, same) -> None:
    own = sources(address, bad_columns)
    found = same(the_map, Postgres(own), *own)
    assert found["whole"]["seen"] > 100
    assert found == of_duckdb


def test_nothing_is_left_in_the_server(the_map, address, bad_columns, same, database) -> None:
    asked = "SELECT relname FROM pg_class WHERE relpersistence = 't' OR relname LIKE 'read!_%' ESCAPE '!'"
    own = sources(address, bad_columns)
    same(the_map, Postgres(own), *own)
    for _ in range(100):  # a server clears up after a connection has ended
        if not database.execute(asked).fetchall():
            return
        time.sleep(0.05)
    pytest.fail("temporary tables are left")


@pytest.mark.parametrize("table", ["nothing", "events; DROP TABLE events", "events -- x", "pg_catalog.nothing"])
def test_a_table_that_is_not_there(address, table) -> None:
    own = source(f"postgres://{address}#{table}")
    engine = Postgres([own])
    with pytest.raises(SourceError, match=r"cannot be read: relation .* does not exist"):
        engine.take_in("events", own)
    engine.close()


def test_a_text_is_no_time(address, bad_columns) -> None:
    own = Source("postgres", "table", address, "events", {**bad_columns[0], "at": "what"})
    engine = Postgres([own])
    with pytest.raises(SourceError, match="column 'what' is no time but text"):
        engine.take_in("events", own)
    engine.close()


def test_no_password_is_told_or_taken(server) -> None:
    for address in ("zoe:secret@nowhere.invalid/db", "nowhere.invalid/db?password=secret"):
        with pytest.raises(SourceError) as error:
            source(f"postgres://{address}#events")
        assert "secret" not in str(error.value)
    with pytest.raises(SourceError, match=r"postgres://nowhere\.invalid/db cannot be reached") as error:
        Postgres([source("postgres://zoe@nowhere.invalid/db?connect_timeout=2#events")])
    assert "zoe" not in str(error.value)
