"""The flow laid out: a column a stage, its actions below each other, the ways between them in the gutters."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from journeykit.model.derive.arrows import Arrow, Spot
from journeykit.render.dot.asides import exit_box, key_of, other_map
from journeykit.render.dot.cards import (
    because_row,
    feeling_row,
    head,
    phrases,
    remark,
    spoken,
    step_look,
    truth_rows,
)
from journeykit.render.dot.drawing import Box, Drawing, Group, Link, Look, Row, Style, paragraph
from journeykit.render.dot.frame import Sign, alone, chip, feeling_signs, framed
from journeykit.render.dot.gutters import Gutters, Way
from journeykit.render.dot.palette import CARD, INK, INK2, INK3, LINE2, NEG, NEG_BG
from journeykit.render.dot.route import before, polyline
from journeykit.render.dot.taken import alongside, onward, said, seen_row, signs, weigher
from journeykit.render.language import noted, say
from journeykit.render.views.flow import FlowStage, FlowView
from journeykit.render.views.steps import Step

if TYPE_CHECKING:
    from journeykit.render.views.taken import Taken

_WIDTH = 224
_PAD = 13
_GAP = 25
_AFTER_HEAD = 22
_INDENT = 18
_WHEN = "◇"
_BESIDE = noted("+ side by side")


@dataclass
class _Column:
    """The boxes of a stage with their y; x comes when the gutters are known."""

    stage: FlowStage
    head: Box
    cards: list[Box] = field(default_factory=list)
    exits: list[Box] = field(default_factory=list)
    others: list[Box] = field(default_factory=list)
    bottom: float = 0

    @property
    def lowest(self) -> float:
        """Where everything of the stage ends, ways out and all."""
        return max([self.bottom, *(box.bottom for box in (*self.exits, *self.others))])


def _card(
    step: Step, ways: list[Arrow], has_feelings: bool, has_places: bool, taken: Taken | None = None
) -> tuple[Box, dict[Arrow, int]]:
    """The box of an action, and at which of its rows an arrow leaves."""
    look = step_look(step, 13, 8)
    inner = _WIDTH - 2 * (look.pad + look.border)
    small = Style(11, INK2)
    rows: list[Row] = []
    first = step.feelings[0] if step.feelings else None
    if first:
        rows.append(feeling_row(replace(first, who=None), inner, 11.5))
    elif has_feelings:
        rows.append(paragraph(say("no feeling recorded"), inner, Style(11, INK3)))
    rows.append(paragraph(step.text, inner, Style(13, INK, bold=True), gap=1 if rows else 0))
    if step.place:
        rows.append(phrases(step.place.split(" · "), inner, small))
    elif has_places:
        rows.append(paragraph(say("no channel recorded"), inner, Style(11, INK3), gap=2))
    if first and first.because:
        rows.append(replace(because_row(first.because, first.score, inner), gap=2))
    for feeling in step.feelings[1:]:
        rows.append(replace(feeling_row(feeling, inner, 11), gap=3))
        if feeling.because:
            rows.append(because_row(feeling.because, feeling.score, inner))
    if step.notes:
        rows.append(phrases(step.notes, inner, small))
    if step.truth is not None:
        star, *reason = truth_rows(step.truth, inner, 11)
        rows += [replace(star, gap=3), *reason]
    leaving: dict[Arrow, int] = {}
    if taken is not None:
        leaving, more = onward(taken, ways, inner, len(rows) + 1)
        rows += [seen_row(taken, step.key, inner), *more]
    beside = [way for way in ways if not way.when and not way.ordered]
    if len(beside) > 1:
        leaving |= dict.fromkeys(beside, len(rows))
        rows.append(paragraph(say(_BESIDE), inner, Style(11, INK, bold=True), gap=5))
    for way in ways:
        if way.when:
            leaving[way] = len(rows)
            rows.append(paragraph(f"{_WHEN}\u00a0{way.when}{said(taken, way)}", inner, Style(11, INK), gap=5))
    box = Box(step.key, tuple(rows), _WIDTH, look, title=spoken(step), kind="action", group="")
    return box, leaving


class _Layout:
    def __init__(self, view: FlowView, taken: Taken | None) -> None:
        self.view, self.taken = view, taken
        self.named_ways: dict[str, Arrow] = {}
        steps = view.steps
        # What most actions lack is not worth a word on each.
        self.has_feelings = 2 * sum(bool(step.feelings) for step in steps) >= len(steps)
        self.has_places = 2 * sum(bool(step.place) for step in steps) >= len(steps)
        self.leaving: dict[Arrow, int] = {}
        self.ways: dict[Spot, list[Arrow]] = {}
        for way in view.arrows:
            self.ways.setdefault(way.source, []).append(way)
        heads = [head(stage.key, stage.number, stage.name, stage.facts, _WIDTH) for stage in view.stages]
        tallest = max(box.height for box in heads)
        self.top = 0.0
        self.columns = [
            self._column(number, stage, replace(box, least=tallest))
            for number, (stage, box) in enumerate(zip(view.stages, heads, strict=True))
        ]
        self._place_others()

    def _column(self, number: int, stage: FlowStage, head_box: Box) -> _Column:
        column = _Column(stage, replace(head_box, group=stage.key).at(0, self.top + _PAD))
        y = column.head.bottom + _AFTER_HEAD
        for index, step in enumerate(stage.steps):
            box, leaving = _card(
                step, self.ways.get(Spot(number, index), []), self.has_feelings, self.has_places, self.taken
            )
            self.leaving |= leaving
            column.cards.append(replace(box, group=stage.key).at(0, y))
            y = column.cards[-1].bottom + _GAP
        if not stage.steps:
            empty = remark(
                f"{stage.key}/empty",
                say("No actions here yet"),
                _WIDTH,
                say("What does the customer do in this stage?"),
            )
            column.cards.append(replace(empty, group=stage.key).at(0, y))
        column.bottom = column.cards[-1].bottom + _PAD
        y = column.bottom + 16
        for way_out in stage.exits:
            column.exits.append(exit_box(way_out, _WIDTH - _INDENT).at(_INDENT, y))
            y = column.exits[-1].bottom + 8
        return column

    def _place_others(self) -> None:
        """Other maps stand below the stage whose arrow names them first."""
        for spot in self.view.others:
            source = next(way.source for way in self.view.arrows if way.target == spot)
            column = self.columns[source.stage]
            column.others.append(
                other_map(spot, _WIDTH - _INDENT).at(_INDENT, column.lowest + (14 if not column.others else 8))
            )

    def box(self, spot: Spot) -> tuple[int, Box]:
        """The column of a spot and its box."""
        if spot.map is not None:
            for number, column in enumerate(self.columns):
                for box in column.others:
                    if box.key == key_of(spot):
                        return number, box
        column = self.columns[spot.stage]
        return spot.stage, column.head if spot.action is None else column.cards[spot.action]

    def _is_down(self, way: Arrow) -> bool:
        """Whether an arrow runs straight down to the next action."""
        below = Spot(way.source.stage, way.source.action + 1) if way.source.action is not None else None
        return way.target == below and way.when is None

    def gutters(self) -> Gutters:
        """All ways that run beside the columns."""
        gutters = Gutters(_WIDTH, _PAD, [column.lowest for column in self.columns], self.top)
        for way in self.view.arrows:
            if self._is_down(way):
                continue
            start, source = self.box(way.source)
            end, target = self.box(way.target)
            row = self.leaving.get(way)
            leaves = source.row_middle(row) if row is not None else source.y + source.height / 2
            gutters.add(
                Way(way, source, target, start, end, leaves, way.target.action is None and way.target.map is None)
            )
        gutters.settle()
        return gutters

    def drawing(self) -> Drawing:
        """Everything in its place."""
        gutters = self.gutters()
        boxes: list[Box] = []
        groups: list[Group] = []
        links: list[Link] = []
        for number, column in enumerate(self.columns):
            x = gutters.left(number)
            stage = column.stage
            parts = (column.head, *column.cards, *column.exits, *column.others)
            boxes += [box.at(x + box.x, box.y) for box in parts]
            title = say("Stage {number}: {stage}", number=stage.number, stage=stage.name)
            height = column.bottom - self.top
            groups.append(Group(stage.key, x - _PAD, self.top, _WIDTH + 2 * _PAD, height, title))
            links += self._exits(column, x)
        boxes += self._phases(gutters)
        by_key = {box.key: box for box in boxes}
        links += [self._down(way, by_key) for way in self.view.arrows if self._is_down(way)]
        links += gutters.links(self.titled)
        links = list(map(weigher(self.taken, self.named_ways), links))
        boxes += self._figures(by_key)
        down = -min(0.0, gutters.top, *(box.y for box in boxes))
        return framed(
            "flow",
            self.view.title,
            self.view.subtitle,
            self.view.lang,
            boxes=[box.at(box.x, box.y + down) for box in boxes],
            links=[_lowered(link, down) for link in links],
            groups=[replace(group, y=group.y + down) for group in groups],
            signs=self._signs(),
            width=gutters.width,
            height=max(gutters.bottom, *(column.lowest for column in self.columns), 0) + down,
        )

    def titled(self, way: Arrow) -> str:
        """An arrow in words."""
        ends = " → ".join(self.named(spot) for spot in (way.source, way.target))
        title = say("{places}, when {case}", places=ends, case=way.when) if way.when else ends
        self.named_ways[title] = way
        return title

    def _figures(self, boxes: dict[str, Box]) -> list[Box]:
        """What was measured of the arrows that run straight down."""
        if self.taken is None:
            return []
        down = [way for way in self.view.arrows if self._is_down(way)]
        found = (alongside(self.taken, way, boxes[self.box(way.source)[1].key]) for way in down)
        return [box for box in found if box is not None]

    def named(self, spot: Spot) -> str:
        """A spot in words."""
        if spot.map is not None:
            return say("map {map}", map=", ".join(filter(None, (spot.map, spot.map_stage))))
        stage = self.view.stages[spot.stage]
        return stage.name if spot.action is None else stage.steps[spot.action].text

    def _down(self, way: Arrow, boxes: dict[str, Box]) -> Link:
        source, target = boxes[self.box(way.source)[1].key], boxes[self.box(way.target)[1].key]
        start, tip = (source.middle, source.bottom), (target.middle, target.y)
        path = polyline([start, before(tip, start, 0.75)])
        return Link(source.key, target.key, path, tip, INK2, title=self.titled(way))

    def _exits(self, column: _Column, x: float) -> list[Link]:
        """A trunk from the foot of the stage to each way out."""
        links = []
        for box in column.exits:
            start, tip = (x - 3, column.bottom), (x + _INDENT, box.y + box.height / 2)
            corner = (start[0], tip[1])
            path = polyline([start, corner, before(tip, corner, 0.6)], 6)
            title = f"{column.stage.name} → {box.title}"
            links.append(Link(column.head.key, box.key, path, tip, NEG, 1.3, head=0.6, title=title, kind="leave"))
        return links

    def _phases(self, gutters: Gutters) -> list[Box]:
        """A line of phases above the stages, each as wide as its stages."""
        boxes: list[Box] = []
        start = 0
        stages = self.view.stages
        for number in range(1, len(stages) + 1):
            if number < len(stages) and stages[number].phase == stages[start].phase:
                continue
            phase = stages[start].phase
            if phase:
                left, right = gutters.left(start) - _PAD, gutters.left(number - 1) + _WIDTH + _PAD
                row = paragraph(phase, right - left - 2 * _PAD, Style(12, INK2, bold=True))
                look = Look("", LINE2, pad=_PAD - 1, pad_y=2)
                box = Box(f"phase-{start}", (row,), int(right - left), look, title=phase, kind="phase")
                boxes.append(box.at(left, gutters.top - 8 - box.height))
            start = number
        return boxes

    def _signs(self) -> list[Sign]:
        found = feeling_signs(self.view.steps) + signs(self.taken)
        if any(way.when for way in self.view.arrows):
            found.append(Sign(chip(_WHEN, Look(CARD, INK3), INK), say("only in this case")))
        if any(stage.exits for stage in self.view.stages):
            found.append(Sign(chip("   ", Look(NEG_BG, NEG, dashed=True), NEG), say("leaves the journey")))
        return found


def _lowered(link: Link, down: float) -> Link:
    return replace(
        link,
        spline=tuple((x, y + down) for x, y in link.spline),
        tip=(link.tip[0], link.tip[1] + down) if link.tip else None,
    )


def layout(view: FlowView, taken: Taken | None = None) -> Drawing:
    """The flow as a drawing; with what was measured drawn on it."""
    if not view.stages:
        empty = remark("empty", say("No stages yet"), 320, say("Write the stages of the journey under `stages:`."))
        return alone("flow", view.title, view.subtitle, view.lang, empty)
    return _Layout(view, taken).drawing()
