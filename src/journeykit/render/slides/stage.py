"""The slides of one stage: what customers do and feel in it, what they ask, what is missing, what could be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeykit.model.derive import Facts
from journeykit.model.derive.curve import Point
from journeykit.model.elements import Stage
from journeykit.render.dot.palette import step_of
from journeykit.render.language import say
from journeykit.render.slides.columns import pages
from journeykit.render.slides.curve import TOKENS, Band, drawn, grid
from journeykit.render.slides.lanes import columns
from journeykit.render.slides.parts import BOTTOM, title, trail, under
from journeykit.render.slides.shapes import INNER, MARGIN, Box, Para, Path, Slide, para, paras, tall
from journeykit.render.tables.base import Items
from journeykit.render.views.steps import Step, Steps, lasting, rhythm
from journeykit.render.views.words import commas, signed

#: So many actions stand beside each other at most, each between these widths.
_MOST, _WIDEST, _GAP, _PAD = 6, 291.0, 8.0, 8.0
#: The height that a row of actions should keep to, that of the curve below it, and of the bar above an action.
_ROW, _CURVE, _BAR = 240.0, 40.0, 4.0
_MARKS = {-2: "▼▼", -1: "▼", 0: "●", 1: "▲", 2: "▲▲"}
_INKS = {-2: "neg", -1: "neg", 0: "ink2", 1: "pos", 2: "pos"}


def stage_slides(items: Items, at: int, notes: str) -> Iterator[Slide]:
    """The slides of a stage by its place from 0: one, and more where one has not room enough."""
    facts = items.facts
    stage = facts.journey.stages[at]
    steps = Steps(facts).of(stage) if "doing" in items.lanes else ()
    lower = columns(items, stage)
    groups = _groups(steps)
    for number, group in enumerate(groups):
        head = _head(facts, at, is_first=number == 0)
        boxes, paths, top = _doing(items, at, steps, group, head[-1].bottom + 10)
        is_last = number == len(groups) - 1
        if not is_last:
            yield Slide((*head, *boxes), tuple(paths), notes)
            notes = ""
            continue
        fresh = _head(facts, at, is_first=False)
        found = list(pages(lower, top, fresh[-1].bottom + 10, BOTTOM)) or [()]
        yield Slide((*head, *boxes, *found[0]), tuple(paths), notes)
        for more in found[1:]:
            yield Slide((*fresh, *more))


def _head(facts: Facts, at: int, is_first: bool) -> list[Box]:
    """What stands at the top: the way through the stages, the name, and what the stage is for."""
    stages = facts.journey.stages
    stage = stages[at]
    name = f"{at + 1} {stage.stage}"
    heading = title(name if is_first else say("{heading} (continued)", heading=name), 30)
    boxes = [*trail(len(stages), at), heading]
    if is_first:
        optional = say("optional") if stage.optional else None
        known = (stage.phase, lasting(stage.duration), rhythm(stage.repeats), optional, stage.owner)
        said = paras(
            para(stage.goal or "", 14, "ink2", italic=True, serif=True),
            para(" · ".join(filter(None, known)), 11, "ink3", gap=2),
        )
        if text := under(say("Goal"), heading.bottom, said):
            boxes.append(text)
    return boxes


def _groups(steps: Sequence[Step]) -> list[Sequence[int]]:
    """Which actions stand on a slide together: as many as keep the row low, in rows of about the same length."""
    count = len(steps)
    if not count:
        return [()]
    for most in range(min(_MOST, count), 0, -1):
        slides = -(-count // most)
        size = -(-count // slides)
        width = _width(size)
        if most == 1 or max(tall(_card(step), width - 2 * _PAD) for step in steps) + 2 * _PAD <= _ROW:
            return [range(start, min(start + size, count)) for start in range(0, count, size)]
    return [()]


def _width(count: int) -> float:
    return min((INNER - _GAP * (count - 1)) / count, _WIDEST if count > 1 else INNER)


def _card(step: Step) -> tuple[Para, ...]:
    """What the card of an action says."""
    felt = []
    for one in step.feelings:
        mark = "○" if one.score is None else f"{_MARKS[step_of(one.score)]} {signed(one.score)}"
        ink = "ink2" if one.score is None else _INKS[step_of(one.score)]
        who = f"({one.who})" if one.who else None
        felt.append(para(" ".join(filter(None, (mark, one.word, who))), 10.5, ink, bold=True, gap=3))
        if one.because:
            felt.append(para(one.because, 10.5, "ink2", italic=True, serif=True))
    star = None
    if step.truth is not None:
        star = para(f"★ {step.truth or say('moment of truth')}", 10, "gold-ink", bold=True, gap=3)
    return paras(
        para(step.text, 12.5, "ink", bold=True),
        para(step.place or "", 10, "ink3", gap=2),
        *felt,
        star,
        para(commas(step.notes), 10, "ink3", gap=3),
    )


def _doing(
    items: Items, at: int, steps: Sequence[Step], group: Sequence[int], top: float
) -> tuple[list[Box], list[Path], float]:
    """The row of actions and the curve below it, and where the room for the rest begins."""
    facts = items.facts
    if not group:
        return _nothing(facts.journey.stages[at], top) if "doing" in items.lanes else ([], [], top)
    width = _width(len(group))
    cards = [_card(steps[number]) for number in group]
    height = max(tall(card, width - 2 * _PAD) for card in cards) + 2 * _PAD
    top += _BAR
    boxes = []
    middles = {}
    for place, (number, card) in enumerate(zip(group, cards, strict=True)):
        x = MARGIN + place * (width + _GAP)
        step = steps[number]
        middles[number] = x + width / 2
        line = "gold" if step.truth is not None else "line2"
        name = step.text
        boxes.append(
            Box(
                name,
                x,
                top,
                width,
                height,
                card,
                "rect",
                "card",
                line,
                1.5 if step.truth is not None else 0.75,
                dashed=step.optional,
                pad=_PAD,
            )
        )
        if step.score is not None:
            boxes.append(Box(name, x, top - _BAR, width, _BAR, fill=TOKENS[step_of(step.score)]))
    bottom = top + height
    band = Band(MARGIN, bottom + 16, (width + _GAP) * len(group) - _GAP, _CURVE)
    places = list(_felt(facts, at, middles))
    is_felt = "feeling" in items.lanes and any(place.score is not None for _, place in places)
    if is_felt and band.y + band.height + 20 < BOTTOM:
        paths, points = drawn(say("Feelings"), places, band)
        return [*boxes, *grid(band), *points], paths, band.y + band.height + 14
    return boxes, [], bottom + 14


def _felt(facts: Facts, at: int, middles: dict[int, float]) -> Iterator[tuple[float, Point]]:
    key = facts.routes.stages[at]
    for place in facts.curves[facts.primary].places:
        if place.stage == key and place.action in middles:
            yield middles[place.action], place


def _nothing(stage: Stage, top: float) -> tuple[list[Box], list[Path], float]:
    said = para(say("No actions recorded yet"), 12, "ink3")
    emotion = stage.emotion[0] if stage.emotion else None
    felt = None
    if emotion is not None:
        score = signed(emotion.score) if emotion.score is not None else None
        felt = para(" ".join(filter(None, (score, emotion.feeling, emotion.because))), 12, "ink2", gap=3)
    card = paras(said, felt)
    height = tall(card, INNER - 2 * _PAD) + 2 * _PAD
    box = Box(say("Actions"), MARGIN, top, INNER, height, card, fill="sunk", line="line2", dashed=True, pad=_PAD)
    return [box], [], box.bottom + 14
