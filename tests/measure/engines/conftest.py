"""The same data in every engine: generated rows, as Parquet files and as tables of a server of our own."""

from __future__ import annotations

import os
import pwd
import random
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from journeykit.measure.alerts import fired
from journeykit.measure.engines.base import Engine
from journeykit.measure.history import history
from journeykit.measure.report import measure
from journeykit.measure.sources import Source
from journeykit.model.derive import Facts

MAP = """\
journey: 1
id: shop
title: A shop
stages:
  - stage: Onboarding
    duration: 20 days
    actions:
      - {action: Reads the guide, event: [guide_read, "o'brien; DROP TABLE x; --"]}
      - {action: Quotes, event: '"); SELECT 1; /*'}
      - {action: Backslashes, event: 'a\\'' OR 1=1 --'}
    gate:
      - {checkpoint: Report made, event: report, within: 1 month}
      - {checkpoint: Comes back, event: login, at_least: 2, per: 28 days}
      - {checkpoint: Says hello, event: hello, optional: true}
    leaves: [{leave: Cancels, event: cancelled}]
    health:
      - {signal: Logs in, event: login, per: 2 months, target: 3, weight: 3}
      - {signal: Asks for help, event: ticket, per: 30 days, at_most: 2}
      - {signal: Says so, survey: csat, target: 4.5, weight: 2}
    alerts:
      - {alert: Low, when: health < 101 and days in stage > 1}
      - {alert: Missed, when: checkpoint says-hello missed and nps < 7}
      - {alert: Late, when: checkpoint report-made missed}
      - {alert: Silent, when: no event in 10 days, kind: expansion}
      - {alert: Quiet, when: no event in 5 days}
  - stage: Use
    duration: 1 month
    actions: [{action: Asks, event: ticket}]
    gate: [{checkpoint: Buys, event: buy, at_least: 2}]
    health: [{signal: Buys, event: buy, target: 2}, {signal: Recommends, survey: nps, per: 2 months, target: 9}]
  - stage: Advocacy
    enter: {event: referred, survey: ces}
    health: [{signal: Logs in, event: login, per: 1 month, target: 3}, {signal: Says so, survey: csat, target: 5}]
    alerts:
      - {alert: Fell, when: health fell 0.1 in 1 month}
      - {alert: Rose, when: health rose 0.1 in 3 weeks}
      - {alert: More, when: days in stage > 3 and csat > 1, kind: expansion}
"""
NAMES = ["report", "login", "login", "login", "hello", "cancelled", "ticket", "buy", "buy", "referred", "guide_read",
         "o'brien; DROP TABLE x; --", '"); SELECT 1; /*', "a\\' OR 1=1 --"]  # fmt: skip
#: The columns of the tables; the names are as bad as names can be.
EVENT_COLUMNS = {"customer": 'who"; DROP TABLE x; --', "at": "when'; --", "event": "what", "position": "place"}
ANSWER_COLUMNS = {"score": "how `much`"}


def rows(customers: int = 150, events: int = 4000, answers: int = 900) -> tuple[list[tuple], list[tuple]]:
    """Events and answers with what goes wrong in data: gaps, doubles, hours that clocks skip or show twice."""
    draw = random.Random(11)
    start = datetime(2026, 1, 10)
    people = [*(f"c{number}" for number in range(customers)), "NA", "", None, "ö'--"]

    def moment() -> datetime:
        return start + timedelta(minutes=draw.randrange(170 * 24 * 60), microseconds=draw.randrange(3) * 250_000)

    deeds: list[tuple] = [
        (draw.choice(people), moment() if draw.random() > 0.01 else None, draw.choice([*NAMES, ""]),
         draw.choice([None, "small", "large", ""]), draw.choice([None, 10.25, 3.1, float("nan")]), number)
        for number in range(events)
    ]  # fmt: skip
    deeds += [("c1", datetime(2026, 3, 29, 2, 30), "login", None, None, events),
              ("c1", datetime(2025, 10, 26, 2, 30), "login", None, None, events + 1), *deeds[:7]]  # fmt: skip
    words: list[tuple] = [
        (draw.choice(people), moment(), draw.choice(["nps", "CSAT", "ces", "other", None]),
         draw.choice([None, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 9.0, 10.0, 4.1]))
        for _ in range(answers)
    ]  # fmt: skip
    return deeds, words


def create(kind: str, text: str, moment: str, double: str) -> list[str]:
    """The tables, in the SQL of an engine."""
    who, when = (f'"{EVENT_COLUMNS[key]}"'.replace('who"', 'who""') for key in ("customer", "at"))
    return [
        f"CREATE TABLE {kind}events ({who} {text}, {when} {moment}, what {text}, segment {text}, value {double}, "
        "place bigint)",
        f'CREATE TABLE {kind}answers (customer {text}, "at" {moment}, kind {text}, "how `much`" {double})',
    ]


@pytest.fixture(scope="session")
def parquet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the data as `events.parquet` and `answers.parquet`."""
    duckdb = pytest.importorskip("duckdb")
    folder = tmp_path_factory.mktemp("parquet")
    database = duckdb.connect()
    for sql in create("", "VARCHAR", "TIMESTAMP", "DOUBLE"):
        database.execute(sql)
    deeds, words = rows()
    database.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", deeds)
    database.executemany("INSERT INTO answers VALUES (?, ?, ?, ?)", words)
    for name in ("events", "answers"):
        database.execute(f"COPY {name} TO '{folder / name}.parquet'")
    database.close()
    return folder


def figures(facts: Facts, engine: Engine, events: Source, answers: Source) -> dict[str, Any]:
    """All that is measured, plain, without the names of the sources; fractions to nine digits."""
    watched: dict[str, Any] = {}

    def watch(own: Engine, walk: Any, health: Any, has_answers: bool) -> None:
        days = [(day.date(), day) for day in (datetime(2026, 4, 1), datetime(2026, 6, 1))]
        watched["alerts"] = [asdict(one) for one in fired(facts, own, walk, health, has_answers)]
        watched["past"] = [asdict(one) for one in history(own, walk, has_answers, days)]

    try:
        found = asdict(measure(facts, engine, events, answers, date(2026, 6, 20), "segment", watching=watch)) | watched
    finally:
        engine.close()
    for intake in found["intakes"]:
        del intake["name"]
    return _rounded(found)


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 9)
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(one) for one in value]
    return value


@pytest.fixture(scope="session")
def of_duckdb(parquet: Path) -> dict[str, Any]:
    """The figures as DuckDB has them, of the Parquet files."""
    from journeykit.measure.engines.duckdb import DuckDB

    sources = [
        Source("duckdb", "parquet", str(parquet / "events.parquet"), columns=EVENT_COLUMNS, zone="Europe/Berlin"),
        Source("duckdb", "parquet", str(parquet / "answers.parquet"), columns=ANSWER_COLUMNS, zone="Europe/Berlin"),
    ]
    return figures(_facts(), DuckDB(sources), *sources)


def _facts() -> Facts:
    from journeykit.model.load import load
    from journeykit.source.text import Source as Text

    document = load(Text("m.journey.yaml", MAP))
    assert document.is_sound, [str(one) for one in document.diagnostics]
    return document.facts


@pytest.fixture(scope="session")
def the_map() -> Facts:
    """The map that all are measured on."""
    return _facts()


@pytest.fixture(scope="session")
def server() -> Iterator[Path]:
    """The folder of the socket of a PostgreSQL server of our own, which ends with the tests."""
    pytest.importorskip("psycopg")
    found = shutil.which("initdb")
    programs = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs:
        pytest.skip("PostgreSQL is not installed here")
    user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    try:
        number = pwd.getpwnam(user).pw_uid
    except KeyError:
        pytest.skip("PostgreSQL does not run as root, and there is no user postgres")
    folder = Path(tempfile.mkdtemp(prefix="journey-pg-"))  # a socket's path must be short
    os.chown(folder, number, -1)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    as_user: dict[str, Any] = {"user": number if os.geteuid() == 0 else None, "cwd": folder, **quiet}
    data = folder / "data"
    made = [programs[-1] / "initdb", "-D", data, "-A", "trust", "-U", "journey", "--locale=C.UTF-8", "-E", "UTF8", "-N"]
    subprocess.run(made, check=True, **as_user)
    options = ["-c", "listen_addresses=", "-c", "fsync=off", "-k", folder]
    process = subprocess.Popen([programs[-1] / "postgres", "-D", data, *options], **as_user)
    try:
        for _ in range(150):
            if (folder / ".s.PGSQL.5432").exists() and process.poll() is None:
                break
            time.sleep(0.1)
        else:
            pytest.skip("PostgreSQL does not start here")
        yield folder
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def database(server: Path) -> Iterator[Any]:
    """A connection to the server with the data in its tables `events` and `answers`."""
    import psycopg

    deeds, words = rows()
    with psycopg.connect(f"host={server} user=journey dbname=postgres", autocommit=True) as connection:
        for sql in create("", "text", "timestamp", "double precision"):
            connection.execute(sql.encode())
        cursor = connection.cursor()
        cursor.executemany("INSERT INTO events VALUES (%s, %s, %s, %s, %s, %s)", deeds)
        cursor.executemany("INSERT INTO answers VALUES (%s, %s, %s, %s)", words)
        yield connection


@pytest.fixture
def address(server: Path, database: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """What leads to the server's database; who connects is said in the environment."""
    monkeypatch.setenv("PGUSER", "journey")
    return f"/postgres?host={server}"


@pytest.fixture
def bad_columns() -> tuple[dict[str, str], dict[str, str]]:
    """How the columns of events and of answers are mapped."""
    return EVENT_COLUMNS, ANSWER_COLUMNS


@pytest.fixture
def same() -> Any:
    """All figures of an engine, plain."""
    return figures
