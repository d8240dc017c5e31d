from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from journeykit.measure.engines.base import Intake
from journeykit.measure.engines.duckdb import DuckDB
from journeykit.measure.flow import graph
from journeykit.measure.sources import SCALES, Source, SourceError, source
from journeykit.measure.tables import answers, events


def taken(role: str, own: Source) -> tuple[Intake, list[tuple]]:
    """What is told of a source, and its rows as they are measured, sorted."""
    engine = DuckDB([own])
    try:
        intake = engine.take_in(role, own)
        table = events() if role == "events" else answers()
        keys = ("customer", "at", "event", "value") if role == "events" else ("customer", "at", "kind", "score")
        return intake, sorted(engine.rows(table.select(*keys)), key=repr)
    finally:
        engine.close()


def csv(path: Path, *lines: str) -> str:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def times(tmp_path: Path, zone: str, *written: str, form: str | None = None) -> tuple[Intake, list[str]]:
    file = csv(tmp_path / "t.csv", "customer,at,event", *(f'c{n:02},"{one}",e' for n, one in enumerate(written)))
    own = Source("duckdb", "csv", file, zone=zone, time_format=form)
    intake, rows = taken("events", own)
    return intake, [str(row[1]) for row in rows]


def test_what_is_missing_is_left_out_and_counted_once(tmp_path: Path) -> None:
    file = csv(tmp_path / "e.csv", "customer,at,event,value", "NA,2026-01-01,buy,1.5", ",2026-01-01,buy,",
               "  ,,buy,", "a,,buy,", "a,soon,buy,", "a,2026-01-02,,", "null,2026-01-01,NULL,\"2,5\"", "a,2026-01-03,buy,much",
               "a,2026-01-03,buy,NaN", "a,2026-01-03,buy,1e300")  # fmt: skip
    intake, rows = taken("events", source(file))
    assert intake.notes == (
        "2 events of 10 have no customer: left out",
        "2 events of 10 have no time that can be read: left out",
        "1 event of 10 has no event: left out",
        "3 events of 10 have a value that is no number: counted without it",
    )
    assert intake.kept == 5
    assert [(row[0], row[2], row[3]) for row in rows] == [
        ("NA", "buy", 1.5), ("a", "buy", None), ("a", "buy", None), ("a", "buy", None), ("null", "NULL", 2.5),
    ]  # fmt: skip


def test_rows_that_are_the_same_count_once(tmp_path: Path) -> None:
    file = csv(tmp_path / "e.csv", "customer,at,event,note", "a,2026-01-01,buy,x", "a,2026-01-01,buy,x",
               "a,2026-01-01,buy,y", "a,2026-01-01,buy,x", ",2026-01-01,buy,x", ",2026-01-01,buy,x")  # fmt: skip
    intake, rows = taken("events", source(file))
    assert intake.notes == (
        "2 events of 6 have no customer: left out",
        "2 events of 6 stand there before, the same in every column: counted once",
    )
    assert len(rows) == intake.kept == 2


def test_lines_that_are_none_are_counted(tmp_path: Path) -> None:
    file = csv(
        tmp_path / "e.csv",
        "customer,at,event",
        *["a,2026-01-01,buy"] * 1,
        "b",
        "c,2026-01-01,buy,1,2",
        "d,2026-01-01,buy",
    )
    intake, rows = taken("events", source(file))
    assert intake.notes == ("2 events of 4 are no whole lines: left out",)
    assert [row[0] for row in rows] == ["a", "d"]


def test_scores_of_every_kind(tmp_path: Path) -> None:
    lines = ["customer,at,kind,score", *(f"c{n},2026-01-0{1 + n % 9},{told}" for n, told in enumerate([
        "NPS,0", "nps,10", "nps,11", "nps,-1", "csat,0", "csat,Very Satisfied", "csat,good", "csat,", "ces,7", "ces,0",
        "cats,3", ",3", "csat,\"4,5\"",
    ]))]  # fmt: skip
    own = Source("duckdb", "csv", csv(tmp_path / "s.csv", *lines), scores={"very satisfied": 5})
    intake, rows = taken("answers", own)
    assert [note.partition(";")[0] for note in intake.notes] == [
        "2 answers of 13 are of no kind known (nps, csat, ces): left out",
        "1 answer of 13 has no score: left out",
        "1 answer of 13 has a score that is no number: left out",
        "2 answers of 13 have a score of nps outside 0 to 10: left out",
        "1 answer of 13 has a score of csat outside 1 to 5: left out",
        "1 answer of 13 has a score of ces outside 1 to 7: left out",
    ]
    assert sorted((row[2], row[3]) for row in rows) == [("ces", 7), ("csat", 4.5), ("csat", 5), ("nps", 0), ("nps", 10)]


def test_a_scale_from_0_and_one_from_1(tmp_path: Path) -> None:
    file = csv(
        tmp_path / "s.csv", "customer,at,kind,score", "a,2026-01-01,csat,0", "b,2026-01-01,nps,0", "c,2026-01-01,csat,5"
    )
    own = Source("duckdb", "csv", file, scales={**SCALES, "csat": (0, 4), "nps": (1, 10)})
    intake, rows = taken("answers", own)
    assert [row[0] for row in rows] == ["a"]
    assert [one.reason for one in intake.remarks] == [
        "have a score of nps outside 1 to 10", "have a score of csat outside 0 to 4",
    ]  # fmt: skip


def test_times_in_all_their_forms(tmp_path: Path) -> None:
    intake, found = times(
        tmp_path, "UTC", "2026-03-02", "2026-03-02 10:00", "2026-03-02T10:00:00.5Z", "2026-03-02 10:00:00+01:00",
        "2026-03-02 10:00 +0100", "1772445600", "1772445600000", "01/09/21", "2026-02-31", "20260302",
    )  # fmt: skip
    assert found == [
        "2026-03-02 00:00:00", "2026-03-02 10:00:00", "2026-03-02 10:00:00.500000", "2026-03-02 09:00:00",
        "2026-03-02 09:00:00", "2026-03-02 10:00:00", "2026-03-02 10:00:00",
    ]  # fmt: skip
    assert intake.notes == ("3 events of 10 have no time that can be read: left out",)


def test_hours_that_clocks_skip_or_show_twice(tmp_path: Path) -> None:
    intake, found = times(
        tmp_path, "Europe/Berlin", "2026-03-29 01:59", "2026-03-29 02:30", "2026-03-29 03:00", "2026-10-25 01:30",
        "2026-10-25 02:30", "2026-10-25 03:00", "2026-10-25 02:30+01:00",
    )  # fmt: skip
    assert found == [
        "2026-03-29 00:59:00", "2026-03-29 01:30:00", "2026-03-29 01:00:00", "2026-10-24 23:30:00",
        "2026-10-25 00:30:00", "2026-10-25 02:00:00", "2026-10-25 01:30:00",
    ]  # fmt: skip
    assert intake.notes == (
        "1 event of 7 has a time that the clocks of Europe/Berlin skip: read as an hour later",
        "1 event of 7 has a time that the clocks of Europe/Berlin show twice: read as the first of both",
    )


def test_times_written_otherwise(tmp_path: Path) -> None:
    intake, found = times(tmp_path, "UTC", "01/09/2021 08:00", "31/12/2021 23:59", "2021-09-01", form="%d/%m/%Y %H:%M")
    assert found == ["2021-09-01 08:00:00", "2021-12-31 23:59:00"]
    assert len(intake.notes) == 1


def test_an_unknown_zone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="Europe/Berlim"):
        times(tmp_path, "Europe/Berlim", "2026-03-02 10:00")


def test_json_lines(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"customer": 7, "at": "2026-01-01T10:00:00Z", "event": "buy", "value": 2},
        {"customer": "NA", "at": 1767261600, "event": "buy", "value": "2,5", "more": {"a": [1]}},
        {"customer": "x", "event": "buy"},
    ]
    file = csv(tmp_path / "e.jsonl", *map(json.dumps, rows))
    intake, found = taken("events", source(file))
    assert [(row[0], str(row[1]), row[3]) for row in found] == [
        ("7", "2026-01-01 10:00:00", 2.0), ("NA", "2026-01-01 10:00:00", 2.5),
    ]  # fmt: skip
    assert intake.notes == ("1 event of 3 has no time that can be read: left out",)


def test_parquet_is_cleaned_only_where_it_must_be(tmp_path: Path) -> None:
    with duckdb.connect() as database:
        for name, customer in (("clean", "'a'"), ("blank", "' a '"), ("number", "7")):
            database.execute(
                f"COPY (SELECT {customer} AS customer, TIMESTAMPTZ '2026-01-01 10:00:00+01' AS at, 'buy' AS event, "
                f"2.5::FLOAT AS value) TO '{tmp_path / name}.parquet'"
            )
    found = [taken("events", source(str(tmp_path / f"{name}.parquet")))[1] for name in ("clean", "blank", "number")]
    assert [(str(rows[0][0]), str(rows[0][1]), rows[0][3]) for rows in found] == [
        ("a", "2026-01-01 09:00:00", 2.5), ("a", "2026-01-01 09:00:00", 2.5), ("7", "2026-01-01 09:00:00", 2.5),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["it's.csv", "a[1].csv", "x; DROP TABLE events; --.csv", 'q".csv', "a*b.csv"])
def test_names_of_files_are_only_names(tmp_path: Path, name: str) -> None:
    file = csv(tmp_path / name, "customer,at,event", "a,2026-01-01,buy")
    assert taken("events", source(file))[0].rows == 1


@pytest.mark.parametrize("name", ["it's", 'a"b', "x; DROP TABLE events; --", "/* */", "{}", "%s", "at"])
def test_names_of_columns_are_only_names(tmp_path: Path, name: str) -> None:
    quoted = '"' + name.replace('"', '""') + '"'
    file = csv(tmp_path / "e.csv", f"{quoted},when,event", "a,2026-01-01,buy")
    own = source(file, {"customer": name, "at": "when"})
    assert taken("events", own)[1][0][0] == "a"


def test_a_constant_is_only_a_text(tmp_path: Path) -> None:
    file = csv(tmp_path / "e.csv", "customer,at", "a,2026-01-01")
    rows = taken("events", source(file, {"event": "'o'brien; --'"}))[1]
    assert rows[0][2] == "o'brien; --"


@pytest.mark.parametrize(
    "sql",
    ["SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM '{other}'", "COPY (SELECT 1) TO '{other}'",
     "ATTACH '{other}.db'", "INSTALL httpfs", "LOAD httpfs", "SET enable_external_access=true", "SET threads=1",
     "SELECT * FROM read_text('{other}')"],
)  # fmt: skip
def test_the_database_is_locked(tmp_path: Path, sql: str) -> None:
    other = csv(tmp_path / "other.csv", "secret")
    engine = DuckDB([source(csv(tmp_path / "e.csv", "customer,at,event"))])
    with pytest.raises(duckdb.Error):
        engine._database.execute(sql.format(other=other))
    engine.close()


def test_a_table_of_a_duckdb_file_is_read_only(tmp_path: Path) -> None:
    path = tmp_path / "shop's.duckdb"
    with duckdb.connect(str(path)) as database:
        database.execute("CREATE SCHEMA crm")
        database.execute("CREATE TABLE crm.\"e v\" AS SELECT 'a' AS customer, TIMESTAMP '2026-01-01' AS at, 1 AS event")
    engine = DuckDB([own := source(f"duckdb://{path}#crm.e%20v"), own])
    assert engine.take_in("events", own).rows == 1
    with pytest.raises(duckdb.Error):
        engine._database.execute('DELETE FROM source_0.crm."e v"')
    engine.close()


@pytest.mark.parametrize(
    ("text", "why"),
    [("nothing.csv", "no such file"), ("no-*.csv", "no such file"), ("duckdb://nothing.duckdb#t", "no such file")],
)
def test_what_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, why: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError, match=f"cannot be read: {why}"):
        taken("events", source(text))


def test_no_row_of_data_is_in_a_message(tmp_path: Path) -> None:
    file = tmp_path / "e.csv"
    file.write_bytes(b"customer,at,event\nsecret-\xff\xfe,2026-01-01,buy\n")
    try:
        intake, _ = taken("events", source(str(file)))
        told = " ".join(intake.notes)
    except SourceError as error:
        told = str(error)
    assert "secret" not in told


def test_empty_files(tmp_path: Path) -> None:
    assert taken("events", source(csv(tmp_path / "e.csv", "customer,at,event")))[0].rows == 0
    (tmp_path / "none.csv").write_bytes(b"")
    with pytest.raises(SourceError):
        taken("events", source(str(tmp_path / "none.csv")))


def test_who_watches_is_told_how_far_it_is(tmp_path: Path) -> None:
    own = source(csv(tmp_path / "e.csv", "customer,at,event", "a,2026-01-01,buy"))
    seen: list[tuple[str, float]] = []
    engine = DuckDB([own], lambda doing, done: seen.append((doing, done)))
    engine.take_in("events", own)
    engine.close()
    assert seen[-1][1] == 1.0
    assert any(doing.startswith("Reading") for doing, _ in seen)


@pytest.mark.parametrize("twice", [False, True])
def test_more_events_than_fit_are_measured_in_slices(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, twice: bool
) -> None:
    """What is kept for some customers after the others is what is kept for all at once, whoever they are."""
    monkeypatch.setattr("journeykit.measure.flow._MOST_TIMES", 20)
    lines = [f"c{n % 7},2026-01-{1 + n % 28:02} 10:{n:02},{'buy' if n % 3 else 'login'}" for n in range(40)]
    deeds = source(csv(tmp_path / "e.csv", "customer,at,event", *lines, *lines[: 5 * twice], ",2026-01-01,buy"))
    words = source(csv(tmp_path / "a.csv", "customer,at,kind,score", "c1,2026-01-01,nps,3", "new,2026-01-01,nps,9"))
    told = []
    for most in (1000, 4):
        engine = DuckDB([deeds, words], most=most)
        engine.take_in("events", deeds)
        engine.take_in("answers", words)

        def each(role: str, engine: DuckDB = engine) -> list[tuple]:
            of = events() if role == "events" else answers()
            kept = engine.gather(role[:-1], lambda: of.group_by("customer").aggregate(n=of.count(), at=of["at"].min()))
            joined = kept.left_join(of.group_by("customer").aggregate(last=of["at"].max()), "customer")
            return sorted(engine.rows(engine.gather("more", lambda: joined.select("customer", "n", "at", "last"))))

        steps = graph(engine, None, True)
        told.append((each("events"), each("answers"), sorted(engine.rows(events())), steps))
        assert engine.slices == (1 if most == 1000 else 10)
        engine.close()
    assert told[0] == told[1]
    assert [row[0] for row in told[0][1]] == ["c1", "new"]


def test_what_is_too_much_is_no_defect(tmp_path: Path) -> None:
    own = source(csv(tmp_path / "e.csv", "customer,at,event", *(f"c{n},2026-01-01,e{n}" for n in range(200_000))))
    engine = DuckDB([own], memory="6MB")
    with pytest.raises(SourceError, match="memory or disk than there is"):
        engine.take_in("events", own)
    engine.close()


def test_who_breaks_it_off_does_not_wait_for_the_end(tmp_path: Path) -> None:
    def enough(doing: str, done: float) -> None:
        raise KeyboardInterrupt

    engine = DuckDB([source(csv(tmp_path / "e.csv", "customer,at,event"))], enough)
    with pytest.raises(KeyboardInterrupt):
        engine._run("SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b", "Measuring")
    engine.close()
