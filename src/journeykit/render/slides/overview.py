"""The slide of the whole journey: its stages, how it feels along the way, and the figures of each stage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from journeykit.model.derive import Facts
from journeykit.model.derive.curve import Point
from journeykit.model.elements import Stage
from journeykit.render.called import called
from journeykit.render.dot.measure import width_of
from journeykit.render.language import say, say_many
from journeykit.render.slides.curve import Band, drawn, grid
from journeykit.render.slides.parts import BOTTOM, title, under
from journeykit.render.slides.shapes import INNER, MARGIN, Box, Para, Path, Slide, fitted, para, paras, tall
from journeykit.render.tables.base import Items
from journeykit.render.views.words import day, human, plain, short

#: More stages than this go on a second slide.
_MOST = 12
#: The height of an arrow with a name, of one with a number alone, and of the tallest; the room at the ends of a name.
_CHEVRON, _LOW, _TALLEST_CHEVRON, _PAD = 44.0, 24.0, 120.0, 14.0
#: Below this width a name stands under its arrow.
_NARROW = 120.0
#: The width of a feeling's word, and how near the next point may be for it to be told.
_FEELING, _NEAREST = 92.0, 50.0
#: The room above and below the curve for such words.
_ROOM = 36.0
_PERSONAS = ("a1", "a2", "a3", "a4")


def overviews(items: Items, notes: str) -> Iterator[Slide]:
    """The slide, or several where there are many stages."""
    stages = items.facts.journey.stages
    count = -(-len(stages) // _MOST)
    size = -(-len(stages) // count)
    for at in range(0, len(stages), size):
        yield _slide(items, at, stages[at : at + size], notes if at == 0 else "")


def _slide(items: Items, first: int, stages: tuple[Stage, ...], notes: str) -> Slide:
    facts = items.facts
    journey = facts.journey
    heading = title(journey.title, 22)
    boxes = [heading]
    about = paras(
        para(_about(facts), 11, "ink3"),
        para(short(journey.summary, 400), 13, "ink2", gap=3) if journey.summary and first == 0 else None,
    )
    top = heading.bottom
    if text := under(say("Summary"), top, about):
        boxes.append(text)
        top = text.bottom
    width = INNER / len(stages)
    chevrons = _chevrons(first, stages, top + 10, width)
    boxes += chevrons
    figures = [_figures(items, stage, width) for stage in stages]
    lowest = max(tall(found, width - 10) for found in figures) + 12
    legend = para(_legend(facts) if "feeling" in items.lanes else "", 9.5, "ink3")
    end = BOTTOM - legend.height(INNER) - 4
    for at, found in enumerate(figures):
        x = MARGIN + at * width
        boxes.append(Box(say("Figures"), x + 1, end - lowest, width - 2, lowest, found, fill="sunk", pad=5))
    paths: list[Path] = []
    band_top = max(box.bottom for box in chevrons) + _ROOM
    band = Band(MARGIN, band_top, INNER, end - lowest - _ROOM - band_top)
    if band.height > 60 and "feeling" in items.lanes:
        paths, drawing = _curves(facts, first, stages, band)
        boxes += drawing
    if legend.text:
        boxes.append(Box(say("Legend"), MARGIN, end + 4, INNER, legend.height(INNER), (legend,)))
    return Slide(tuple(boxes), tuple(paths), notes)


def _about(facts: Facts) -> str:
    journey = facts.journey
    reviewed = say("reviewed {date}", date=day(journey.reviewed)) if journey.reviewed else say("never reviewed")
    known = (human(journey.state), human(journey.status), reviewed, journey.revision, journey.owner)
    return " · ".join(filter(None, known))


def _chevrons(first: int, stages: tuple[Stage, ...], top: float, width: float) -> list[Box]:
    """The stages as arrows with their names in them; where the arrows are short, the names stand below."""
    is_narrow = width < _NARROW
    room = width - 8 if is_narrow else width - 2 - 2 * _PAD
    said = [_named(number, stage, room, is_narrow) for number, stage in enumerate(stages, first + 1)]
    height = max(one.height(room) for one in said) + 8
    arrows, names = [], []
    for at, (stage, one) in enumerate(zip(stages, said, strict=True)):
        x, kind = MARGIN + at * width, "first" if at == 0 else "chevron"
        number = para(str(first + at + 1), 12, "head-ink", bold=True)
        tall_ = _LOW if is_narrow else max(_CHEVRON, height)
        inside = (number if is_narrow else one,)
        arrows.append(Box(stage.stage, x, top, width - 2, tall_, inside, kind=kind, fill="head", middle=True, pad=_PAD))
        if is_narrow:
            names.append(Box(stage.stage, x + 1, top + _LOW + 3, width - 4, height, (one,)))
    return [*arrows, *names]


def _named(number: int, stage: Stage, room: float, is_narrow: bool) -> Para:
    """The name of a stage in the size that fits; only what finds no room even in the least ends in dots."""
    text, size, ink = (stage.stage, 10, "ink") if is_narrow else (f"{number} {stage.stage}", 14, "head-ink")
    one = fitted(para(text, size, ink, bold=True), room, _TALLEST_CHEVRON - 8 if is_narrow else _CHEVRON - 8, 8)
    letters = len(one.text)
    while one.height(room) > _TALLEST_CHEVRON - 8 and letters > 8:
        letters -= 8
        one = para(short(text, letters), 8, ink, bold=True)
    return one


def _figures(items: Items, stage: Stage, width: float) -> tuple[Para, ...]:
    facts, lanes = items.facts, items.lanes
    size = 10 if width > 90 else 8.5
    states = Counter(facts.questions[facts.address(one)].state for one in facts.moments(stage, "questions"))
    asked = sum(states.values())
    addresses = {id(one) for one in facts.gaps.elements}
    gaps = sum(id(one) in addresses for key in ("gaps", "pains") for one in facts.moments(stage, key))
    said = say_many("{number} open gap", "{number} open gaps", gaps)
    answered = say("{count} of {all} answered", count=plain(states["answered"]), all=plain(asked))
    return paras(
        para(say_many("{number} action", "{number} actions", len(stage.actions)), size, "ink2"),
        para(answered, size, "pos" if states["answered"] == asked else "neg") if asked and "asking" in lanes else None,
        para(said, size, "neg") if gaps and "gaps" in lanes else None,
    )


def _curves(facts: Facts, first: int, stages: tuple[Stage, ...], band: Band) -> tuple[list[Path], list[Box]]:
    paths: list[Path] = []
    boxes = grid(band)
    names = called(facts.journey.personas)
    others = [walker for walker in facts.walkers if walker != facts.primary and facts.curves[walker].points]
    for number, walker in enumerate((*others[:3], facts.primary)):
        places = list(_placed(facts, walker, first, stages, band))
        is_own = walker == facts.primary
        name = say("Feelings of {persona}", persona=names.get(walker, walker)) if names else say("Feelings")
        ink = "ink2" if is_own else _PERSONAS[(number + 1) % len(_PERSONAS)]
        lines, points = drawn(name, places, band, ink, thin=not is_own)
        paths += lines
        boxes += points
        if is_own:
            boxes += _words(facts, places, band)
    if not any(facts.curves[walker].places for walker in facts.walkers):
        none = para(say("No feelings recorded yet"), 12, "ink3", align="middle")
        boxes.append(Box(say("Feelings"), band.x, band.at(1) - 10, band.width, 20, (none,), middle=True))
    return paths, boxes


def _placed(
    facts: Facts, walker: str, first: int, stages: tuple[Stage, ...], band: Band
) -> Iterator[tuple[float, Point]]:
    width = band.width / len(stages)
    keys = facts.routes.stages[first : first + len(stages)]
    at = {key: number for number, key in enumerate(keys)}
    for place in facts.curves[walker].places:
        if place.stage in at:
            number = at[place.stage]
            actions = len(stages[number].actions)
            inside = 0.5 if place.action is None else (place.action + 0.5) / actions
            yield band.x + width * (number + inside), place


def _words(facts: Facts, places: list[tuple[float, Point]], band: Band) -> list[Box]:
    """The word of a feeling beside its point: all of them where there is room, else those of the extremes."""
    curve = facts.curves[facts.primary]
    extremes = [one for one in (curve.low, curve.peak) if one is not None]
    edges = [-band.width, *(x for x, _ in places), 2 * band.width]
    scores = [place.score or 0.0 for _, place in places]
    slopes = [after - before for before, after in pairwise(scores)]
    boxes: list[Box] = []
    # The extremes come first, so that they have their place.
    for at in sorted(range(len(places)), key=lambda at: places[at][1] not in extremes):
        x, place = places[at]
        said = place.emotion.feeling
        is_extreme = place in extremes
        gap = min(x - edges[at], edges[at + 2] - x)
        if not said or not (is_extreme or gap >= _NEAREST):
            continue
        width = _FEELING if is_extreme else min(_FEELING, gap - 4)
        one = para(short(said, 40), 9.5, "ink" if is_extreme else "ink2", bold=is_extreme, align="middle")
        height = one.height(width)
        is_above = scores[at] >= 0
        y = band.at(scores[at]) - 9 - height if is_above else band.at(scores[at]) + 9
        lean = _lean(slopes[at - 1] if at else 0, slopes[at] if at < len(slopes) else 0)
        middle = x + lean * (-1 if is_above else 1) * width_of(one.text, one.size, one.bold) / 2
        left = min(max(middle - width / 2, band.x), band.x + band.width - width)
        box = Box(say("Feeling"), left, y, width, height, (one,))
        if height <= _ROOM - 9 and not any(box.touches(other) for other in boxes):
            boxes.append(box)
    return boxes


def _lean(before: float, after: float) -> int:
    """1 where the line rises through a point, -1 where it falls through it: a word stands on the free side."""
    steps = [step for step in (before, after) if step]
    if len(steps) == 2 and (steps[0] > 0) != (steps[1] > 0):
        return 0
    return (1 if steps[0] > 0 else -1) if steps else 0


def _legend(facts: Facts) -> str:
    names = called(facts.journey.personas)
    if len(names) < 2:
        return say("The line shows how customers feel, from −2 (very bad) to +2 (very good).")
    return say(
        "The line shows how {persona} feels, from −2 (very bad) to +2 (very good); thin lines are other personas.",
        persona=names[facts.primary],
    )
