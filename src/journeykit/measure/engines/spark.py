"""Spark: the same figures on many machines, or in local mode on one. What is kept stays where Spark puts it.

Which cluster it is, and who may use it, is Spark's own matter: its configuration files and SPARK_… in the environment.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from journeykit.extras import need
from journeykit.measure.engines.base import Intake
from journeykit.measure.intake import AWARE, NAIVE, TypeOf, once, reading
from journeykit.measure.sources import Source, SourceError, mapped

_NUMBERS = ("tinyint", "smallint", "int", "bigint", "float", "double", "decimal")


class Spark:
    """A session of Spark: on the master of the address (`local[2]`, `HOST:PORT`), else on the configured one."""

    dialect = "databricks"
    orders_pairs = True
    slices = 1

    def __init__(self, sources: Sequence[Source]) -> None:
        self._session_module: Any = need("pyspark.sql", "spark")
        from pyspark.errors import PySparkException  # pyrefly: ignore[missing-import]

        self._error = PySparkException
        (*_, address) = {one.address for one in sources}
        builder = self._session_module.SparkSession.builder.appName("journey")
        if address.startswith("local"):
            # Nobody else need reach a session on this machine, nor need its name be known to any server.
            os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
            builder = builder.master(address).config("spark.driver.host", "127.0.0.1")
        elif address:
            builder = builder.master(f"spark://{address}")
        for key, value in _SETTINGS.items():
            builder = builder.config(key, value)
        self._session: Any = builder.getOrCreate()
        self._session.sparkContext.setLogLevel("ERROR")
        self._kept: list[Any] = []

    def take_in(self, role: str, source: Source) -> Intake:
        """Make the view of a source. Raises `SourceError`."""
        try:
            return self._take_in(role, source)
        except self._error as error:
            raise SourceError(f"{source.table} cannot be read: {_said(error)}") from None

    def _take_in(self, role: str, source: Source) -> Intake:
        session = self._session
        if source.time_format:
            raise SourceError("a time format is for files; make a view whose time is a timestamp")
        raw = session.sql(f"SELECT * FROM {_table(source.table)}")
        raw.createOrReplaceTempView(f"raw_{role}")
        types = dict(raw.dtypes)
        said = mapped(role, list(types), source.columns, source.table)
        how = reading(WORDS, role, types, said, source)
        session.sql(f"SELECT {how.select()} FROM raw_{role}").createOrReplaceTempView(f"read_{role}")
        (counts,) = session.sql(f"SELECT {how.counts()} FROM read_{role}").collect()
        found = how.intake(role, source, tuple(counts), frozenset(key for key, name in said.items() if name))
        read = f"read_{role}"
        good = session.sql(once(how, role, read) if found.repeats else how.view(role, read, tuple(counts)))
        (self._hold(good) if found.repeats else good).createOrReplaceTempView(role)
        return found

    def _hold(self, frame: Any) -> Any:
        # Worked out at once: a plan that grows from table to table takes longer to make than to run.
        held = frame.localCheckpoint(eager=True)
        self._kept.append(held)
        return held

    def rows(self, expression: Any) -> list[tuple[Any, ...]]:
        """The rows of an expression over the views."""
        return [tuple(row) for row in self._session.sql(self._sql(expression)).collect()]

    def stream(self, expression: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of an expression, a partition at a time."""
        return (tuple(row) for row in self._session.sql(self._sql(expression)).toLocalIterator())

    def keep(self, name: str, expression: Any) -> Any:
        """The rows of an expression as a table that is kept."""
        import ibis

        self._hold(self._session.sql(self._sql(expression))).createOrReplaceTempView(name)
        return ibis.table(expression.schema(), name=name)

    def gather(self, name: str, expression: Callable[[], Any]) -> Any:
        """As `keep`: what does not fit into memory is the engine's own matter."""
        return self.keep(name, expression())

    def _sql(self, expression: Any) -> str:
        import ibis

        return str(ibis.to_sql(expression, dialect=self.dialect))

    def close(self) -> None:
        """Let go of the data."""
        for frame in self._kept:
            frame.unpersist()
        self._session.stop()


#: Times are in UTC, divisions by nothing are asked about before, and nothing listens or is drawn on the terminal.
_SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "false",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.shuffle.partitions": "8",
}


class SparkSQL:
    """The words of Spark's SQL."""

    def name(self, text: str) -> str:
        return "`" + text.replace("`", "``") + "`"

    def text(self, text: str) -> str:
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

    def string(self, sql: str) -> str:
        return f"CAST({sql} AS STRING)"

    def double(self, sql: str) -> str:
        return f"CAST({sql} AS DOUBLE)"

    def matches(self, sql: str, pattern: str) -> str:
        return f"{sql} RLIKE {self.text(pattern)}"

    def type_of(self, declared: str) -> TypeOf:
        if declared == "timestamp":
            return "aware"
        if declared in ("timestamp_ntz", "date"):
            return "naive"
        if declared.partition("(")[0] in _NUMBERS:
            return "number"
        return "text" if declared == "string" else "other"

    def moment(self, sql: str) -> str:
        return sql

    def clock(self, sql: str) -> str:
        return f"CAST({sql} AS TIMESTAMP)"

    def written(self, sql: str, form: str | None) -> tuple[str, str]:
        close = f"replace(replace({sql}, ' +', '+'), ' -', '-')"
        aware = f"try_cast(CASE WHEN {self.matches(sql, AWARE)} THEN {close} END AS TIMESTAMP)"
        return aware, f"try_cast(CASE WHEN {self.matches(sql, NAIVE)} THEN {sql} END AS TIMESTAMP)"

    def since_1970(self, sql: str) -> str:
        return f"timestamp_micros(CAST(round({sql} * 1000000) AS BIGINT))"

    def to_utc(self, sql: str, zone: str) -> str:
        return f"to_utc_timestamp({sql}, {self.text(zone)})"

    def to_zone(self, sql: str, zone: str) -> str:
        return f"from_utc_timestamp({sql}, {self.text(zone)})"

    def shifted(self, sql: str, hours: int) -> str:
        return f"({sql} + INTERVAL '{hours}' HOUR)"

    def fingerprint(self, columns: Sequence[str]) -> str:
        # A null alone leaves a hash as it is, and would not tell where it stands.
        return f"xxhash64({', '.join(f'{one}, {one} IS NULL' for one in columns)})"


WORDS = SparkSQL()


def _table(text: str) -> str:
    """A table of the catalogue, or `parquet.FOLDER`: the files of a folder."""
    kind, dot, path = text.partition(".")
    if dot and kind == "parquet":
        return f"parquet.{WORDS.name(path)}"
    return ".".join(WORDS.name(part) for part in text.split("."))


def _said(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
