"""Both curves of a persona over the same columns: where each point stands, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeykit.diff.compare import Diff
from journeykit.model.derive import Curve, Facts, Point
from journeykit.render.language import say
from journeykit.render.views import words
from journeykit.render.views.changes.grid import Group
from journeykit.render.views.poster.curve import UNIT, face
from journeykit.render.views.poster.items import Avatar
from journeykit.render.views.poster.lookup import Lookup
from journeykit.render.views.poster.spline import Segment, monotone, path


@dataclass(frozen=True)
class Spot:
    """A place on a curve: across in units, and how far below +2 it is drawn; `face` x where it has no score."""

    x: float
    level: float
    face: str


@dataclass(frozen=True)
class Drop:
    """A column whose feeling moved: from the old height to the new one."""

    x: float
    old: float
    new: float

    @property
    def tone(self) -> str:
        return "up" if self.new < self.old else "dn"


@dataclass(frozen=True)
class Felt:
    """What an action feels like in both maps, as its column says it: the scores, and what the change means."""

    old: str
    new: str
    tone: str
    word: str


@dataclass(frozen=True)
class Walk:
    """One persona's two curves: `old` and `line` are SVG paths in units of 100.

    `felt` are by the place of the column; `spoken` is what is read aloud.
    """

    number: int
    name: str
    avatar: Avatar | None
    old: str
    line: str
    dots: tuple[Spot, ...]
    faces: tuple[Spot, ...]
    drops: tuple[Drop, ...]
    felt: dict[float, Felt]
    spoken: tuple[str, ...]


def walks(diff: Diff, groups: Sequence[Group]) -> tuple[Walk, ...]:
    """The curves of everyone who walks in either map, the primary persona of the new one first."""
    old, new = diff.old, diff.new
    left, right = Lookup(old).avatars, Lookup(new).avatars
    found: list[Walk] = []
    for before, after in _who(diff):
        was = old.curves.get(before or "")
        now = new.curves.get(after or "")
        avatar = right.get(after or "") or left.get(before or "")
        if (was and was.places) or (now and now.places):
            silent = list(_silent(diff, after, groups)) if after else []
            found.append(_walk(len(found) + 1, avatar, was, now, groups, silent))
    return tuple(found)


def lone_walk(facts: Facts, groups: Sequence[Group]) -> Walk | None:
    """The curve of one map's primary persona, with none to compare it with; None where no feeling is recorded."""
    curve = facts.curves[facts.primary]
    return _walk(1, Lookup(facts).avatars.get(facts.primary), None, curve, groups, ()) if curve.places else None


def _who(diff: Diff) -> Iterator[tuple[str | None, str | None]]:
    """The ids of each persona in both maps; a map that names nobody is walked by the other's primary persona."""
    old, new, told = diff.old, diff.new, set()
    order = [new.primary, *(key for key in new.walkers if key != new.primary)]
    for key in order:
        pair = diff.matching.by_new.get(f"personas/{key}")
        before = pair.old.id if pair else None
        if before is None and key == new.primary and not (old.journey.personas and new.journey.personas):
            before = old.primary
        told.add(before)
        yield before, key
    yield from ((key, None) for key in old.walkers if key not in told)


def _walk(
    number: int,
    avatar: Avatar | None,
    old: Curve | None,
    new: Curve | None,
    groups: Sequence[Group],
    silent: Sequence[float],
) -> Walk:
    was, now = _places(old, groups, True), _places(new, groups, False)
    before = {x: point.score for x, point in was if point.score is not None}
    after = {x: point.score for x, point in now if point.score is not None}
    line = _segments(now)
    faces = [Spot(x, _level(point.score), face(point.score)) for x, point in now if point.score is not None]
    hollow = {*silent, *(x for x, point in now if point.score is None)} - after.keys()
    faces += [Spot(x, _between(line, after, x), "x") for x in hollow]
    both = [(x, before[x], after[x]) for x in after if x in before]
    stayed = [column.middle for group in groups for column in group.columns if column.old and column.new]
    return Walk(
        number,
        avatar.name if avatar else say("Customer"),
        avatar,
        path(_segments(was), UNIT, UNIT),
        path(line, UNIT, UNIT),
        tuple(Spot(x, _level(score), "o") for x, score in before.items()),
        tuple(sorted(faces, key=lambda spot: spot.x)),
        tuple(Drop(x, _level(a), _level(b)) for x, a, b in both if a != b),
        {x: _felt(before.get(x), after.get(x)) for x in stayed if x in before or x in after}
        | _moved(before, after, groups),
        tuple(_spoken(was, now)),
    )


def _moved(before: dict[float, float], after: dict[float, float], groups: Sequence[Group]) -> dict[float, Felt]:
    """The feelings of actions that stand in another column now."""
    columns = [column for group in groups for column in group.columns]
    gone = {column.key: column.middle for column in columns if column.fate == "moved away"}
    here = [(gone.get(column.key), column.middle) for column in columns if column.fate == "moved here"]
    return {x: _felt(before[at], after[x]) for at, x in here if at in before and x in after}


def _felt(old: float | None, new: float | None) -> Felt:
    if old is None or new is None:
        word = say("recorded anew") if old is None else say("no longer recorded")
        before, after = ("" if score is None else words.signed(score) for score in (old, new))
        return Felt(before, after, "", word)
    word = say("better") if new > old else say("worse") if new < old else say("same")
    return Felt(words.signed(old), words.signed(new), "up" if new > old else "dn" if new < old else "", word)


def _places(curve: Curve | None, groups: Sequence[Group], old: bool) -> list[tuple[float, Point]]:
    """The places of a curve with how far across they stand; a stage's own in its middle."""
    if curve is None:
        return []
    at: dict[int, float] = {}
    for group in groups:
        stage = group.old if old else group.new
        if stage is None:
            continue
        at[id(stage)] = group.middle
        for column in group.columns:
            action = column.old if old else column.new
            if action is not None:
                at[id(action)] = column.middle
    found: dict[float, Point] = {}
    for point in curve.places:
        x = at.get(id(point.owner))
        if x is not None and (x not in found or found[x].score is None):
            found[x] = point
    return sorted(found.items())


def _level(score: float | None) -> float:
    return 2 - words.half(score or 0)


def _segments(places: Sequence[tuple[float, Point]]) -> list[Segment]:
    """The line; a feeling without a score breaks it."""
    runs: list[list[tuple[float, float]]] = [[]]
    for x, point in places:
        if point.score is None:
            runs.append([])
        else:
            runs[-1].append((x, _level(point.score)))
    return [segment for run in runs for segment in monotone(run)]


def _silent(diff: Diff, persona: str, groups: Sequence[Group]) -> Iterator[float]:
    """Where a persona passes an action of the new map of which nobody recorded how it feels."""
    # A stage's own feeling stands for all its actions.
    whole = {id(point.owner) for point in diff.new.curves[persona].places if point.action is None}
    for group in groups:
        if group.new is None or id(group.new) in whole:
            continue
        for column in group.columns:
            if column.new is not None and diff.new.walks(persona, column.new):
                yield column.middle


def _between(line: Sequence[Segment], scores: dict[float, float], x: float) -> float:
    """The height of a feeling without a score: on the line, beyond its ends that of its nearest point."""
    for segment in line:
        if segment.start[0] <= x <= segment.end[0]:
            return round(segment.at(x), 2)
    nearest = min(scores, key=lambda other: abs(other - x), default=None)
    return 2.0 if nearest is None else _level(scores[nearest])


def _spoken(was: Sequence[tuple[float, Point]], now: Sequence[tuple[float, Point]]) -> Iterator[str]:
    """Both curves in words: where, how it felt, how it feels."""
    before, after = dict(was), dict(now)
    for x in sorted({*before, *after}):
        old, new = before.get(x), after.get(x)
        owner = (new or old).owner  # type: ignore[union-attr]
        if old and new:
            yield say("{action}: was {old}, is {new}", action=owner.text, old=_said(old), new=_said(new))
        elif new:
            yield say("{action}: is {new}", action=owner.text, new=_said(new))
        elif old:
            yield say("{action}: was {old}", action=owner.text, old=_said(old))


def _said(point: Point) -> str:
    score = say("not scored") if point.score is None else words.signed(point.score)
    return f"{score} {point.emotion.feeling}" if point.emotion.feeling else score
