"""PostgreSQL: everything is reckoned in the server, in temporary views and tables that end with the connection.

Who connects, and with which password, is PostgreSQL's own matter: PGUSER, PGPASSWORD, PGSERVICE, ~/.pgpass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from journeykit.extras import need
from journeykit.measure.engines.base import Intake
from journeykit.measure.intake import TypeOf, once, reading
from journeykit.measure.sources import Source, SourceError, mapped

_AT_ONCE = 10_000
_NUMBERS = ("smallint", "integer", "bigint", "numeric", "real", "double precision")


class Postgres:
    """A connection to the server that the sources lie in."""

    dialect = "postgres"
    orders_pairs = False
    slices = 1

    def __init__(self, sources: Sequence[Source]) -> None:
        self._psycopg = need("psycopg", "postgres")
        addresses = {one.address for one in sources}
        if len(addresses) > 1:
            raise SourceError("events and surveys lie in different PostgreSQL databases; use one")
        (self._address,) = addresses
        try:
            self._connection: Any = self._psycopg.connect(f"postgresql://{self._address}", autocommit=True)
        except self._psycopg.Error as error:
            raise SourceError(f"{_shown(self._address)} cannot be reached: {_said(error)}") from None
        # Times are read and written as they are; texts are compared sign by sign, as other engines do.
        self._execute("SET TimeZone = 'UTC'")
        self._execute("SET search_path = pg_temp, public")

    def _execute(self, sql: str) -> Any:
        # Without parameters psycopg takes no % for a placeholder.
        return self._connection.execute(sql.encode())

    def take_in(self, role: str, source: Source) -> Intake:
        """Make the view of a source. Raises `SourceError`."""
        try:
            return self._take_in(role, source)
        except self._psycopg.Error as error:
            raise SourceError(f"table {source.table} cannot be read: {_said(error)}") from None

    def _take_in(self, role: str, source: Source) -> Intake:
        table = ".".join(WORDS.name(part) for part in source.table.split("."))
        table = table if "." in source.table else f"public.{table}"
        if source.time_format:
            raise SourceError("a time format is for files; make a view whose time is a timestamp")
        self._execute(f"CREATE TEMP VIEW raw_{role} AS SELECT * FROM {table}")
        described = self._execute(
            "SELECT attname, format_type(atttypid, NULL) FROM pg_attribute "
            f"WHERE attrelid = 'pg_temp.raw_{role}'::regclass AND attnum > 0 ORDER BY attnum"
        )
        types = dict(described.fetchall())
        said = mapped(role, list(types), source.columns, f"table {source.table}")
        how = reading(WORDS, role, types, said, source)
        self._execute(f"CREATE TEMP VIEW read_{role} AS SELECT {how.select()} FROM raw_{role}")
        counts = self._execute(f"SELECT {how.counts()} FROM read_{role}").fetchone()
        found = how.intake(role, source, counts, frozenset(key for key, name in said.items() if name))
        if found.repeats:
            self._execute(f"CREATE TEMP TABLE {role} AS {once(how, role, f'read_{role}')}")
            self._execute(f"ANALYZE {role}")
        else:
            self._execute(f"CREATE TEMP VIEW {role} AS {how.view(role, f'read_{role}', counts)}")
        return found

    def rows(self, expression: Any) -> list[tuple[Any, ...]]:
        """The rows of an expression over the views."""
        return self._execute(self._sql(expression)).fetchall()

    def stream(self, expression: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of an expression, a few thousand at a time."""
        with self._connection.transaction(), self._connection.cursor(name="streamed") as cursor:
            cursor.itersize = _AT_ONCE
            yield from cursor.execute(self._sql(expression).encode())

    def keep(self, name: str, expression: Any) -> Any:
        """The rows of an expression as a table that is kept."""
        import ibis

        table = WORDS.name(name)
        self._execute(f"DROP TABLE IF EXISTS pg_temp.{table}")
        self._execute(f"CREATE TEMP TABLE {table} AS {self._sql(expression)}")
        self._execute(f"ANALYZE {table}")
        return ibis.table(expression.schema(), name=name)

    def gather(self, name: str, expression: Callable[[], Any]) -> Any:
        """As `keep`: what does not fit into memory is the engine's own matter."""
        return self.keep(name, expression())

    def _sql(self, expression: Any) -> str:
        import ibis

        return str(ibis.to_sql(expression, dialect=self.dialect))

    def close(self) -> None:
        """Let go of the data."""
        self._connection.close()


class PostgresSQL:
    """The words of PostgreSQL's SQL."""

    def name(self, text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    def text(self, text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    def string(self, sql: str) -> str:
        return f'CAST({sql} AS text) COLLATE "C"'

    def double(self, sql: str) -> str:
        return f"CAST({sql} AS double precision)"

    def matches(self, sql: str, pattern: str) -> str:
        return f"{sql} ~ {self.text(pattern)}"

    def type_of(self, declared: str) -> TypeOf:
        if declared == "timestamp with time zone":
            return "aware"
        if declared in ("timestamp without time zone", "date"):
            return "naive"
        # A text is no time here: casting one that is none would end the query.
        return "number" if declared in _NUMBERS else "other"

    def moment(self, sql: str) -> str:
        return f"({sql} AT TIME ZONE 'UTC')"

    def clock(self, sql: str) -> str:
        return f"CAST({sql} AS timestamp)"

    def written(self, sql: str, form: str | None) -> tuple[str, str]:
        raise NotImplementedError("a text is no time here: reading one that is none would end the query")

    def since_1970(self, sql: str) -> str:
        return f"(to_timestamp({sql}) AT TIME ZONE 'UTC')"

    def to_utc(self, sql: str, zone: str) -> str:
        return f"(({sql}) AT TIME ZONE {self.text(zone)} AT TIME ZONE 'UTC')"

    def to_zone(self, sql: str, zone: str) -> str:
        return f"(({sql}) AT TIME ZONE 'UTC' AT TIME ZONE {self.text(zone)})"

    def shifted(self, sql: str, hours: int) -> str:
        return f"({sql} + interval '{hours} hours')"

    def fingerprint(self, columns: Sequence[str]) -> str:
        return f"hashtextextended(CAST(ROW({', '.join(columns)}) AS text), 0)"


WORDS = PostgresSQL()


def _shown(address: str) -> str:
    """Where a server is, without who connects and how."""
    return f"postgres://{address.rpartition('@')[2].partition('?')[0]}"


def _said(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
