"""The feeling lane: a curve for everyone who walks, the primary persona's in full, the others' lightly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journeykit.model.derive import Curve as DerivedCurve
from journeykit.model.derive import Point
from journeykit.render.language import say
from journeykit.render.views.poster import labels, words
from journeykit.render.views.poster.columns import Span, StageColumns, print_widening
from journeykit.render.views.poster.items import Avatar
from journeykit.render.views.poster.labels import Dot, Note, Other, Spot
from journeykit.render.views.poster.lookup import Lookup
from journeykit.render.views.poster.spline import Segment, monotone, path

#: Viewbox units of an SVG path for one unit across and one score down.
UNIT = 100


@dataclass(frozen=True)
class Curve:
    """One persona's curve; `line`, `bridge` and `area` are SVG paths in units of 100."""

    number: int
    name: str
    primary: bool
    line: str
    bridge: str
    area: str
    spots: tuple[Spot, ...]
    dots: tuple[Dot, ...]
    spoken: tuple[str, ...]


@dataclass(frozen=True)
class Feeling:
    """The whole lane. Heights are pixels: above +2, for one score, below −2; on the screen and on paper.

    `notes` are by the unit where their cell begins; `marks` are the points of each stage as a path of dots.
    """

    curves: tuple[Curve, ...]
    top: int
    step: int
    bottom: int
    print_top: int
    print_step: int
    print_bottom: int
    notes: dict[int, tuple[Note, ...]]
    marks: tuple[str, ...]


@dataclass(frozen=True)
class _Stop:
    """A place that a persona passes: with a feeling (`point`), or with none recorded."""

    span: Span
    point: Point | None
    star: bool = False

    @property
    def x(self) -> float:
        return self.span.middle

    @property
    def level(self) -> float | None:
        """How far below +2 it is drawn, in scores; None without a score."""
        score = self.point.score if self.point else None
        return None if score is None else 2 - words.half(score)


def face(score: float | None) -> str:
    """The face of a score: n2, n1, z, p1, p2, or x where there is none."""
    if score is None:
        return "x"
    half = words.half(score)
    return ("n2", "n1", "z", "p1", "p2")[int(half + (0.5 if half > 0 else -0.5)) + 2]


def feeling(lookup: Lookup, stages: Sequence[StageColumns]) -> Feeling | None:
    """The lane, or None where no feeling is recorded at all."""
    facts = lookup.facts
    if not any(curve.places for curve in facts.curves.values()):
        return None
    numbers = {key: place for place, key in enumerate(facts.walkers, 1)}
    shown = [facts.primary, *(key for key in facts.walkers if key != facts.primary)]
    walks = [_walk(lookup, key, numbers[key], stages) for key in shown if facts.curves[key].places]
    first, *rest = walks
    step = labels.STEP if not rest else labels.WIDE_STEP
    others = [Other(walk.number, walk.avatar, tuple(walk.scored)) for walk in rest]
    avatar = first.avatar if len(lookup.avatars) > 1 else None
    placed, dots, notes = labels.place(first.spots, first.number, avatar, others, step)
    curves = [_curve(first, placed, ())]
    curves += [_curve(walk, labels.alone(walk.spots, step), dots[walk.number]) for walk in rest]
    if rest:
        lookup.marks.note("light")
    if any(spot.star for spot in curves[0].spots):
        lookup.marks.note("star")
    every = [spot for curve in curves for spot in curve.spots]
    top, bottom = labels.pads(every, 1)
    print_top, print_bottom = labels.pads(every, print_widening(max(stage.span.end for stage in stages)))
    print_step = labels.PRINT_STEP if len(curves) == 1 else step
    return Feeling(tuple(curves), top, step, bottom, print_top, print_step, print_bottom, notes, _marks(first, stages))


@dataclass(frozen=True)
class _Walk:
    """A persona's way: all its places in order."""

    number: int
    avatar: Avatar
    primary: bool
    stops: list[_Stop]
    spots: list[Spot]
    spoken: list[str]

    @property
    def scored(self) -> Iterator[tuple[Span, Point, float]]:
        for stop in self.stops:
            if stop.point and stop.level is not None:
                yield stop.span, stop.point, stop.level


def _walk(lookup: Lookup, persona: str, number: int, stages: Sequence[StageColumns]) -> _Walk:
    stops = _stops(lookup, persona, stages)
    curve = lookup.facts.curves[persona]
    avatar = lookup.avatars.get(persona, Avatar(1, "", say("Customer")))
    primary = persona == lookup.facts.primary
    return _Walk(number, avatar, primary, stops, _spots(lookup, stops, curve, primary), _spoken(lookup, curve))


def _curve(walk: _Walk, spots: Sequence[Spot], dots: Sequence[Dot]) -> Curve:
    line, bridge = _lines(walk.stops)
    return Curve(
        walk.number,
        walk.avatar.name,
        walk.primary,
        path(line, UNIT, UNIT),
        path(bridge, UNIT, UNIT),
        _area([*line, *bridge]),
        tuple(spots),
        tuple(dots),
        tuple(walk.spoken),
    )


def _marks(walk: _Walk, stages: Sequence[StageColumns]) -> tuple[str, ...]:
    """The points of each stage as the data of a path of dots, for the small curve of a narrow page."""
    points = [(span.middle, level) for span, _, level in walk.scored]
    return tuple(
        "".join(f"M{x * UNIT:g} {level * UNIT:g}h.1" for x, level in points if stage.span.start <= x < stage.span.end)
        for stage in stages
    )


def _spoken(lookup: Lookup, curve: DerivedCurve) -> list[str]:
    """A curve as it is read aloud: where, what is felt, how much, why."""
    found = []
    for point in curve.places:
        emotion = point.emotion
        where = lookup.facts.outline.by_address[point.element].element.text
        felt = [emotion.feeling or "", say("not scored") if emotion.score is None else words.signed(emotion.score)]
        felt.append(say("because {reason}", reason=emotion.because) if emotion.because else "")
        found.append(f"{where}: {', '.join(text for text in felt if text)}")
    return found


def _stops(lookup: Lookup, persona: str, stages: Sequence[StageColumns]) -> list[_Stop]:
    facts = lookup.facts
    places = {(place.stage, place.action): place for place in facts.curves[persona].places}
    stops: list[_Stop] = []
    for stage, columns in zip(facts.journey.stages, stages, strict=True):
        key = facts.outline.id(stage)
        own = places.get((key, None))
        for index, (action, span) in enumerate(zip(stage.actions, columns.actions, strict=True)):
            place = places.get((key, index))
            # The stage's own feeling stands in its middle, and stands for the actions without one.
            if own is not None and (place is None or span.middle == columns.span.middle):
                continue
            if place is not None or facts.walks(persona, action):
                stops.append(_Stop(span, place, bool(action.moment_of_truth)))
        if own is not None:
            stops.append(_Stop(columns.span, own))
    return sorted(stops, key=lambda stop: stop.x)


def _lines(stops: Sequence[_Stop]) -> tuple[list[Segment], list[Segment]]:
    """The line, and the bridges over actions where nobody recorded a feeling; a feeling without a score breaks it."""
    runs: list[list[tuple[float, float]]] = [[]]
    bridged: set[tuple[float, float]] = set()
    silent = False
    for stop in stops:
        if stop.point is None:
            silent = True
        elif stop.level is None:
            runs.append([])
        else:
            if silent:
                bridged.add((stop.x, stop.level))
            runs[-1].append((stop.x, stop.level))
        silent = silent and stop.point is None
    segments = [segment for run in runs for segment in monotone(run)]
    return [s for s in segments if s.end not in bridged], [s for s in segments if s.end in bridged]


def _area(segments: list[Segment]) -> str:
    """The area between the line and neutral."""
    runs: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda piece: piece.start):
        if runs and runs[-1][-1].end == segment.start:
            runs[-1].append(segment)
        else:
            runs.append([segment])
    neutral = 2 * UNIT
    return "".join(
        f"{path(run, UNIT, UNIT)}L{run[-1].end[0] * UNIT:g} {neutral}L{run[0].start[0] * UNIT:g} {neutral}Z"
        for run in runs
    )


def _spots(lookup: Lookup, stops: Sequence[_Stop], curve: DerivedCurve, noted: bool) -> list[Spot]:
    """The faces on a curve, with all that could be said about each; `labels` decides what is said where.

    `noted` where the curve is seen on every page, so that the legend explains its marks.
    """
    ends = {point.score for point in (curve.low, curve.peak) if point is not None}
    scored = [(stop.x, stop.level) for stop in stops if stop.level is not None]
    line = monotone(scored)
    spots = []
    for stop in stops:
        level, point = stop.level, stop.point
        emotion = point.emotion if point else None
        score = emotion.score if emotion else None
        if score is None and noted:
            lookup.marks.note("hollow" if point else "bridge")
        spot = Spot(
            span=stop.span,
            level=_between(line, scored, stop.x) if level is None else level,
            face=face(score),
            score="" if score is None else words.signed(score),
            feeling=(emotion.feeling if emotion else None) or "",
            because=(emotion.because if emotion and score in ends else None) or "",
            side="up" if score is None or score >= 0 else "down",
            tone="" if not score else "pos" if score > 0 else "neg",
            star=stop.star,
            small=point is None,
        )
        if emotion and emotion.desired is not None and score is not None:
            desired = 2 - words.half(emotion.desired)
            if abs(desired - spot.level) >= 1:
                spot = replace(spot, desired=desired)
                if noted:
                    lookup.marks.note("desired")
        spots.append(spot)
    return spots


def _between(line: list[Segment], scored: list[tuple[float, float]], x: float) -> float:
    """The height at which a place without a score is shown: on the line, beyond its ends that of its nearest point."""
    for segment in line:
        if segment.start[0] <= x <= segment.end[0]:
            return round(segment.at(x), 2)
    if not scored:
        return 2.0
    return min(scored, key=lambda point: abs(point[0] - x))[1]
