"""What was measured on which day, and which alerts were sent, in a DuckDB file that stays between runs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

from journeykit.extras import need
from journeykit.measure.alerts import Fired
from journeykit.measure.customers import Customer
from journeykit.measure.sources import SourceError

#: The version of the tables below.
VERSION = 1
#: By so many points of 100 health must differ to be called better or worse.
CHANGE = 1
_AT_ONCE = 20_000
_TABLES = (
    "CREATE TABLE kept.about (made_by VARCHAR, version INTEGER)",
    "CREATE TABLE kept.runs (map VARCHAR, day DATE, PRIMARY KEY (map, day))",
    "CREATE TABLE kept.customers (map VARCHAR, day DATE, customer VARCHAR, stage VARCHAR, since TIMESTAMP, "
    "health DOUBLE)",
    "CREATE TABLE kept.alerts (map VARCHAR, alert VARCHAR, customer VARCHAR, since TIMESTAMP, day DATE, "
    "PRIMARY KEY (map, alert, customer, since))",
    f"INSERT INTO kept.about VALUES ('journeykit', {VERSION})",
)
_CLOSED = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "memory_limit": "512MB",
}


@dataclass(frozen=True)
class Since:
    """What changed for the customers since the last snapshot.

    `before` and `now` are how many were and are in a stage, `new` of these were in none then, `gone` of those are in
    none now. Of those with a health both times it is better or worse by a point at least, or about the same. The means
    are over all who had and have a health; None where nobody did or does.
    """

    day: date
    before: int
    now: int
    new: int
    gone: int
    better: int
    worse: int
    same: int
    mean_before: float | None
    mean_now: float | None


class Snapshots:
    """A file of snapshots, open for one run of one map. With `writes` false nothing in it changes.

    Raises `SourceError` for a file that is of something else, broken, newer, or in use.
    """

    def __init__(self, file: Path, map_id: str, writes: bool) -> None:
        self._file, self._map, self._writes = file, map_id, writes
        self._duckdb = need("duckdb", "data")
        self._database: Any = self._duckdb.connect(":memory:", config=_CLOSED)
        try:
            self._open()
        except BaseException:
            self._database.close()
            raise

    def __enter__(self) -> Snapshots:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._database.close()

    def _open(self) -> None:
        exists = self._file.exists()
        if self._file.is_dir():
            raise SourceError(f"{self._file} is a folder; name a file for the snapshots")
        if self._writes and not self._file.parent.is_dir():
            raise SourceError(f"{self._file} cannot be written: there is no folder {self._file.parent}")
        # What is only looked at need not be there.
        address = str(self._file) if exists or self._writes else ":memory:"
        # The type is said, for a text file would else be taken for data in memory, and nothing would stay.
        mode = "TYPE duckdb" if self._writes or not exists else "TYPE duckdb, READ_ONLY"
        try:
            with _for_the_owner():
                self._database.execute(f"ATTACH {_text(address)} AS kept ({mode})")
                self._database.execute("SET enable_external_access=false")
                self._database.execute("SET TimeZone='UTC'")
                self._check()
        except self._duckdb.Error as error:
            raise SourceError(self._said(error)) from None

    def _check(self) -> None:
        found = {
            row[0]
            for row in self._database.execute(
                "SELECT table_name FROM duckdb_tables() WHERE database_name = 'kept'"
            ).fetchall()
        }
        if not found:
            for statement in _TABLES:
                self._database.execute(statement)
            return
        if not {"about", "runs", "customers", "alerts"} <= found:
            raise SourceError(f"{self._file} is a database of something else; name another file for the snapshots")
        row = self._database.execute("SELECT made_by, version FROM kept.about").fetchone()
        if row is None or row[0] != "journeykit":
            raise SourceError(f"{self._file} is a database of something else; name another file for the snapshots")
        if row[1] > VERSION:
            raise SourceError(f"{self._file} was written by a newer journeykit; update this one, or name another file")

    def _said(self, error: Exception) -> str:
        first = str(error).splitlines()[0]
        if "lock" in first.lower() or "already attached" in first or "file handle conflict" in first:
            return f"{self._file} is in use by another run; try again when that has ended"
        if "not a valid DuckDB" in first or "Catalog Error" in first or "Binder Error" in first:
            return f"{self._file} is no file of snapshots; name another, or move it away"
        return f"{self._file} cannot be used for snapshots: {first.partition(': ')[2] or first}"

    def take(self, day: date, found: Iterator[Customer]) -> Since | None:
        """Look at the customers of a day, and compare them with those of the last day before it that is kept; None
        where there is none. Nothing is kept yet.
        """
        self._database.execute(
            "CREATE OR REPLACE TEMP TABLE today (customer VARCHAR, stage VARCHAR, since TIMESTAMP, health DOUBLE)"
        )
        staying = (one for one in found if one.stage is not None and not one.gone)
        while some := list(islice(staying, _AT_ONCE)):
            self._database.execute(
                "INSERT INTO today SELECT unnest(?::VARCHAR[]), unnest(?::VARCHAR[]), unnest(?::TIMESTAMP[]), "
                "unnest(?::DOUBLE[])",
                [
                    [one.customer for one in some],
                    [one.stage for one in some],
                    [one.since for one in some],
                    [one.health for one in some],
                ],
            )
        (before,) = self._rows("SELECT max(day) FROM kept.runs WHERE map = ? AND day < ?", [self._map, day])[0]
        if before is None:
            return None
        joined = (
            "SELECT past.customer AS was, today.customer AS is_now, past.health AS old, today.health AS new "
            "FROM today FULL JOIN (SELECT * FROM kept.customers WHERE map = ? AND day = ?) AS past USING (customer)"
        )
        (row,) = self._rows(
            "SELECT count(was), count(is_now), count(*) FILTER (was IS NULL), count(*) FILTER (is_now IS NULL), "
            f"count(*) FILTER (new - old >= {CHANGE}), count(*) FILTER (old - new >= {CHANGE}), "
            f"count(*) FILTER (abs(new - old) < {CHANGE}), avg(old), avg(new) FROM ({joined})",
            [self._map, before],
        )
        return Since(before, *row)

    def unsent(self, alerts: Iterable[Fired]) -> list[Fired]:
        """Those alerts that have not been sent for the customer's stay in the stage."""
        known = {
            (alert, customer, since)
            for alert, customer, since in self._rows(
                "SELECT alert, customer, since FROM kept.alerts WHERE map = ?", [self._map]
            )
        }
        return [one for one in alerts if (one.alert, one.customer, _second(one.since)) not in known]

    def keep(self, day: date, sent: Iterable[Fired], send: Callable[[], None] | None = None) -> None:
        """Keep the day last looked at and what is sent; with `send` all of it only where that ends without an error."""
        self._database.execute("BEGIN")
        try:
            for table in ("customers", "runs"):
                self._database.execute(f"DELETE FROM kept.{table} WHERE map = ? AND day = ?", [self._map, day])
            self._database.execute("INSERT INTO kept.runs VALUES (?, ?)", [self._map, day])
            self._database.execute("INSERT INTO kept.customers SELECT ?, ?, * FROM today", [self._map, day])
            for one in sent:
                self._database.execute(
                    "INSERT OR IGNORE INTO kept.alerts VALUES (?, ?, ?, ?, ?)",
                    [self._map, one.alert, one.customer, _second(one.since), day],
                )
            if send is not None:
                send()
            with _for_the_owner():
                self._database.execute("COMMIT")
        except self._duckdb.Error as error:
            raise SourceError(self._said(error)) from None
        except BaseException:
            self._database.execute("ROLLBACK")
            raise

    def _rows(self, sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
        try:
            return self._database.execute(sql, values).fetchall()
        except self._duckdb.Error as error:
            raise SourceError(self._said(error)) from None


@contextmanager
def _for_the_owner() -> Iterator[None]:
    """Files that are made meanwhile (the database and its log, which hold customers) are for their owner alone, where
    the system knows owners. What is there keeps its mode.
    """
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def _second(moment: datetime) -> datetime:
    """A moment to the second: engines differ in the millionths."""
    return moment.replace(microsecond=0)


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
