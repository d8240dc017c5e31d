"""The revisions of a map as a page shows them: the figures of each, its curve over the one before, what it changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journeykit.diff.headline import Piece, headline
from journeykit.diff.revision import Step
from journeykit.diff.summary import summary
from journeykit.model.derive import Facts
from journeykit.render.language import said, say, say_many
from journeykit.render.views import words
from journeykit.render.views.changes import Sheet, chart, sheet
from journeykit.render.views.changes.curves import Spot, Walk, lone_walk
from journeykit.render.views.changes.grid import alone
from journeykit.render.views.poster.spline import monotone, path

#: The size of a small line in the table, and how far it stays from the edges.
WIDTH, HEIGHT, EDGE = 120.0, 28.0, 4.0
#: So many stages can be named under a small curve; more are numbered.
_NAMED = 6


@dataclass(frozen=True)
class Stretch:
    """A stage under a small curve: where it begins and how wide it is, in per cent."""

    name: str
    number: str
    start: str
    width: str


@dataclass(frozen=True)
class Small:
    """A small picture of a curve over the one before: in units of 100 across, as the comparison has it."""

    sheet: Sheet
    walk: Walk
    faces: tuple[Spot, ...]
    stages: tuple[Stretch, ...]
    named: bool


@dataclass(frozen=True)
class Revision:
    """One revision; `cells` are its figures as texts, `unread` says why there are none."""

    number: int
    name: str
    day: str
    title: str
    cells: tuple[str, ...]
    spark: str
    unread: str
    small: Small | None
    notes: tuple[str, ...]
    headline: tuple[Piece, ...]
    counted: str
    why: str


@dataclass(frozen=True)
class History:
    """The page, the newest revision first. `trends` are small lines of each figure, oldest first."""

    title: str
    lang: str
    file: str
    counted: str
    heads: tuple[str, ...]
    trends: tuple[str, ...]
    revisions: tuple[Revision, ...]


def history(steps: Sequence[Step], file: str) -> History:
    """The revisions of a map, given the oldest first."""
    journeys = [step.document.journey for step in steps if step.document.journey]
    heads = said("Average feeling", "Questions answered", "Open gaps", "Channels misaligned", "Backed by evidence")
    values = [_values(step.document.facts) if step.document.journey else (None,) * len(heads) for step in steps]
    told = [_revision(number, step) for number, step in enumerate(steps, 1)]
    return History(
        journeys[-1].title if journeys else file,
        words.language(journeys[-1].lang) if journeys else "",
        file,
        say_many("{number} revision", "{number} revisions", len(steps)),
        heads,
        tuple(_trend(column) for column in zip(*values, strict=True)),
        tuple(reversed(told)),
    )


def _values(facts: Facts) -> tuple[float | None, ...]:
    answered = sum(state.state == "answered" for state in facts.asked)
    misaligned = sum(parity.is_misaligned for parity in facts.promises.values())
    return (
        facts.curves[facts.primary].mean,
        answered / len(facts.asked) if facts.asked else None,
        len(facts.gaps.elements),
        misaligned if facts.promises else None,
        facts.evidence.share,
    )


def _cells(facts: Facts) -> tuple[str, ...]:
    mean, _, gaps, misaligned, evidence = _values(facts)
    answered = sum(state.state == "answered" for state in facts.asked)
    return (
        "–" if mean is None else words.signed(mean),
        say("{count} of {all}", count=answered, all=len(facts.asked)) if facts.asked else "–",
        words.plain(gaps or 0),
        "–" if misaligned is None else words.plain(misaligned),
        "–" if evidence is None else words.percent(evidence),
    )


def _revision(number: int, step: Step) -> Revision:
    document, change = step.document, step.change
    journey = document.journey
    diff = change.diff if change else None
    first = next((item for item in document.diagnostics if item.severity == "error"), None)
    effects = summary(diff).effects if diff else None
    counts = [
        say_many("{number} change for the better", "{number} changes for the better", effects["better"]),
        say_many("{number} change for the worse", "{number} changes for the worse", effects["worse"]),
    ] if effects else []  # fmt: skip
    return Revision(
        number,
        step.name,
        _day(step.day),
        journey.title if journey else "",
        _cells(document.facts) if journey else (),
        _spark(document.facts) if journey else "",
        "" if journey else first.message if first else say("cannot be read"),
        _small(step) if journey else None,
        change.notes if change else (),
        headline(diff) if diff else (),
        words.commas(counts),
        (journey.why if journey else None) or "",
    )


def _day(day: str) -> str:
    return words.day(date.fromisoformat(day)) if day else say("as it lies there now")


def _spark(facts: Facts) -> str:
    """The curve of the primary persona, all points alike wide."""
    scores = facts.curves[facts.primary].scores
    step = (WIDTH - 2 * EDGE) / max(1, len(scores) - 1)
    points = [(EDGE + at * step, EDGE + (2 - score) / 4 * (HEIGHT - 2 * EDGE)) for at, score in enumerate(scores)]
    return path(monotone(points))


def _trend(values: Sequence[float | None]) -> str:
    """How a figure went from revision to revision, between its own least and most."""
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return ""
    low, high = min(known), max(known)
    step = (WIDTH - 2 * EDGE) / (len(values) - 1)
    points = [
        (EDGE + at * step, HEIGHT / 2 if high == low else EDGE + (high - value) / (high - low) * (HEIGHT - 2 * EDGE))
        for at, value in enumerate(values)
        if value is not None
    ]
    return path(monotone(points))


def _small(step: Step) -> Small | None:
    diff = step.change.diff if step.change else None
    if diff is not None:
        found = chart(diff)
        whole, walk = found.whole, next(iter(found.walks), None)
    else:
        groups = alone(step.document.facts)
        whole, walk = sheet(groups), lone_walk(step.document.facts, groups)
    if walk is None:
        return None
    stages = tuple(
        Stretch(group.stage.stage, words.plain(group.number or 0) if group.number else "–",
                whole.at(group.start), f"{group.width / whole.width * 100:.3f}")
        for group in whole.groups
    )  # fmt: skip
    scored = [spot for spot in walk.faces if spot.face != "x"]
    ends = (max(scored, key=lambda spot: spot.level), min(scored, key=lambda spot: spot.level)) if scored else ()
    return Small(whole, walk, tuple(dict.fromkeys(ends)), stages, len(stages) <= _NAMED)
