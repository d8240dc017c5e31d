"""How well customers are: bands by stage, what changed since the last snapshot, and health over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeykit.measure.health import StageHealth
from journeykit.measure.history import Past
from journeykit.measure.snapshots import Since
from journeykit.render.language import say, say_many
from journeykit.render.views import words
from journeykit.render.views.measuring.stages import DASH

#: So many days are named below a course at most.
_NAMED = 7


@dataclass(frozen=True)
class Bands:
    """The health of a stage's customers; `parts` are the unwell, those between and the well in per cent."""

    name: str
    n: str
    without: str
    mean: str
    tone: str
    counts: tuple[str, str, str]
    parts: tuple[float, float, float]


@dataclass(frozen=True)
class Point:
    """A day of the course. `parts` are as in `Bands`; `level` is the mean from 0 to 100, None where nobody has one."""

    day: str
    named: bool
    n: str
    mean: str
    counts: tuple[str, str, str]
    parts: tuple[float, float, float]
    level: float | None


@dataclass(frozen=True)
class Course:
    """Health over time, with what it comes to in a sentence. `line` is the mean as points of a path: a column is 100
    wide, and the picture 100 high.
    """

    points: tuple[Point, ...]
    line: str
    said: str


def _parts(*counts: int) -> tuple[float, float, float]:
    whole = sum(counts) or 1
    unwell, between, well = (100 * count / whole for count in counts)
    return unwell, between, well


def _counts(*counts: int) -> tuple[str, str, str]:
    unwell, between, well = map(words.plain, counts)
    return unwell, between, well


def _mean(value: float | None) -> str:
    return DASH if value is None else words.plain(value, 1)


def bands(told: Sequence[StageHealth]) -> tuple[Bands, ...]:
    """The stages that have signals."""
    return tuple(
        Bands(
            one.name,
            words.plain(one.n),
            words.plain(one.without),
            _mean(one.mean),
            "" if one.mean is None else "neg" if one.mean < 50 else "pos" if one.mean >= 80 else "",
            _counts(one.unwell, one.between, one.well),
            _parts(one.unwell, one.between, one.well),
        )
        for one in told
    )


def changed(since: Since | None) -> tuple[str, ...]:
    """What changed since the last snapshot, in sentences; none where there is no snapshot."""
    if since is None:
        return ()
    plain = words.plain
    found = [
        say(
            "Since {day}: {better} better, {worse} worse, {same} about the same.",
            day=words.day(since.day), better=plain(since.better), worse=plain(since.worse), same=plain(since.same),
        ),
        say("{new} are new, {gone} are gone.", new=plain(since.new), gone=plain(since.gone)),
    ]  # fmt: skip
    if since.mean_before is not None and since.mean_now is not None:
        found.append(say("Mean health was {before} and is {now}.", before=_mean(since.mean_before),
                         now=_mean(since.mean_now)))  # fmt: skip
    return tuple(found)


def course(history: Sequence[Past]) -> Course | None:
    """Health over time; None where no day but one is known."""
    if len(history) < 2:
        return None
    step = -(-(len(history) - 1) // (_NAMED - 1))
    last = len(history) - 1
    points = tuple(
        Point(
            words.day(one.day),
            # The last is always named, and what would stand too close before it is not.
            at == last or (at % step == 0 and last - at >= step),
            words.plain(one.n),
            _mean(one.mean),
            _counts(*one.bands),
            _parts(*one.bands) if one.n else (0.0, 0.0, 0.0),
            one.mean,
        )
        for at, one in enumerate(history)
    )
    path, pen = [], "M"
    for at, point in enumerate(points):
        if point.level is None:
            pen = "M"
            continue
        path.append(f"{pen}{at * 100 + 50} {100 - point.level:.1f}")
        pen = "L"
    levels = [(one, one.mean) for one in history if one.mean is not None]
    said = say_many(
        "{number} day, and nobody had a health on any.", "{number} days, and nobody had a health on any.", len(history)
    )
    if levels:
        (first, start), (final, end) = levels[0], levels[-1]
        said = say(
            "Mean health was {before} on {first} and {now} on {last}.",
            before=_mean(start), first=words.day(first.day), now=_mean(end), last=words.day(final.day),
        )  # fmt: skip
    return Course(points, "".join(path), said)
