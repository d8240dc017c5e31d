"""What tests of measuring share: maps, data as files, and a second way to every figure, in plain Python."""

from __future__ import annotations

import csv
from bisect import bisect_left
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import ceil, floor, sqrt
from pathlib import Path
from typing import Any

import pytest

from journeykit.measure.engines.duckdb import DuckDB
from journeykit.measure.report import Measured, measure
from journeykit.measure.sources import source
from journeykit.model.derive import Facts
from journeykit.model.load import load
from journeykit.source.text import Source

pytest.importorskip("duckdb")
pytest.importorskip("ibis")

#: An event: customer, time in UTC, name, segment, value. An answer: customer, time, kind, score.
Event = tuple[str, datetime, str, str | None, float | None]
Answer = tuple[str, datetime, str, float]


@pytest.fixture(scope="session")
def facts_of() -> Callable[[str], Facts]:
    """The facts of a map written as text."""
    return facts


def facts(text: str) -> Facts:
    document = load(Source("m.journey.yaml", text))
    assert document.is_sound, [str(one) for one in document.diagnostics]
    return document.facts


def write(path: Path, heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(["" if cell is None else cell for cell in row] for row in rows)
    return path


@pytest.fixture(scope="session")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Measured]:
    """Measure a map on events and answers as they are, through CSV files and DuckDB; `zone` is that of their times.

    Events may be the text of a file, with heads of its own. A test that looks at much asks for it once, in a fixture
    of its module: most of the time goes into the start of the database.
    """

    folder = tmp_path_factory.mktemp("data")

    def run(
        text: str, events: Sequence[Event] | str = (), answers: Sequence[Answer] | None = None,
        day: str = "2026-06-30", by: str | None = None, zone: str = "UTC", **more: Any,
    ) -> Measured:  # fmt: skip
        words, file = None, folder / "events.csv"
        if isinstance(events, str):
            file.write_text(events, encoding="utf-8")
        else:
            write(file, ("customer", "at", "event", "segment", "value"), events)
        deeds = source(str(file), zone=zone)
        if answers is not None:
            file = write(folder / "answers.csv", ("customer", "at", "kind", "score"), answers)
            words = source(str(file), zone=zone)
        engine = DuckDB([one for one in (deeds, words) if one])
        try:
            return measure(facts(text), engine, deeds, words, date.fromisoformat(day), by, **more)
        finally:
            engine.close()

    return run


def later(moment: datetime, duration: Any) -> datetime:
    """A moment so much later, by the calendar and the clock."""
    whole = int(duration.months)
    index = moment.year * 12 + moment.month - 1 + whole
    year, month = divmod(index, 12)
    moved = moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))
    return moved + timedelta(days=duration.days + (duration.months - whole) * 30.4375)


def quantile(values: Sequence[float], share: float) -> float | None:
    """The quantile with a straight line between neighbours (type 7 of Hyndman and Fan)."""
    if not values:
        return None
    ordered = sorted(values)
    at = (len(ordered) - 1) * share
    low, high = floor(at), ceil(at)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


@dataclass
class Person:
    """What the second way finds of a customer."""

    entered: dict[int, datetime] = field(default_factory=dict)
    passed: dict[int, datetime] = field(default_factory=dict)
    left: dict[int, datetime] = field(default_factory=dict)
    checks: dict[tuple[int, int], datetime] = field(default_factory=dict)
    segment: str | None = None
    value: float = 0.0
    events: list[tuple[datetime, str]] = field(default_factory=list)

    @property
    def now(self) -> int | None:
        return max(self.entered, default=None)

    @property
    def is_here(self) -> bool:
        return self.now is not None and self.now not in self.left

    def moved(self, stage: int) -> datetime | None:
        return min((at for other, at in self.entered.items() if other > stage), default=None)


class Reference:
    """Every figure once more: lists and loops, no engine."""

    def __init__(self, text: str, events: Sequence[Event], answers: Sequence[Answer], day: str) -> None:
        self.facts = facts(text)
        self.stages = self.facts.journey.stages
        self.until = datetime.fromisoformat(day) + timedelta(days=1)
        self.answers = [one for one in dict.fromkeys(answers) if one[1] < self.until]
        self.people: dict[str, Person] = defaultdict(Person)
        told: dict[str, tuple[datetime, str]] = {}
        for customer, at, event, segment, value in dict.fromkeys(events):
            if at >= self.until:
                continue
            person = self.people[customer]
            person.events.append((at, event))
            person.value += value or 0.0
            if segment and (customer not in told or told[customer] < (at, segment)):
                told[customer] = (at, segment)
        for customer, (_, segment) in told.items():
            self.people[customer].segment = segment
        for person in self.people.values():
            person.events.sort(key=lambda one: one[0])
            self._walk(person)

    def _walk(self, person: Person) -> None:
        for number, stage in enumerate(self.stages):
            if stage.enter and stage.enter.event:
                entered = next((at for at, name in person.events if name == stage.enter.event), None)
            elif number == 0:
                entered = person.events[0][0]
            else:
                entered = person.passed.get(number - 1)
            if entered is None:
                continue
            person.entered[number] = entered
            waits = []
            for at, point in enumerate(stage.gate):
                if point.event is None:
                    continue
                reached = self._reached(person, point, entered)
                if reached is not None:
                    person.checks[number, at] = reached
                if not point.optional:
                    waits.append(reached)
            if stage.gate and None not in waits:
                person.passed[number] = max([entered, *waits])
            names = {name for leave in stage.leaves for name in leave.event}
            gone = next((at for at, name in person.events if name in names and at >= entered), None)
            if gone is not None:
                person.left[number] = gone

    @staticmethod
    def _reached(person: Person, point: Any, entered: datetime) -> datetime | None:
        times = [at for at, name in person.events if name == point.event and at >= entered]
        if point.within is not None:
            times = [at for at in times if at <= later(entered, point.within)]
        many = max(1, ceil(point.at_least or 1))
        for first, last in zip(times, times[many - 1 :], strict=False):
            if many == 1 or point.per is None or last <= later(first, point.per):
                return last
        return None

    def health(self, customer: str) -> float | None:
        """The health of a customer in the stage they are in."""
        person = self.people[customer]
        assert person.now is not None
        total = weight = 0.0
        everything = {name for one in self.people.values() for _, name in one.events}
        for signal in self.stages[person.now].health:
            since = self._since(signal.per)
            if signal.survey:
                own = [s for c, at, kind, s in self.answers if c == customer and kind == signal.survey and at >= since]
                if not own:
                    continue
                found = sum(own) / len(own)
            elif signal.event in everything:
                found = sum(name == signal.event and at >= since for at, name in person.events)
            else:
                continue
            if signal.at_most is not None:
                reached = max(0.0, min(1.0, 2 - found / signal.at_most))
            else:
                reached = max(0.0, min(1.0, found / signal.target))
            total, weight = total + reached * signal.weight, weight + signal.weight
        return round(100 * total / weight, 9) if weight else None

    def _since(self, window: Any) -> datetime:
        if window is None:
            return datetime(1900, 1, 1)
        index = self.until.year * 12 + self.until.month - 1 - int(window.months)
        year, month = divmod(index, 12)
        day = min(self.until.day, monthrange(year, month + 1)[1])
        return self.until.replace(year=year, month=month + 1, day=day) - timedelta(days=window.days)

    def stage(self, number: int, people: Sequence[Person] | None = None) -> dict[str, Any]:
        """The figures of a stage."""
        stage = self.stages[number]
        inside = [one for one in (people or list(self.people.values())) if number in one.entered]
        here = [one for one in inside if one.now == number and one.is_here]
        moved = [(one.entered[number], one.moved(number)) for one in inside]
        took = [(end - start) / timedelta(days=1) for start, end in moved if end and end >= start]
        waits = [(self.until - one.entered[number]) / timedelta(days=1) for one in here]
        on = sum(end is not None for _, end in moved)
        left = sum(one.now == number and not one.is_here for one in inside)
        return {
            "entered": len(inside),
            "here": len(here),
            "left": left,
            "passed": sum(number in one.passed for one in inside),
            "moved_on": on,
            "skipped_gate": sum(
                end is not None and number not in one.passed for one, (_, end) in zip(inside, moved, strict=True)
            ) if stage.gate else 0,
            "conversion": on / len(inside) if inside and number + 1 < len(self.stages) else None,
            "drop_off": left / len(inside) if inside else None,
            "stuck": None if stage.duration is None
            else sum(later(one.entered[number], stage.duration) < self.until for one in here),
            "to_move_on": (quantile(took, 0.5), quantile(took, 0.9)),
            "since": (quantile(waits, 0.5), quantile(waits, 0.9)),
            "gate": [
                (None, None) if point.event is None else (
                    sum((number, at) in one.checks for one in inside),
                    sum((number, at) not in one.checks for one in here),
                )
                for at, point in enumerate(stage.gate)
            ],
        }  # fmt: skip

    def together(self, names: set[str], gate: int) -> tuple[int, int, int, int]:
        """How many took an action and passed, and how many did not and passed."""
        took = passed_with = without = passed_without = 0
        for one in self.people.values():
            if gate not in one.entered:
                continue
            passed = one.passed.get(gate)
            did = any(name in names and (passed is None or at <= passed) for at, name in one.events)
            took, passed_with = took + did, passed_with + (did and passed is not None)
            without, passed_without = without + (not did), passed_without + (not did and passed is not None)
        return took, passed_with, without, passed_without

    def follows(self) -> dict[tuple[str, str], list[float]]:
        """The directly-follows graph, with the seconds between."""
        found: dict[tuple[str, str], list[float]] = defaultdict(list)
        for one in self.people.values():
            for (start, before), (end, after) in zip(one.events, one.events[1:], strict=False):
                found[before, after].append((end - start).total_seconds())
        return found

    def starts_and_ends(self) -> tuple[Counter[str], Counter[str]]:
        everybody = self.people.values()
        return Counter(one.events[0][1] for one in everybody), Counter(one.events[-1][1] for one in everybody)

    def scores(self, kind: str) -> list[float]:
        return [score for _, _, of, score in self.answers if of == kind]


def nps(scores: Sequence[float]) -> float:
    ordered = sorted(scores)
    detractors, below_nine = bisect_left(ordered, 6.0000001), bisect_left(ordered, 9)
    return 100 * ((len(ordered) - below_nine) - detractors) / len(ordered)


def deviation(scores: Sequence[float]) -> float:
    mean = sum(scores) / len(scores)
    return sqrt(sum((score - mean) ** 2 for score in scores) / (len(scores) - 1))


@pytest.fixture(scope="session")
def reference() -> type[Reference]:
    """The second way."""
    return Reference
