"""How columns are read and rows are judged: the SQL, run on rows written down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from journeykit.measure.engines.ducksql import WORDS
from journeykit.measure.intake import once, reading
from journeykit.measure.sources import SCALES, MisreadError, Source, mapped

duckdb = pytest.importorskip("duckdb")


@pytest.fixture(scope="module")
def database():
    with duckdb.connect(config={"threads": 1}) as found:
        found.execute("SET TimeZone='UTC'")
        yield found


def read(
    database: Any, role: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], of: Source | None = None, kinds: str = ""
) -> tuple[Any, list[dict[str, Any]]]:  # fmt: skip
    """What is told of rows, and those that are measured; `kinds` are the types of the columns, else all text."""
    of = of or Source("duckdb", "csv", "e.csv")
    types = dict(zip(columns, kinds.split() or ["VARCHAR"] * len(columns), strict=True))
    told = ", ".join(f'"{name}" {kind}' for name, kind in types.items())
    database.execute(f"CREATE OR REPLACE TABLE raw ({told})")
    if rows:
        database.executemany(f"INSERT INTO raw VALUES ({', '.join('?' * len(columns))})", rows)
    types = {row[0]: row[1] for row in database.execute("DESCRIBE raw").fetchall()}
    said = mapped(role, list(types), of.columns, of.address)
    how = reading(WORDS, role, types, said, of)
    database.execute(f"CREATE OR REPLACE TABLE judged AS SELECT {how.select()} FROM raw")
    counts = database.execute(f"SELECT {how.counts()} FROM judged").fetchone()
    intake = how.intake(role, of, counts, frozenset(key for key, name in said.items() if name))
    sql = once(how, role, "judged") if intake.repeats else how.view(role, "judged", counts)
    answer = database.execute(f"{sql} ORDER BY ALL")
    names = [column[0] for column in answer.description]
    return intake, [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


EVENT = ("customer", "at", "event")


def test_clean_rows_are_taken_as_they_are(database) -> None:
    intake, rows = read(database, "events", EVENT, [("NA", "2026-01-01", "x"), ("null", "2026-01-02", "None")])
    assert (intake.rows, intake.kept, intake.notes, intake.repeats) == (2, 2, (), False)
    assert [(row["customer"], row["event"], row["value"]) for row in rows] == [
        ("NA", "x", None),
        ("null", "None", None),
    ]
    assert intake.columns == {"customer", "at", "event"}


def test_each_faulty_row_is_told_once_by_its_first_fault(database) -> None:
    rows = [("", "", ""), (None, "2026-01-01", "x"), ("  ", "x", "x"), ("a", "", ""), ("a", "soon", "x"),
            ("a", "2026-01-01", " "), ("a", "2026-01-01", "x")]  # fmt: skip
    intake, kept = read(database, "events", EVENT, rows)
    assert intake.notes == (
        "3 events of 7 have no customer: left out",
        "2 events of 7 have no time that can be read: left out",
        "1 event of 7 has no event: left out",
    )
    assert (intake.kept, len(kept)) == (1, 1)


def test_all_columns_make_a_row_the_same_also_those_that_are_not_read(database) -> None:
    columns = (*EVENT, "note")
    rows = [("a", "2026-01-01", "x", "1"), ("a", "2026-01-01", "x", "2"), ("a", "2026-01-01", "x", None),
            ("a", "2026-01-01", "x", "1"), ("a", "2026-01-01", "x", None)]  # fmt: skip
    intake, kept = read(database, "events", columns, rows)
    assert intake.notes == ("2 events of 5 stand there before, the same in every column: counted once",)
    assert (intake.kept, len(kept)) == (3, 3)


def test_times_of_a_zone_with_summer_time(database) -> None:
    berlin = Source("duckdb", "csv", "e.csv", zone="Europe/Berlin")
    written = ["2026-03-29 01:59:59", "2026-03-29 02:00", "2026-03-29 03:00", "2026-07-01", "2026-10-25 02:00",
               "2026-10-25 02:59:59", "2026-10-25 03:00", "2026-10-25T01:30:00Z", "1782856800"]  # fmt: skip
    rows = [(f"c{at}", one, "x") for at, one in enumerate(written)]
    intake, kept = read(database, "events", EVENT, rows, berlin)
    assert [str(row["at"]) for row in kept] == [
        "2026-03-29 00:59:59", "2026-03-29 01:00:00", "2026-03-29 01:00:00", "2026-06-30 22:00:00",
        "2026-10-25 00:00:00", "2026-10-25 00:59:59", "2026-10-25 02:00:00", "2026-10-25 01:30:00",
        "2026-06-30 22:00:00",
    ]  # fmt: skip
    assert str(kept[3]["local"]) == str(kept[8]["local"]) == "2026-07-01 00:00:00"
    assert [(one.count, one.outcome) for one in intake.remarks] == [
        (1, "read as an hour later"),
        (2, "read as the first of both"),
    ]
    assert intake.kept == 9, "an odd hour is no reason to leave a row out"


def test_times_that_are_no_texts(database) -> None:
    for kind, value, zone, told in (
        ("TIMESTAMPTZ", "2026-07-01 00:00:00+02", "Europe/Berlin", "2026-06-30 22:00:00"),
        ("TIMESTAMP", "2026-07-01 00:00:00", "Europe/Berlin", "2026-06-30 22:00:00"),
        ("DATE", "2026-07-01", "UTC", "2026-07-01 00:00:00"),
        ("BIGINT", 1782856800000, "Europe/Berlin", "2026-06-30 22:00:00"),
        ("DOUBLE", 1782856800.5, "UTC", "2026-06-30 22:00:00.500000"),
    ):
        of = Source("duckdb", "parquet", "e", zone=zone)
        _, (row,) = read(database, "events", EVENT, [("a", value, "x")], of, f"VARCHAR {kind} VARCHAR")
        assert str(row["at"]) == told, kind


@pytest.mark.parametrize(
    ("kinds", "columns", "why"),
    [("VARCHAR BOOLEAN VARCHAR", None, "column 'at' is no time but boolean"), ("", {"at": "'2026-01-01'"}, "constant")],
)
def test_what_can_be_no_time_is_refused(database, kinds: str, columns: dict[str, str] | None, why: str) -> None:
    with pytest.raises(MisreadError, match=why):
        read(database, "events", EVENT, [], Source("duckdb", "csv", "e.csv", columns=columns), kinds)


def test_values_are_numbers_with_a_point_or_a_comma(database) -> None:
    written = ["1.5", "1,5", "-2", "+3e2", ".5", "", "1.234,50", "12 €", "inf", "1e300"]
    intake, kept = read(
        database, "events", (*EVENT, "value"), [(f"c{at}", "2026-01-01", "x", one) for at, one in enumerate(written)]
    )
    assert [row["value"] for row in kept] == [1.5, 1.5, -2, 300, 0.5, None, None, None, None, None]
    assert intake.notes == ("4 events of 10 have a value that is no number: counted without it",)


def test_a_position_that_is_no_number_is_no_place(database) -> None:
    """A column of this name may say where a button is, and must neither end the run nor be quoted."""
    _, kept = read(
        database, "events", (*EVENT, "position"), [("a", "2026-01-01", "x", "Top"), ("b", "2026-01-01", "x", " 12 ")]
    )
    assert [row["position"] for row in kept] == [0, 12]


ANSWER = ("customer", "at", "kind", "score")


def answers(*told: tuple[str | None, str | None]) -> list[tuple[str | None, ...]]:
    return [(f"c{at:02}", "2026-01-01", kind, score) for at, (kind, score) in enumerate(told)]


def test_scores_outside_their_scale_are_told_with_it(database) -> None:
    rows = answers(("nps", "0"), ("NPS", "10"), ("nps", "11"), ("csat", "0"), ("csat", "5"), ("ces", "7"), ("ces", "8"),
                   ("other", "1"), (None, "1"), ("nps", None), ("csat", "good"))  # fmt: skip
    intake, kept = read(database, "answers", ANSWER, rows)
    assert [(one.reason, one.count) for one in intake.remarks] == [
        ("are of no kind known (nps, csat, ces)", 2), ("have no score", 1), ("have a score that is no number", 1),
        ("have a score of nps outside 0 to 10", 1), ("have a score of csat outside 1 to 5", 1),
        ("have a score of ces outside 1 to 7", 1),
    ]  # fmt: skip
    assert [(row["kind"], row["score"]) for row in kept] == [("nps", 0), ("nps", 10), ("csat", 5), ("ces", 7)]


def test_scales_from_0_or_1_and_scores_in_words_are_as_configured(database) -> None:
    of = Source(
        "duckdb", "csv", "s", scores={"Very Good": 4, "it's bad": 0}, scales={**SCALES, "csat": (0, 4), "nps": (1, 10)}
    )
    rows = answers(
        ("csat", "0"), ("csat", "very good"), ("csat", "IT'S BAD"), ("csat", "5"), ("nps", "0"), ("nps", "1")
    )
    intake, kept = read(database, "answers", ANSWER, rows, of)
    assert [row["score"] for row in kept] == [0, 4, 0, 1]
    assert [(one.reason, one.count) for one in intake.remarks] == [
        ("have a score of nps outside 1 to 10", 1), ("have a score of csat outside 0 to 4", 1),
    ]  # fmt: skip


def test_a_constant_stands_for_a_column(database) -> None:
    of = Source("duckdb", "csv", "s", columns={"kind": "'NPS'"})
    intake, (row,) = read(database, "answers", ("customer", "at", "score"), [("a", "2026-01-01", "9")], of)
    assert (row["kind"], row["score"], intake.notes) == ("nps", 9, ())


def test_names_and_texts_stay_what_they_are(database) -> None:
    name = '"; DROP TABLE raw; --'
    types = {name: "VARCHAR", "at": "VARCHAR"}
    of = Source("duckdb", "csv", "e", columns={"customer": name, "event": "''; DROP TABLE raw; --'"})
    how = reading(WORDS, "events", types, mapped("events", list(types), of.columns, "e"), of)
    row = database.execute(
        f"SELECT {how.select()} FROM (SELECT 'ann' AS {WORDS.name(name)}, '2026-01-01' AS at)"
    ).fetchone()
    assert row[0] == "ann" and "'; DROP TABLE raw; --" in row
