from __future__ import annotations

import pytest

from journeykit.measure.sources import MisreadError, SourceError, check_form, check_zone, mapped, source


@pytest.mark.parametrize(
    ("text", "kind"),
    [("a.csv", "csv"), ("a.CSV.gz", "csv"), ("a.tsv", "csv"), ("b.parquet", "parquet"), ("c.jsonl", "json"),
     ("d.xes.gz", "xes")],
)  # fmt: skip
def test_the_ending_is_the_kind(text: str, kind: str) -> None:
    found = source(text)
    assert (found.engine, found.kind, found.address) == ("duckdb", kind, text)


def test_a_table_of_a_database() -> None:
    found = source("postgres://db.example/shop?sslmode=require#crm.events%20raw")
    assert (found.engine, found.kind, found.address) == ("postgres", "table", "db.example/shop?sslmode=require")
    assert found.table == "crm.events raw"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a.doc", "what is in it"),
        ("-", "not read from standard input"),
        ("a.xlsx", "save the sheet with the data as CSV"),
        ("s3://bucket/a.csv", "download the file"),
        ("postgre://h/d#t", "did you mean postgres://"),
        ("mysql://h/d#t", "there are duckdb://"),
        ("duckdb://shop.duckdb", "names no table"),
        ("postgres://ann:word@h/d#t", "write no password here"),
        ("postgres://h/d?password=word#t", "write no password here"),
        ('duckdb://x.duckdb#a"b', "is no name of a table"),
    ],
)
def test_what_cannot_be_a_source_is_told(text: str, why: str) -> None:
    with pytest.raises(SourceError, match=why) as error:
        source(text)
    assert "word@" not in str(error.value)


def test_columns_are_recognised_by_their_names() -> None:
    found = mapped("events", ["User_ID", "Activity", "time:timestamp", "x"], None, "f")
    assert (found["customer"], found["event"], found["at"], found["value"]) == (
        "User_ID", "Activity", "time:timestamp", None,
    )  # fmt: skip


def test_columns_are_recognised_however_their_words_are_joined() -> None:
    found = mapped("events", [" Customer ID", "Created-At ", "EVENT NAME"], None, "f")
    assert (found["customer"], found["at"], found["event"]) == (" Customer ID", "Created-At ", "EVENT NAME")


def test_the_number_of_a_row_is_no_customer() -> None:
    with pytest.raises(MisreadError, match="no column for customer"):
        mapped("events", ["id", "time", "event"], None, "f")


@pytest.mark.parametrize("name", ["UTC", "Europe/Berlin", "America/Indiana/Knox", "Etc/GMT+1"])
def test_time_zones_that_are(name: str) -> None:
    check_zone(name)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Berlin", "did you mean Europe/Berlin?"), ("europe/berlin", "did you mean Europe/Berlin?"),
        ("New York", "did you mean America/New_York?"), ("Europe/Berlni", "did you mean Europe/Berlin?"),
        ("CEST", "write a place"), ("+02:00", "write a place"), ("../x", "write a place"), ("", "write a place"),
    ],
)  # fmt: skip
def test_time_zones_that_are_not_are_told_with_the_one_meant(name: str, hint: str) -> None:
    with pytest.raises(SourceError) as error:
        check_zone(name)
    assert hint in str(error.value)


def test_forms_of_times() -> None:
    for good in ("%d.%m.%Y %H:%M", "%-d/%-m/%y", "%Y-%m-%dT%H:%M:%S.%f%z", "%d %b %Y at %I %p, 100%%"):
        check_form(good)
    for bad, why in (("dd.mm.yyyy", "no % in it"), ("%Y-%Q", "'%Q' in '%Y-%Q'"), ("%d.%m.%", "'%' in '%d.%m.%'")):
        with pytest.raises(SourceError) as error:
            check_form(bad)
        assert why in str(error.value)


def test_columns_are_mapped_as_said() -> None:
    found = mapped(
        "answers", ["who", "when", "n"], {"customer": "who", "at": "when", "score": "n", "kind": "'nps'"}, "f"
    )
    assert (found["kind"], found["score"]) == ("'nps'", "n")


@pytest.mark.parametrize(
    ("role", "columns", "wanted", "why"),
    [
        ("events", ["customer", "at"], {}, "f has no column for event; say which it is: --event-column event=NAME"),
        ("answers", ["customer", "at"], {}, "no column for kind, score; say which it is: --answer-column kind=NAME"),
        ("answers", ["customer", "at", "score"], {"kind": "nps"}, "quote it: --answer-column kind=\"'nps'\""),
        ("events", ["customer", "at", "event"], {"at": "timee"}, "f has no column 'timee' for at"),
        ("events", ["customer", "at", "event"], {"custmer": "at"}, "did you mean customer?"),
        ("events", ["customer", "at", "event"], {"local": "at"}, "there is no column 'local'"),
    ],
)
def test_a_column_that_is_not_there_is_told(role: str, columns: list[str], wanted: dict[str, str], why: str) -> None:
    with pytest.raises(SourceError) as error:
        mapped(role, columns, wanted, "f")
    assert why in str(error.value)
