"""DuckDB, embedded: the engine of files, and of DuckDB's own databases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from journeykit.extras import need
from journeykit.measure.engines.base import Intake, Remark, Watch
from journeykit.measure.intake import AWARE, NAIVE, TypeOf, once, reading
from journeykit.measure.sources import Source, SourceError, mapped

#: How the database is opened: nothing is fetched, loaded or written but into a folder of its own.
_CLOSED = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}
_AT_ONCE = 10_000
#: How the tables that the program writes itself are read.
_OWN_CSV = "header=false, null_padding=true, auto_detect=false, delim=',', quote='\"', escape='\"'"
#: The columns by which DuckDB tells the rows of a Parquet file, and of a table.
_PLACE, _ROW = "file_row_number", "rowid"


class DuckDB:
    """Reads files and tables in a database in memory that may reach nothing but its sources.

    What does not fit into memory goes to a folder of the engine's own, which is deleted with it.
    """

    dialect = "duckdb"

    def __init__(self, sources: Sequence[Source], watch: Watch | None = None, memory: str = "1150MB") -> None:
        self._duckdb = need("duckdb", "data")
        self._watch = watch
        self._folder = TemporaryDirectory(prefix="journey-")
        self._database = self._duckdb.connect(":memory:", config={**_CLOSED, "memory_limit": memory})
        try:
            self._open(sources)
        except BaseException:
            self.close()
            raise

    def _open(self, sources: Sequence[Source]) -> None:
        files = [file for one in sources if one.kind != "table" for file in _files(one)]
        allowed = [form for file in files for form in (file, _exact(file))]
        self._set("temp_directory", _text(self._folder.name))
        self._set("allowed_directories", f"[{_text(self._folder.name)}]")
        self._set("allowed_paths", f"[{', '.join(map(_text, allowed))}]")
        self._set("TimeZone", "'UTC'")
        # DuckDB would draw its own bar into the middle of what is written.
        self._set("enable_progress_bar_print", "false")
        self._set("enable_progress_bar", "true" if self._watch else "false")
        self._attached: dict[str, str] = {}
        for one in sources:
            if one.kind == "table" and one.address not in self._attached:
                self._attach(one.address)
        self._set("enable_external_access", "false")
        self._set("lock_configuration", "true")

    def _set(self, key: str, value: str) -> None:
        self._database.execute(f"SET {key}={value}")

    def _attach(self, address: str) -> None:
        alias = f"source_{len(self._attached)}"
        if not Path(address).is_file():
            raise SourceError(f"{address} cannot be read: no such file")
        try:
            self._database.execute(f"ATTACH {_text(address)} AS {alias} (READ_ONLY)")
        except self._duckdb.Error as error:
            raise SourceError(f"{address} cannot be opened: {_said(error)}") from None
        self._attached[address] = alias

    def take_in(self, role: str, source: Source) -> Intake:
        """Make the view of a source. Raises `SourceError`."""
        try:
            return self._take_in(role, source)
        except self._duckdb.Error as error:
            raise SourceError(f"{source.address} cannot be read: {_said(error)}") from None

    def _take_in(self, role: str, source: Source) -> Intake:
        database, raw, read = self._database, f"raw_{role}", f"read_{role}"
        place = self._raw(raw, role, source)
        types = {row[0]: row[1] for row in database.execute(f"DESCRIBE {raw}").fetchall() if row[0] != place}
        said = mapped(role, list(types), source.columns, source.address)
        how = reading(WORDS, role, types, said, source, _ROW if place == _ROW else place or "0")
        broken = 0
        if place == _ROW:
            # A text file is read once; its rows then have their place from the table they lie in.
            stored = f"stored_{role}"
            self._run(f"CREATE TABLE {stored} AS SELECT {how.select(_ROW)} FROM {raw}", f"Reading {source.address}")
            database.execute(f"CREATE VIEW {read} AS SELECT {how.names(_ROW)} FROM {stored}")
            broken = self._broken(source)
        else:
            database.execute(f"CREATE VIEW {read} AS SELECT {how.select()} FROM {raw}")
        (counts,) = self._run(f"SELECT {how.counts()} FROM {read}", f"Checking {source.address}")
        found = how.intake(role, source, counts, frozenset(key for key, name in said.items() if name))
        if found.repeats:
            self._run(f"CREATE TABLE once_{role} AS {once(how, role, read)}", "Counting once what is there twice")
            database.execute(f"CREATE VIEW {role} AS SELECT * FROM once_{role}")
        else:
            database.execute(f"CREATE VIEW {role} AS {how.view(role, read, counts)}")
        if broken:
            remarks = (Remark("are no whole lines", broken), *found.remarks)
            return replace(found, rows=found.rows + broken, remarks=remarks)
        return found

    def _raw(self, name: str, role: str, source: Source) -> str | None:
        """Make a view of a source as it is; the column that has the place of a row, if there is one."""
        if source.kind == "table":
            alias = self._attached[source.address]
            table = ".".join(_name(part) for part in source.table.split("."))
            self._database.execute(f"CREATE VIEW {name} AS SELECT * FROM {alias}.{table}")
            return None
        files = _files(source)
        if source.kind == "xes":
            from journeykit.measure.xes import tabulate

            table = Path(self._folder.name) / f"{role}.csv"
            columns = ", ".join(f"{_text(one)}: 'VARCHAR'" for one in tabulate(files, table))
            told = f"{_text(str(table))}, columns={{{columns}}}, {_OWN_CSV}"
            self._database.execute(f"CREATE VIEW {name} AS SELECT * FROM read_csv({told})")
            return _ROW
        told = f"[{', '.join(_text(_exact(file)) for file in files)}]"
        if source.kind == "parquet":
            self._database.execute(
                f"CREATE VIEW {name} AS SELECT * FROM read_parquet({told}, union_by_name=true, {_PLACE}=true)"
            )
            return _PLACE
        if source.kind == "json":
            found = self._database.execute(f"DESCRIBE SELECT * FROM read_json({told})").fetchall()
            columns = ", ".join(f"{_text(row[0])}: 'VARCHAR'" for row in found)
            self._database.execute(f"CREATE VIEW {name} AS SELECT * FROM read_json({told}, columns={{{columns}}})")
        else:
            # All as text: what a value means is decided here, not guessed from the first rows.
            # Broken lines can be counted in one file alone, and several files be joined by the names of columns alone.
            several = "union_by_name=true" if len(files) > 1 else "store_rejects=true"
            options = f"all_varchar=true, header=true, {several}"
            self._database.execute(f"CREATE VIEW {name} AS SELECT * FROM read_csv({told}, {options})")
        return _ROW

    def _broken(self, source: Source) -> int:
        """How many lines of a text file could not be taken apart."""
        if source.kind != "csv" or len(_files(source)) > 1:
            return 0
        row = self._database.execute("SELECT count(DISTINCT (scan_id, file_id, line)) FROM reject_errors").fetchone()
        self._database.execute("DELETE FROM reject_errors")
        return int(row[0]) if row else 0

    def _run(self, sql: str, doing: str) -> list[tuple[Any, ...]]:
        """The rows of something that may take long, watched by who wants to."""
        if self._watch is None:
            return self._database.execute(sql).fetchall()
        from concurrent.futures import ThreadPoolExecutor, wait

        with ThreadPoolExecutor(1) as pool:
            job = pool.submit(lambda: self._database.execute(sql).fetchall())
            while not wait([job], 0.1).done:
                self._watch(doing, max(0.0, self._database.query_progress()) / 100)
            self._watch(doing, 1.0)
            return job.result()

    def rows(self, expression: Any) -> list[tuple[Any, ...]]:
        """The rows of an expression over the views."""
        return self._run(self._sql(expression), "Measuring")

    def stream(self, expression: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of an expression, a few thousand at a time."""
        found = self._database.execute(self._sql(expression))
        while some := found.fetchmany(_AT_ONCE):
            yield from some

    def keep(self, name: str, expression: Any) -> Any:
        """The rows of an expression as a table that is kept."""
        import ibis

        self._run(f"CREATE OR REPLACE TEMP TABLE {_name(name)} AS {self._sql(expression)}", "Measuring")
        return ibis.table(expression.schema(), name=name)

    def _sql(self, expression: Any) -> str:
        import ibis

        return str(ibis.to_sql(expression, dialect=self.dialect))

    def close(self) -> None:
        """Let go of the data."""
        self._database.close()
        self._folder.cleanup()


class DuckSQL:
    """The words of DuckDB's SQL."""

    def name(self, text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    def text(self, text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    def string(self, sql: str) -> str:
        return f"CAST({sql} AS VARCHAR)"

    def double(self, sql: str) -> str:
        return f"CAST({sql} AS DOUBLE)"

    def matches(self, sql: str, pattern: str) -> str:
        return f"regexp_matches({sql}, {self.text(pattern)})"

    def type_of(self, declared: str) -> TypeOf:
        kind = declared.upper()
        if kind.startswith("TIMESTAMP") and "TIME ZONE" in kind:
            return "aware"
        if kind.startswith(("TIMESTAMP", "DATE")):
            return "naive"
        if kind.startswith(("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "U", "DOUBLE", "FLOAT", "DECIMAL")):
            return "other" if kind.startswith(("UUID", "UNION")) or kind.endswith("]") else "number"
        return "text" if kind == "VARCHAR" or kind.startswith("ENUM") else "other"

    def moment(self, sql: str) -> str:
        return f"timezone('UTC', {sql})"

    def clock(self, sql: str) -> str:
        return f"CAST({sql} AS TIMESTAMP)"

    def written(self, sql: str, form: str | None) -> tuple[str, str]:
        if form is not None:
            read = f"try_strptime({sql}, {self.text(form)})"
            none = "CAST(NULL AS TIMESTAMP)"
            return (f"timezone('UTC', {read})", none) if "%z" in form else (none, read)
        # Other ways to write a day are read one way here and another way there: 01/09/21 is refused, not guessed.
        close = f"replace(replace({sql}, ' +', '+'), ' -', '-')"
        aware = f"timezone('UTC', TRY_CAST(CASE WHEN {self.matches(sql, AWARE)} THEN {close} END AS TIMESTAMPTZ))"
        return aware, f"TRY_CAST(CASE WHEN {self.matches(sql, NAIVE)} THEN {sql} END AS TIMESTAMP)"

    def since_1970(self, sql: str) -> str:
        return f"timezone('UTC', to_timestamp({sql}))"

    def to_utc(self, sql: str, zone: str) -> str:
        return f"timezone('UTC', timezone({self.text(zone)}, {sql}))"

    def to_zone(self, sql: str, zone: str) -> str:
        return f"timezone({self.text(zone)}, timezone('UTC', {sql}))"

    def shifted(self, sql: str, hours: int) -> str:
        return f"({sql} + to_hours({hours}))"

    def fingerprint(self, columns: Sequence[str]) -> str:
        return f"hash({', '.join(columns)})"


WORDS = DuckSQL()
_text, _name = WORDS.text, WORDS.name


def _files(source: Source) -> list[str]:
    """The files that a source names, a pattern perhaps."""
    path = Path(source.address)
    if path.exists():
        return [str(path.resolve())]
    found = sorted(
        str(file.resolve()) for file in Path(path.anchor or ".").glob(source.address.removeprefix(path.anchor))
    )
    if not found:
        raise SourceError(f"{source.address} cannot be read: no such file")
    return found


def _exact(file: str) -> str:
    """A file's name in which nothing is taken for a pattern."""
    return re.sub(r"[\[*?]", r"[\g<0>]", file)


def _said(error: Exception) -> str:
    """What DuckDB complains of, without the lines of data it may quote."""
    first = str(error).splitlines()[0]
    for kind in ("IO Error: ", "Invalid Input Error: ", "Catalog Error: "):
        first = first.removeprefix(kind)
    return first
