"""Measuring: each figure against SQL written by hand, growth, memory, and the ways taken against pm4py.

JOURNEY_BENCH_EVENTS says how many events there are (1,000,000 without it; the bounds are meant for 10,000,000),
JOURNEY_BENCH_SIZES the sizes that growth goes through (1000000,10000000,100000000 takes ten minutes and 15 GB of disk),
JOURNEY_BENCH_PM4PY which Python has pm4py, and JOURNEY_BENCH_XES which log both read.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.harness import Result, interleaved, journey, ratio, run

EVENTS = int(os.environ.get("JOURNEY_BENCH_EVENTS", "1000000"))
#: The sizes that `growth` goes through, the smallest first.
SIZES = [
    int(size) for size in os.environ.get("JOURNEY_BENCH_SIZES", f"{max(10_000, EVENTS // 10)},{EVENTS}").split(",")
]
MAP = """\
journey: 1
id: shop
title: A shop
stages:
  - stage: Onboarding
    duration: 30 days
    actions: [{action: Signs up, event: signed_up}, {action: Reads the guide, event: guide_read}]
    gate:
      - {checkpoint: First report made, event: report_created, within: 14 days}
      - {checkpoint: Comes back, event: login, at_least: 3, per: 28 days}
    health:
      - {signal: Logs in, event: login, per: 7 days, target: 3, weight: 3}
      - {signal: Asks for help, event: ticket, per: 30 days, at_most: 2}
      - {signal: Says so, survey: csat, target: 4.5, weight: 2}
  - stage: Use
    duration: 60 days
    gate: [{checkpoint: Buys, event: purchase, at_least: 2}]
    leaves: [{leave: Cancels, event: cancelled}]
    health: [{signal: Buys, event: purchase, per: 90 days, target: 2}]
  - stage: Advocacy
    enter: {event: referred}
    actions: [{action: Refers, event: referred}]
"""
DAY = "2026-05-01"


def generate(folder: Path, events: int) -> tuple[Path, Path]:
    """Events, and a tenth as many answers, as Parquet; the same every time."""
    import duckdb

    deeds, words = folder / f"events-{events}.parquet", folder / f"answers-{events}.parquet"
    names = ["signed_up", "guide_read", "report_created", *["login"] * 4, "ticket", "purchase", "purchase", "cancelled",
             "referred", "hello", *["page_view"] * 3]  # fmt: skip
    customer = f"'c' || (hash(i * 7 + 1) % {max(1, events // 10)})"
    moment = "TIMESTAMP '2025-01-01' + to_seconds((hash(i * 13 + {}) % (485 * 86400))::BIGINT)"
    database = duckdb.connect()
    database.execute(
        f"COPY (SELECT {customer} AS customer, {moment.format(5)} AS at,"
        f" {names}[1 + (hash(i * 31 + 3) % 16)::INT] AS event,"
        " ['small', 'large', 'public'][1 + (hash(i * 17 + 9) % 3)::INT] AS segment,"
        f" (hash(i * 3 + 11) % 10000)::DOUBLE / 100 AS value FROM range({events}) t(i)) TO '{deeds}' (FORMAT parquet)"
    )
    database.execute(
        f"COPY (SELECT {customer} AS customer, {moment.format(6)} AS at,"
        " ['nps', 'csat', 'ces'][1 + (i % 3)::INT] AS kind,"
        " CASE i % 3 WHEN 0 THEN hash(i * 19) % 11 WHEN 1 THEN 1 + hash(i * 19) % 5"
        " ELSE 1 + hash(i * 19) % 7 END::DOUBLE"
        f" AS score FROM range({max(1, events // 10)}) t(i)) TO '{words}' (FORMAT parquet)"
    )
    return deeds, words


#: What somebody would write who has only this map and this file.
BY_HAND = {
    "taken in": """
        SELECT count(*), count(DISTINCT hash(customer, "at", event, segment, value)), count_if(customer IS NULL),
            count_if("at" IS NULL), count_if(event IS NULL), count_if(trim(customer) = ''), count_if(trim(event) = ''),
            count_if(value IS NOT NULL AND NOT isfinite(value))
        FROM '{events}'""",
    "stages and gates": """
        WITH c AS (
            SELECT customer, min("at") AS e0, min("at") FILTER (WHERE event = 'referred') AS e2,
                arg_max(segment, "at") AS segment, sum(value) AS value, max("at") AS last
            FROM '{events}' WHERE "at" < '2026-05-02' GROUP BY customer),
        r AS (
            SELECT e.customer, min(e."at") AS c00 FROM '{events}' e JOIN c USING (customer)
            WHERE event = 'report_created' AND e."at" < '2026-05-02' AND e."at" <= e0 + INTERVAL 14 DAY
            GROUP BY e.customer),
        l AS (
            SELECT customer, min("at") AS c01 FROM (
                SELECT customer, "at", lag("at", 2) OVER (PARTITION BY customer ORDER BY "at") AS first FROM '{events}'
                WHERE event = 'login' AND "at" < '2026-05-02')
            WHERE "at" <= first + INTERVAL 28 DAY GROUP BY customer),
        s1 AS (SELECT customer, greatest(c00, c01) AS e1 FROM r JOIN l USING (customer)),
        b AS (
            SELECT customer, min("at") AS p1 FROM (
                SELECT customer, e."at", lag(e."at") OVER (PARTITION BY customer ORDER BY e."at") AS first
                FROM '{events}' e JOIN s1 USING (customer)
                WHERE event = 'purchase' AND e."at" < '2026-05-02' AND e."at" >= e1)
            WHERE first IS NOT NULL GROUP BY customer),
        x AS (
            SELECT customer, min(e."at") AS l1 FROM '{events}' e JOIN s1 USING (customer)
            WHERE event = 'cancelled' AND e."at" < '2026-05-02' AND e."at" >= e1 GROUP BY customer),
        w AS (
            SELECT c.*, c00, c01, e1, p1, l1, least(e1, e2) AS m0
            FROM c LEFT JOIN r USING (customer) LEFT JOIN l USING (customer) LEFT JOIN s1 USING (customer)
            LEFT JOIN b USING (customer) LEFT JOIN x USING (customer))
        SELECT segment, count(*), count(e1), count(e2), count(c00), count(c01), count(p1), count(m0),
            count_if(e1 IS NULL AND e2 IS NULL), count_if(e1 IS NOT NULL AND e2 IS NULL AND l1 IS NULL),
            count_if(e1 IS NOT NULL AND e2 IS NULL AND l1 IS NOT NULL), count_if(m0 IS NOT NULL AND e1 IS NULL),
            count_if(e1 IS NULL AND e2 IS NULL AND e0 + INTERVAL 30 DAY < '2026-05-02'),
            quantile_cont(epoch(m0 - e0), [0.5, 0.9]),
            quantile_cont(epoch(e2 - e1), [0.5, 0.9]) FILTER (WHERE e2 >= e1),
            quantile_cont(epoch('2026-05-02'::TIMESTAMP - e0), [0.5, 0.9]) FILTER (WHERE e1 IS NULL AND e2 IS NULL),
            quantile_cont(epoch('2026-05-02'::TIMESTAMP - e2), [0.5, 0.9])
        FROM w GROUP BY ROLLUP (segment)""",
    "health of those in a stage": """
        WITH h AS (SELECT customer FROM walk WHERE "now" = 0 AND NOT is_gone),
        l AS (SELECT customer, count(*) AS n FROM '{events}' WHERE event = 'login' AND "at" >= '2026-04-25'
            AND "at" < '2026-05-02' GROUP BY customer),
        t AS (SELECT customer, count(*) AS n FROM '{events}' WHERE event = 'ticket' AND "at" >= '2026-04-02'
            AND "at" < '2026-05-02' GROUP BY customer),
        s AS (SELECT customer, avg(score) AS n FROM '{answers}' WHERE kind = 'csat' AND "at" < '2026-05-02'
            GROUP BY customer),
        q AS (
            SELECT 0 AS stage, 100 * (3 * least(1, coalesce(l.n, 0) / 3)
                + greatest(0, least(1, 2 - coalesce(t.n, 0) / 2))
                + coalesce(2 * least(1, s.n / 4.5), 0)) / (4 + CASE WHEN s.n IS NULL THEN 0 ELSE 2 END) AS health
            FROM h LEFT JOIN l USING (customer) LEFT JOIN t USING (customer) LEFT JOIN s USING (customer)
            UNION ALL
            SELECT 1, 100 * least(1, coalesce(b.n, 0) / 2)
            FROM (SELECT customer FROM walk WHERE "now" = 1 AND NOT is_gone)
            LEFT JOIN (SELECT customer, count(*) AS n FROM '{events}' WHERE event = 'purchase' AND "at" >= '2026-02-01'
                AND "at" < '2026-05-02' GROUP BY customer) b USING (customer))
        SELECT stage, count(*), avg(health), count_if(health < 50), count_if(health >= 80) FROM q GROUP BY stage""",
    "ways taken": """
        SELECT event, next, count(*), median(epoch(later - "at")) FROM (
            SELECT event, "at", lead(event) OVER w AS next, lead("at") OVER w AS later FROM '{events}'
            WHERE "at" < '2026-05-02' WINDOW w AS (PARTITION BY customer ORDER BY "at"))
        GROUP BY event, next""",
    "NPS, CSAT, CES": """
        SELECT kind, count(*), count_if(score >= 9), count_if(score <= 6), count_if(score >= 4), avg(score),
            stddev(score)
        FROM '{answers}' WHERE "at" < '2026-05-02' GROUP BY kind""",
}

#: Runs one side in a process of its own, so that neither what is imported and compiled before counts, nor the memory
#: that the other side gives back.
_SIDE = """
import csv, json, sys, time
from datetime import date
import duckdb
from benchmarks.cases.measuring import BY_HAND, DAY
from journeykit.measure.engines.duckdb import DuckDB
from journeykit.measure.feedback import feedback
from journeykit.measure.flow import graph
from journeykit.measure.health import by_stage, healths
from journeykit.measure.report import end_of
from journeykit.measure.sources import source
from journeykit.measure.stages import Walk, way
from journeykit.measure.standing import standing
from journeykit.model.load import load_path

side, map_, events, answers, rounds = sys.argv[1:]
path = events + ".walk.csv"
facts, deeds, words = load_path(map_).facts, source(events), source(answers)
until = end_of(date.fromisoformat(DAY), "UTC")
engine = DuckDB([deeds, words])
kept = {}

def take_in():
    global engine
    engine.close()
    engine = DuckDB([deeds, words])
    kept["intake"] = engine.take_in("events", deeds)
    engine.take_in("answers", words)

def stages():
    kept["walk"] = walk = Walk(engine, way(facts), until, True, kept["intake"].columns)
    return standing(engine, walk), standing(engine, walk, "segment")

def health():
    return by_stage(engine, kept["walk"], healths(engine, kept["walk"], kept["walk"].table, True))

OURS = {"taken in": take_in, "stages and gates": stages, "health of those in a stage": health,
        "ways taken": lambda: graph(engine, until, True), "NPS, CSAT, CES": lambda: feedback(engine, until)}
if side == "ours":
    work = OURS
else:
    hand = duckdb.connect(config={"memory_limit": "1300MB"})
    hand.execute("SET enable_progress_bar = false")
    hand.execute("CREATE TABLE walk (customer VARCHAR, now BIGINT, is_gone BOOLEAN)")
    hand.execute(f"COPY walk FROM '{path}'")
    asked = {name: sql.format(events=events, answers=answers) for name, sql in BY_HAND.items()}
    work = {name: lambda sql=sql: hand.execute(sql).fetchall() for name, sql in asked.items()}
told = {name: [] for name in OURS}
for number in range(int(rounds) + 1):
    for name in OURS:
        wall, cpu = time.perf_counter(), time.process_time()
        work[name]()
        if number:
            told[name].append((time.process_time() - cpu, time.perf_counter() - wall))
if side == "ours":
    with open(path, "w", newline="") as file:
        csv.writer(file).writerows(engine.rows(kept["walk"].table.select("customer", "now", "is_gone")))
engine.close()
print(json.dumps(told))
"""


def figures(folder: Path) -> Iterator[Result]:
    """Each figure as a multiple of SQL written by hand on the same file: processor time, the least of the rounds."""
    yield from _figures(folder, EVENTS)


def _figures(folder: Path, events: int, rounds: int = 2) -> Iterator[Result]:
    path = _map(folder)
    deeds, words = generate(folder, events)
    told: dict[str, dict[str, list[tuple[float, float]]]] = {"ours": {}, "by hand": {}}
    for _ in range(2):
        for side, seconds in told.items():
            done = subprocess.run(
                [sys.executable, "-c", _SIDE, side, path, deeds, words, str(rounds)],
                check=True,
                stdout=subprocess.PIPE,
                text=True,
            )
            for name, times in json.loads(done.stdout).items():
                seconds.setdefault(name, []).extend(times)
    for name, own in told["ours"].items():
        (cpu, wall), (by_hand, hand_wall) = min(own), min(told["by hand"][name])
        detail = (
            f"{cpu:.2f} s : {by_hand:.2f} s of processor, {wall:.2f} : {hand_wall:.2f} on the wall, {events:,} events"
        )
        yield Result(f"{name} : by hand", cpu / by_hand, 2, detail=detail)


def growth(folder: Path) -> Iterator[Result]:
    """The whole command: each size against the one before, in processor time, and the peak of each."""
    path, before = _map(folder), None
    for events in SIZES:
        deeds, words = generate(folder, events)
        done = run(journey("measure", path, "--events", deeds, "--surveys", words, "--today", DAY))
        if before:
            detail = f"{done.cpu:.1f} s : {before[1]:.1f} s of processor"
            times = events / before[0]
            yield Result(f"measure {events:,} : {before[0]:,} events", done.cpu / before[1], 1.2 * times, detail=detail)
        wall = f"{done.wall:.0f} s on the wall"
        yield Result(f"memory for {events:,} events", done.peak / 1e6, 1500, unit="MB", detail=wall)
        before = events, done.cpu
        for file in (deeds, words):
            file.unlink()


def mining(folder: Path) -> Iterator[Result]:
    """The ways taken of a log of XES against pm4py, imports included."""
    other, log = os.environ.get("JOURNEY_BENCH_PM4PY"), os.environ.get("JOURNEY_BENCH_XES")
    if not other or not log:
        print("left out: JOURNEY_BENCH_PM4PY is to name a Python that has pm4py, and JOURNEY_BENCH_XES a log")
        return
    theirs = f"import pm4py; pm4py.discover_dfg(pm4py.read_xes({log!r}, variant='iterparse'))"
    ours = (
        "from journeykit.measure.engines.duckdb import DuckDB\nfrom journeykit.measure.flow import graph\n"
        f"from journeykit.measure.sources import source\nlog = source({log!r})\nengine = DuckDB([log])\n"
        "engine.take_in('events', log)\ngraph(engine, None, True)\nengine.close()"
    )
    commands = {"pm4py": [other, "-c", theirs], "ours": [sys.executable, "-c", ours]}
    times = interleaved(commands, 3)
    found = ratio("pm4py : ways taken of a log", times["pm4py"], times["ours"], 5)
    yield Result(found.name, found.value, 5, at_least=True, detail=found.detail)


def _map(folder: Path) -> Path:
    path = folder / "shop.journey.yaml"
    path.write_text(MAP, encoding="utf-8")
    return path
