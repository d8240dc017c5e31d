"""The emotion curve, drawn in box characters: a strip of stages, or several where the terminal is too narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from journeykit.model.derive import Point
from journeykit.model.elements import Action
from journeykit.render.taming import one_line
from journeykit.render.terminal.cells import cut, width
from journeykit.render.terminal.marks import feeling_style, half, mean, signed
from journeykit.render.terminal.page import Page
from journeykit.render.terminal.styled import Line, Run, Style, line, packed

#: How many cells an action takes: as drawn, at most and at least.
_UNIT, _WIDEST, _NARROWEST = 8, 12, 5
#: A stage is at least so wide that its name can be recognised.
_HEAD = 16


@dataclass(frozen=True)
class Box:
    """A stage, or a part of a long one, on a strip: its place in the map, its actions from `first`, its width."""

    stage: int
    first: int
    actions: int
    width: int


@dataclass(frozen=True)
class Strip:
    """Boxes beside each other, and the column of every address on them."""

    boxes: tuple[Box, ...]
    at: dict[str, int] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """How many cells it takes."""
        return sum(box.width for box in self.boxes)


def curve(page: Page) -> list[Line]:
    """The curve of the primary persona (of the first with points, where it has none) and the others' scores below."""
    facts = page.facts
    order = sorted(facts.curves, key=lambda persona: persona != facts.primary)
    drawn = next((persona for persona in order if facts.curves[persona].points), None)
    if drawn is None:
        return []
    others = [persona for persona in order if persona != drawn and facts.curves[persona].places]
    gutter = max(5, min(12, max((width(page.persona(key)) + 2 for key in others), default=0)))
    lines: list[Line] = []
    strips = _strips(page, None if page.width is None else page.width - gutter)
    for number, strip in enumerate(strips):
        lines += _heads(page, strip, gutter)
        lines += _grid(page, strips, number, facts.curves[drawn].places, gutter)
        lines.append(_numbers(page, strip, gutter))
        for key in others:
            scores = _scores(page, strip, facts.curves[key].places, gutter, key)
            lines += [scores] if scores else []
        lines.append(())
    return [*lines[:-1], *_legend(page, drawn, gutter), ()]


def _strips(page: Page, room: int | None) -> list[Strip]:
    stages = [(number, len(stage.actions)) for number, stage in enumerate(page.facts.journey.stages)]
    heads = [width(_head(page, number)) + 2 for number, _ in stages]
    if room is None:
        boxes = [Box(number, 0, count, max(count * _UNIT, heads[number])) for number, count in stages]
        return [_placed(page, boxes)]
    for unit in range(_WIDEST, _NARROWEST - 1, -1):
        boxes = [Box(n, 0, count, max(count * unit, min(heads[n], _HEAD))) for n, count in stages]
        if sum(box.width for box in boxes) <= room:
            return [_placed(page, boxes)]
    packed: list[list[Box]] = [[]]
    most = max(1, room // _UNIT)
    for number, count in stages:
        for first in range(0, max(count, 1), most):
            actions = min(most, count - first)
            box = Box(number, first, actions, min(room, max(actions * _UNIT, min(heads[number], _HEAD))))
            if packed[-1] and sum(other.width for other in packed[-1]) + box.width > room:
                packed.append([])
            packed[-1].append(box)
    return [_placed(page, boxes) for boxes in packed]


def _placed(page: Page, boxes: Sequence[Box]) -> Strip:
    at: dict[str, int] = {}
    start = 0
    for box in boxes:
        stage = page.facts.journey.stages[box.stage]
        for number, action in enumerate(stage.actions[box.first : box.first + box.actions]):
            at[page.facts.address(action)] = start + int((number + 0.5) * box.width / box.actions)
        if box.first == 0:
            at[page.facts.address(stage)] = start + box.width // 2
        start += box.width
    return Strip(tuple(boxes), at)


def _head(page: Page, number: int) -> str:
    return f"{number + 1} {one_line(page.facts.journey.stages[number].stage)}"


def _heads(page: Page, strip: Strip, gutter: int) -> list[Line]:
    names: list[str | Run] = [" " * gutter]
    lengths: list[str | Run] = [" " * gutter]
    for box in strip.boxes:
        stage = page.facts.journey.stages[box.stage]
        name = cut(_head(page, box.stage), box.width - 2, page.marks.ellipsis)
        length = cut(one_line(str(stage.duration or "")), box.width - 2, page.marks.ellipsis)
        for cells, text, style in ((names, name, "strong"), (lengths, length, "dim")):
            cells += [Run(f"{page.marks.fence} ", "dim"), Run(text, style), " " * (box.width - 2 - width(text))]
    timed = any(page.facts.journey.stages[box.stage].duration for box in strip.boxes)
    return [line(*names), line(*lengths)] if timed else [line(*names)]


@dataclass(frozen=True)
class _Cell:
    sign: str
    style: Style


class _Canvas:
    """Rows of cells for the levels of the scale, filled while a strip is drawn."""

    def __init__(self, page: Page, size: int, levels: list[float]) -> None:
        self.page, self.levels = page, levels
        self.rows: list[list[_Cell]] = [
            [_Cell(page.marks.zero, "dim") if level == 0 else _Cell(" ", "")] * size for level in levels
        ]

    def put(self, column: int, row: int, sign: str, style: Style | None = None) -> None:
        if 0 <= column < len(self.rows[row]):
            self.rows[row][column] = _Cell(sign, style or feeling_style(self.levels[row]))

    def across(self, start: int, end: int, row: int) -> None:
        for column in range(start, end):
            self.put(column, row, self.page.marks.across)

    def step(self, start: int, end: int, before: int, after: int) -> None:
        """A line from one point to the next: level, up or down at half way, level again."""
        if before == after:
            self.across(start + 1, end, before)
            return
        marks, middle = self.page.marks, (start + end) // 2
        left_down, left_up, up_right, down_right = marks.corners
        self.across(start + 1, middle, before)
        self.across(middle + 1, end, after)
        for row in range(min(before, after) + 1, max(before, after)):
            self.put(middle, row, marks.down)
        falls = after > before
        self.put(middle, before, left_down if falls else left_up)
        self.put(middle, after, down_right if falls else up_right)

    def line(self, row: int) -> Line:
        runs: list[Run] = []
        for cell in self.rows[row]:
            if runs and runs[-1].style == cell.style:
                runs[-1] = replace(runs[-1], text=runs[-1].text + cell.sign)
            else:
                runs.append(Run(cell.sign, cell.style))
        return tuple(runs)


def _grid(page: Page, strips: list[Strip], number: int, places: Sequence[Point], gutter: int) -> list[Line]:
    """The points on one of the strips, and the lines between them; a feeling without a score breaks the line."""
    strip = strips[number]
    halves = any(place.score is not None and half(place.score) % 1 for place in places)
    levels = [2 - step / 2 for step in range(9)] if halves else [2.0, 1.0, 0.0, -1.0, -2.0]
    canvas = _Canvas(page, strip.width, levels)
    where = [next(n for n, other in enumerate(strips) if place.element in other.at) for place in places]
    for index in range(1, len(places)):
        before, after = places[index - 1], places[index]
        if before.score is None or after.score is None:
            continue
        start, end = levels.index(half(before.score)), levels.index(half(after.score))
        if where[index - 1] == where[index] == number:
            canvas.step(strip.at[before.element], strip.at[after.element], start, end)
        elif where[index - 1] == number:
            canvas.across(strip.at[before.element] + 1, strip.width, start)
        elif where[index] == number:
            canvas.across(0, strip.at[after.element], end)
    for place, its in zip(places, where, strict=True):
        if its == number and place.score is not None:
            star = _decides(page, place)
            sign = page.marks.star if star else page.marks.point
            canvas.put(strip.at[place.element], levels.index(half(place.score)), sign, "gold" if star else None)
    lines = []
    for row, level in enumerate(levels):
        label = signed(level) if level == int(level) else ""
        lines.append(line(Run(f"{label:>{gutter - 2}}  ", feeling_style(level)), canvas.line(row)))
    hollow = {strip.at[place.element]: page.marks.hollow for place, its in zip(places, where, strict=True)
              if its == number and place.score is None}  # fmt: skip
    return [*lines, line(" " * gutter, Run(_spread(hollow), "z"))] if hollow else lines


def _decides(page: Page, place: Point) -> bool:
    element = page.facts.outline.by_address[place.element].element
    return isinstance(element, Action) and bool(element.moment_of_truth)


def _spread(signs: dict[int, str]) -> str:
    """Signs at their columns, each centred; one that would touch the sign before it moves on."""
    text = ""
    for column, sign in sorted(signs.items()):
        start = max(column - (len(sign) - 1) // 2, len(text) + bool(text))
        text += " " * (start - len(text)) + sign
    return text


def _numbers(page: Page, strip: Strip, gutter: int) -> Line:
    signs = {column: str(page.numbers[key]) for key, column in strip.at.items() if key in page.numbers}
    return line(" " * gutter, Run(_spread(signs), "dim"))


def _scores(page: Page, strip: Strip, places: Sequence[Point], gutter: int, persona: str) -> Line:
    here = [place for place in places if place.element in strip.at]
    signs = {
        strip.at[place.element]: page.marks.hollow if place.score is None else signed(place.score) for place in here
    }
    name = cut(page.persona(persona), gutter - 2, page.marks.ellipsis)
    return line(f"{name}{' ' * (gutter - width(name))}", _spread(signs)) if signs else ()


def _legend(page: Page, drawn: str, gutter: int) -> list[Line]:
    """What the curve's figures are, and what its signs mean, as far as they are there."""
    places = page.facts.curves[drawn].places
    told: list[Line] = []
    if len(page.facts.walkers) > 1:
        told.append(line(Run(f"Curve of {page.persona(drawn)}", "dim")))
    if drawn == page.facts.primary:
        told += _figures(page)
    if any(_decides(page, place) for place in places if place.score is not None):
        told.append(line(Run(page.marks.star, "gold"), Run(" moment of truth", "dim")))
    if any(place.score is None for place in places):
        told.append(line(Run(f"{page.marks.hollow} a feeling without a score", "dim")))
    return packed(told, "   ", page.width, gutter)


def _figures(page: Page) -> list[Line]:
    """The figures of the primary persona's curve."""
    curve = page.facts.curves[page.facts.primary]
    if curve.mean is None:
        return []
    told = [f"mean {mean(curve.mean)}"]
    for word, point in (("low", curve.low), ("peak", curve.peak), ("end", curve.end)):
        if point and point.score is not None:
            at = page.numbers.get(point.element)
            told.append(f"{word} {signed(point.score)}{f' at {at}' if at else ''}")
    if fall := curve.biggest_fall:
        told.append(f"biggest fall {fall.by:g}")
    return [(Run(text, "dim"),) for text in told]
