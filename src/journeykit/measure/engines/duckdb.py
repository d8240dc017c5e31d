"""DuckDB, embedded: the engine of files, and of DuckDB's own databases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from journeykit.extras import need
from journeykit.measure.engines.base import Intake
from journeykit.measure.sources import Source, SourceError, is_constant, mapped
from journeykit.measure.tables import TABLES

#: How a text of a number of seconds or milliseconds since 1970 is told apart.
_MILLISECONDS = 100_000_000_000


class DuckDB:
    """Reads files and tables in a database in memory that may reach nothing else, once its sources are known."""

    dialect = "duckdb"

    def __init__(self, sources: tuple[Source, ...], temporary: str | None = None) -> None:
        self._duckdb = need("duckdb", "data")
        allowed = [str(Path(file).resolve()) for source in sources for file in _files(source)]
        config: dict[str, Any] = {
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
            "preserve_insertion_order": "false",
            "memory_limit": "1200MB",
        }
        if temporary:
            config["temp_directory"] = temporary
        self._database = self._duckdb.connect(":memory:", config=config)
        quoted = ", ".join(_text(path) for path in allowed)
        self._database.execute(f"SET allowed_paths=[{quoted}]")
        self._attach(sources)
        self._database.execute("SET enable_external_access=false")

    def _attach(self, sources: tuple[Source, ...]) -> None:
        for at, source in enumerate(sources):
            if source.kind == "table":
                if not Path(source.address).is_file():
                    raise SourceError(f"{source.address} is no DuckDB database")
                try:
                    self._database.execute(f"ATTACH {_text(source.address)} AS source_{at} (READ_ONLY)")
                except self._duckdb.Error as error:
                    raise SourceError(f"{source.address} cannot be opened: {_said(error)}") from None

    def take_in(self, role: str, source: Source) -> Intake:
        """Make the view of a source. Raises `SourceError`."""
        database = self._database
        try:
            database.execute(f"SET TimeZone={_text(source.zone)}")
        except self._duckdb.Error:
            raise SourceError(f"there is no time zone '{source.zone}'; write it like Europe/Berlin") from None
        raw = f"raw_{role}"
        try:
            self._raw(raw, role, source)
            about = database.execute(f"DESCRIBE {raw}").fetchall()
        except self._duckdb.Error as error:
            raise SourceError(f"{source.address} cannot be read: {_said(error)}") from None
        types = {row[0]: row[1] for row in about}
        columns = mapped(role, list(types), source.columns, source.address)
        told = ", ".join(_column(key, columns[key], types, source) + f' AS "{key}"' for key in TABLES[role])
        database.execute(f"CREATE VIEW read_{role} AS SELECT {told} FROM {raw}")
        return self._clean(role, source)

    def _raw(self, name: str, role: str, source: Source) -> None:
        database = self._database
        if source.kind == "parquet":
            database.from_parquet(_files(source)).create_view(name)
        elif source.kind == "csv":
            # A text file is read once, as text alone: what a value means is decided here, not guessed from the first.
            relation = database.read_csv(_files(source), all_varchar=True, header=True, null_padding=False)
            relation.create(name)
        elif source.kind == "json":
            database.read_json(_files(source), format="auto").create(name)
        elif source.kind == "xes":
            from journeykit.measure.xes import load

            load(database, name, _files(source))
        else:
            at = database.execute("SELECT database_name FROM duckdb_databases() WHERE path = ?", [source.address])
            found = at.fetchone()
            alias = found[0] if found else "source_0"
            table = ".".join(_name(part) for part in source.table.split("."))
            database.execute(f"CREATE VIEW {name} AS SELECT * FROM {alias}.{table}")

    def _clean(self, role: str, source: Source) -> Intake:
        """The view without rows that say nothing, and how many those are."""
        conditions = _CONDITIONS[role]
        counts = ", ".join(f"count_if({faulty})" for faulty, _ in _apart(conditions))
        row = self._database.execute(f"SELECT count(*), {counts} FROM read_{role}").fetchone()
        assert row is not None
        good = " AND ".join(f"NOT ({faulty})" for faulty, _ in conditions)
        self._database.execute(f"CREATE VIEW {role} AS SELECT * FROM read_{role} WHERE {good}")
        left_out = tuple((reason, count) for (_, reason), count in zip(conditions, row[1:], strict=True) if count)
        return Intake(role, source.address, row[0], left_out)

    def rows(self, expression: Any) -> list[tuple[Any, ...]]:
        """The rows of an expression over the views."""
        import ibis

        return self._database.execute(str(ibis.to_sql(expression, dialect=self.dialect))).fetchall()

    def keep(self, name: str, expression: Any) -> Any:
        """The rows of an expression as a table that is kept."""
        import ibis

        sql = str(ibis.to_sql(expression, dialect=self.dialect))
        self._database.execute(f"CREATE OR REPLACE TEMP TABLE {_name(name)} AS {sql}")
        return ibis.table(expression.schema(), name=name)

    def close(self) -> None:
        """Let go of the data."""
        self._database.close()


#: Why a row says nothing: a condition on the view's columns, and what is told of it.
_CONDITIONS = {
    "events": (
        ("customer IS NULL", "have no customer"),
        ('"at" IS NULL', "have no time that can be read"),
        ("event IS NULL", "have no event"),
    ),
    "answers": (
        ("customer IS NULL", "have no customer"),
        ('"at" IS NULL', "have no time that can be read"),
        ("kind IS NULL OR kind NOT IN ('nps', 'csat', 'ces')", "are of no kind known (nps, csat, ces)"),
        ("score IS NULL", "have no score"),
    ),
}  # fmt: skip


def _apart(conditions: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """The conditions, each without what an earlier one has left out, so that no row is counted twice."""
    found, before = [], ""
    for faulty, reason in conditions:
        found.append((f"({faulty}){before}", reason))
        before += f" AND NOT ({faulty})"
    return found


def _column(key: str, said: str | None, types: dict[str, str], source: Source) -> str:
    """The SQL of a column wanted, from the one there is."""
    wanted = TABLES["events" if key == "event" else "answers"].get(key) or TABLES["events"][key]
    if said is None:
        return f"CAST(NULL AS {'DOUBLE' if wanted == 'float64' else 'VARCHAR'})"
    if is_constant(said):
        return _text(said[1:-1])
    name, kind = _name(said), types[said].upper()
    if key == "at":
        return _time(name, kind, source.time_format)
    text = f"nullif(trim(CAST({name} AS VARCHAR)), '')"
    if wanted == "float64":
        return name if kind == "DOUBLE" else f"TRY_CAST(replace({text}, ',', '.') AS DOUBLE)"
    return f"lower({text})" if key == "kind" else text


def _time(name: str, kind: str, form: str | None) -> str:
    """A time in UTC: with its own offset where it has one, else in the zone of the source (the session's)."""
    if "TIME ZONE" in kind:
        return f"timezone('UTC', {name})"
    if kind.startswith(("TIMESTAMP", "DATE")):
        return f"timezone('UTC', CAST({name} AS TIMESTAMPTZ))"
    if "INT" in kind or kind in ("DOUBLE", "FLOAT") or kind.startswith("DECIMAL"):
        seconds = f"CASE WHEN abs({name}) >= {_MILLISECONDS} THEN {name} / 1000.0 ELSE {name} END"
        return f"timezone('UTC', to_timestamp({seconds}))"
    if form:
        return f"timezone('UTC', CAST(try_strptime({name}, {_text(form)}) AS TIMESTAMPTZ))"
    # Other ways to write a day are read one way here and another way there: 01/09/21 is refused, not guessed.
    iso = f"regexp_matches({name}, '^\\s*[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}')"
    return f"CASE WHEN {iso} THEN timezone('UTC', TRY_CAST({name} AS TIMESTAMPTZ)) END"


def _files(source: Source) -> list[str]:
    if source.kind == "table":
        return [source.address, f"{source.address}.wal"]
    if Path(source.address).exists():
        return [source.address]
    path = Path(source.address)
    found = sorted(str(file) for file in Path(path.anchor or ".").glob(source.address.removeprefix(path.anchor)))
    if not found:
        raise SourceError(f"{source.address} cannot be read: no such file")
    return found


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _name(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'


def _said(error: Exception) -> str:
    return str(error).splitlines()[0].removeprefix("IO Error: ").removeprefix("Invalid Input Error: ")
