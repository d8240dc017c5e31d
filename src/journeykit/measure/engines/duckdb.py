"""DuckDB, embedded: the engine of files, and of DuckDB's own databases."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from journeykit.extras import need
from journeykit.measure.engines.base import LEFT_OUT, Intake, Remark, Watch
from journeykit.measure.engines.ducksql import WORDS
from journeykit.measure.intake import Reading, once, reading
from journeykit.measure.sources import MisreadError, Source, SourceError, mapped

#: How the database is opened: nothing is fetched, loaded or written but into a folder of its own.
_CLOSED = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}
_AT_ONCE = 10_000
#: More events than this are divided by customer: what grows with their number then fits into memory.
_MOST_EVENTS = 10_000_000
#: What a person can do whose data is too much.
_ROOM = "What does not fit into memory goes to the folder that TMPDIR names; or measure in PostgreSQL or Spark"
#: What is done about lines that are written in another way, and what mends it.
_SAVED = f"{LEFT_OUT}; save the file as CSV UTF-8"
#: How a file begins that is written in UTF-16.
_WIDE = (b"\xff\xfe", b"\xfe\xff")
#: How the tables that the program writes itself are read.
_OWN_CSV = "header=false, null_padding=true, auto_detect=false, delim=',', quote='\"', escape='\"'"
#: The columns by which DuckDB tells the rows of a Parquet file, and of a table.
_PLACE, _ROW = "file_row_number", "rowid"
_text, _name = WORDS.text, WORDS.name


class DuckDB:
    """Reads files and tables in a database in memory that may reach nothing but its sources.

    What does not fit into memory goes to a folder of the engine's own, which is deleted with it. More events than
    `most` are laid down there in `slices`, each with all events of some customers.
    """

    dialect = "duckdb"
    orders_pairs = True
    slices = 1

    def __init__(
        self, sources: Sequence[Source], watch: Watch | None = None, memory: str = "1150MB", most: int = _MOST_EVENTS
    ) -> None:
        self._duckdb = need("duckdb", "data")
        self._watch, self._most = watch, most
        self._roles, self._gathered = list[str](), set[str]()
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
            self._database.execute(f"ATTACH {_text(address)} AS {alias} (TYPE duckdb, READ_ONLY)")
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
        raw, read = f"raw_{role}", f"read_{role}"
        place = self._raw(raw, role, source)
        types = {row[0]: row[1] for row in self._all(f"DESCRIBE {raw}") if row[0] != place}
        said = mapped(role, list(types), source.columns, source.address)
        how = reading(WORDS, role, types, said, source, _ROW if place == _ROW else place or "0")
        broken: tuple[Remark, ...] = ()
        if place == _ROW:
            # A text file is read once; its rows then have their place from the table they lie in.
            stored = f"stored_{role}"
            self._run(f"CREATE TABLE {stored} AS SELECT {how.select(_ROW)} FROM {raw}", f"Reading {source.address}")
            self._all(f"CREATE VIEW {read} AS SELECT {how.names(_ROW)} FROM {stored}")
            broken = self._broken(source)
        else:
            self._all(f"CREATE VIEW {read} AS SELECT {how.select()} FROM {raw}")
        (counts,) = self._run(f"SELECT {how.counts()} FROM {read}", f"Checking {source.address}")
        found = how.intake(role, source, counts, frozenset(key for key, name in said.items() if name))
        if role == "events" and found.kept > self._most:
            self._divide(how, found, counts)
        elif found.repeats:
            self._run(f"CREATE TABLE once_{role} AS {once(how, role, read)}", "Counting once what is there twice")
            self._all(f"CREATE VIEW all_{role} AS SELECT * FROM once_{role}")
        else:
            self._all(f"CREATE VIEW all_{role} AS {how.view(role, read, counts)}")
        self._roles.append(role)
        self._show(None)
        rows = found.rows + sum(one.count for one in broken)
        return replace(found, rows=rows, remarks=(*broken, *found.remarks))

    def _divide(self, how: Reading, found: Intake, counts: Sequence[int | None]) -> None:
        """Lay the events down in slices: a file for some customers, another for the next."""
        self.slices = ceil(found.kept / self._most)
        folder = Path(self._folder.name) / "events"
        columns = how.view("events", "read_events", counts, *(["row_mark"] if found.repeats else []))
        self._run(
            f"COPY (SELECT *, hash(customer) % {self.slices} AS slice FROM ({columns})) TO {_text(str(folder))} "
            "(FORMAT parquet, PARTITION_BY (slice), COMPRESSION lz4)",
            f"Dividing {found.name}",
        )
        # What was read from a text file is there twice now.
        self._all("DROP TABLE IF EXISTS stored_events")
        if found.repeats:
            for part in sorted(folder.iterdir()):
                whole = part.with_suffix(".parquet")
                sql = once(how, "events", f"read_parquet({_text(f'{part}/*.parquet')}, hive_partitioning=false)")
                self._run(f"COPY ({sql}) TO {_text(str(whole))} (FORMAT parquet)", "Counting once what is there twice")
                shutil.rmtree(part)
                part.mkdir()
                whole.rename(part / "once.parquet")
        self._lay_out("all_events", folder / "*")
        for number in range(self.slices):
            self._lay_out(f"events_{number}", folder / f"slice={number}")

    def _lay_out(self, name: str, folder: Path) -> None:
        """Make a view of what lies in the folders of slices; of nothing, where a slice has no events."""
        if folder.exists() or folder.name == "*":
            rows = f"read_parquet({_text(f'{folder}/*.parquet')}, hive_partitioning=false)"
        else:
            rows = "all_events LIMIT 0"
        self._all(f"CREATE VIEW {name} AS SELECT * FROM {rows}")

    def _show(self, number: int | None) -> None:
        """Let `events`, `answers` and all that was gathered be those of one slice of the customers, or of all."""
        shown = {role: f"all_{role}" for role in self._roles}
        if number is not None:
            shown["events"] = f"events_{number}"
            if "answers" in shown:
                shown["answers"] += f" WHERE hash(customer) % {self.slices} = {number}"
        for role, rows in shown.items():
            self._all(f"CREATE OR REPLACE VIEW {role} AS SELECT * FROM {rows}")
        for name in self._gathered:
            some = range(self.slices) if number is None else [number]
            tables = (f"SELECT * FROM {_name(f'{name}_{one}')}" for one in some)
            self._all(f"CREATE OR REPLACE TEMP VIEW {_name(name)} AS {' UNION ALL '.join(tables)}")

    def _raw(self, name: str, role: str, source: Source) -> str | None:
        """Make a view of a source as it is; the column that has the place of a row, if there is one."""
        if source.kind == "table":
            alias = self._attached[source.address]
            table = ".".join(_name(part) for part in source.table.split("."))
            self._all(f"CREATE VIEW {name} AS SELECT * FROM {alias}.{table}")
            return None
        files = _files(source)
        if source.kind == "xes":
            from journeykit.measure.xes import tabulate

            table = Path(self._folder.name) / f"{role}.csv"
            columns = ", ".join(f"{_text(one)}: 'VARCHAR'" for one in tabulate(files, table))
            told = f"{_text(str(table))}, columns={{{columns}}}, {_OWN_CSV}"
            self._all(f"CREATE VIEW {name} AS SELECT * FROM read_csv({told})")
            return _ROW
        told = f"[{', '.join(_text(_exact(file)) for file in files)}]"
        if source.kind == "parquet":
            self._all(f"CREATE VIEW {name} AS SELECT * FROM read_parquet({told}, union_by_name=true, {_PLACE}=true)")
            return _PLACE
        if source.kind == "json":
            found = self._all(f"DESCRIBE SELECT * FROM read_json({told})")
            columns = ", ".join(f"{_text(row[0])}: 'VARCHAR'" for row in found)
            self._all(f"CREATE VIEW {name} AS SELECT * FROM read_json({told}, columns={{{columns}}})")
        else:
            # All as text: what a value means is decided here, not guessed from the first rows.
            # Broken lines can be counted in one file alone, and several files be joined by the names of columns alone.
            several = "union_by_name=true" if len(files) > 1 else "store_rejects=true"
            options = f"all_varchar=true, header=true, {several}"
            self._all(f"CREATE VIEW {name} AS SELECT * FROM read_csv({told}, {options})")
        return _ROW

    def _broken(self, source: Source) -> tuple[Remark, ...]:
        """How many lines of a text file could not be taken apart, and how many are in no writing that is read."""
        if source.kind != "csv" or len(_files(source)) > 1:
            return ()
        (row,) = self._all(
            "SELECT count(*) FILTER (odd), count(*) FILTER (NOT odd) FROM (SELECT "
            "bool_or(error_type = 'INVALID ENCODING') AS odd FROM reject_errors GROUP BY scan_id, file_id, line)"
        )
        self._all("DELETE FROM reject_errors")
        told = zip(("are not written in UTF-8", "are no whole lines"), row, (_SAVED, LEFT_OUT), strict=True)
        return tuple(Remark(reason, count, outcome) for reason, count, outcome in told if count)

    def _run(self, sql: str, doing: str) -> list[tuple[Any, ...]]:
        """The rows of something that may take long, watched by who wants to."""
        if self._watch is None:
            return self._all(sql)
        from concurrent.futures import ThreadPoolExecutor, wait

        with ThreadPoolExecutor(1) as pool:
            job = pool.submit(self._all, sql)
            try:
                while not wait([job], 0.1).done:
                    self._watch(doing, max(0.0, self._database.query_progress()) / 100)
            except BaseException:
                # Who breaks it off does not wait for the end of the query.
                self._database.interrupt()
                raise
            self._watch(doing, 1.0)
            return job.result()

    def _all(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a statement. Raises `SourceError` where it is too much, `KeyboardInterrupt` when broken off."""
        try:
            return self._database.execute(sql).fetchall()
        except (self._duckdb.OutOfMemoryException, self._duckdb.IOException) as error:
            if isinstance(error, self._duckdb.OutOfMemoryException) or "write file" in str(error):
                raise SourceError(f"the data needs more memory or disk than there is. {_ROOM}") from None
            raise
        except RuntimeError as error:
            if "interrupted" in str(error):
                raise KeyboardInterrupt from None
            raise

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

    def gather(self, name: str, expression: Callable[[], Any]) -> Any:
        """As `keep`, of an expression that looks at each customer alone: for some customers after the others."""
        import ibis

        if self.slices == 1:
            return self.keep(name, expression())
        kept: Any = None
        for number in range(self.slices):
            self._show(number)
            kept = self.keep(f"{name}_{number}", expression())
        self._gathered.add(name)
        self._show(None)
        return ibis.table(kept.schema(), name=name)

    def _sql(self, expression: Any) -> str:
        import ibis

        return str(ibis.to_sql(expression, dialect=self.dialect))

    def close(self) -> None:
        """Let go of the data."""
        self._database.close()
        self._folder.cleanup()


def _files(source: Source) -> list[str]:
    """The files that a source names, a pattern perhaps."""
    path = Path(source.address)
    if path.is_file():
        with path.open("rb") as file:
            begins = file.read(2)
        if not begins:
            raise MisreadError(f"{source.address} is empty: there is not even a line with the names of its columns")
        if source.kind == "csv" and begins in _WIDE:
            raise MisreadError(f"{source.address} is written in UTF-16; save it as CSV UTF-8")
    if path.exists():
        return [str(path.resolve())]
    found = sorted(
        str(file.resolve())
        for file in Path(path.anchor or ".").glob(source.address.removeprefix(path.anchor))
        if file.is_file()
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
