"""The poster as SVG: the whole map on one sheet, or on several cut between stages and between lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeykit.render.language import say
from journeykit.render.sheet import front, plots
from journeykit.render.sheet.cells import cells, done
from journeykit.render.sheet.closing import foot, whole
from journeykit.render.sheet.marks import CAPTION, HEADING, SMALL, said
from journeykit.render.sheet.parts import Box, Fitted, Part, Stack
from journeykit.render.sheet.pen import Face, Pen
from journeykit.render.sheet.plots import Across
from journeykit.render.sheet.text import Inline, Run, Text
from journeykit.render.theme import Theme
from journeykit.render.views.poster import Poster, StageHead
from journeykit.render.views.poster.columns import Piece, Sheet
from journeykit.render.views.poster.lanes import Lane

MARGIN, LABEL = 36, 190
#: Units of the columns in pixels: the least, and the most for a map of few stages.
LEAST_UNIT, _MOST_UNIT = 118, 220
#: The least width of a poster, and the most its header and foot take of a wide one.
_LEAST, _MOST = 1680, 2400
_NAME = LABEL - 12


@dataclass(frozen=True)
class Rowed:
    """A row of the grid: its height, what draws it, and whether a page may begin with it."""

    height: float
    part: Fitted
    begins: bool = True


def width_of(sheet: Sheet, least: float = _LEAST) -> float:
    """The width of the poster of a sheet in pixels."""
    return max(least, 2 * MARGIN + LABEL + LEAST_UNIT * sheet.span.width)


def across(poster: Poster, sheet: Sheet, width: float) -> Across:
    """Where the columns of a sheet stand on a picture so wide."""
    unit = max(LEAST_UNIT, (width - 2 * MARGIN - LABEL) / sheet.span.width)
    if poster.density == "few":
        unit = min(_MOST_UNIT, unit)
    return Across(MARGIN + LABEL, unit, sheet)


def top(poster: Poster, look: Theme, width: float, most: float = _MOST) -> list[Fitted]:
    """All above the grid, no wider than `most`."""
    inner = min(width, most) - 2 * MARGIN
    head = front.top(poster.header, look.logo).fit(inner)

    def ruled(pen: Pen, x: float, y: float) -> None:
        head.draw(pen, x, y)
        pen.line(x, y + head.height + 14, x + inner, y + head.height + 14, "line")

    found = [Fitted(inner, head.height + 15, ruled), Box(front.hero(poster.header), (28, 0, 26, 0)).fit(inner)]
    if poster.figures:
        found.append(Box(front.strip(poster.figures), (0, 0, 0, 0)).fit(inner))
    return found


def bottom(poster: Poster, width: float, most: float = _MOST) -> list[Fitted]:
    """All below the grid, no wider than `most`."""
    inner = min(width, most) - 2 * MARGIN
    parts = [whole(poster.whole)] if poster.whole else []
    return [_under(part.fit(inner)) for part in (*parts, foot(poster.footer))]


def _under(part: Fitted) -> Fitted:
    def draw(pen: Pen, x: float, y: float) -> None:
        pen.line(x, y + 26, x + part.width, y + 26, "line2")
        part.draw(pen, x, y + 44)

    return Fitted(part.width, part.height + 44, draw)


def heads(poster: Poster, at: Across) -> Fitted:
    """The phases and the chevrons of the stages."""
    pieces = at.sheet.pieces
    last = len(pieces) - 1
    texts = [_head(poster.heads[piece.stage], piece, place == 0) for place, piece in enumerate(pieces)]
    fitted = [
        part.fit(piece.span.width * at.unit - (18 if place == 0 else 30) - 16)
        for place, (part, piece) in enumerate(zip(texts, pieces, strict=True))
    ]
    tall = max(max((part.height for part in fitted), default=0) + 22, 62)
    shown = {piece.stage for piece in pieces}
    phases = [phase for phase in poster.phases if phase.name and shown & set(range(phase.first, phase.last + 1))]
    names = []
    for phase in phases:
        inside = [piece.span for piece in pieces if phase.first <= piece.stage <= phase.last]
        left, right = at.at(inside[0].start), at.at(inside[-1].end)
        names.append((left, right, said(phase.name, Face(12, 600, "ink2")).fit(right - left - 12)))
    above = max((part.height + 12 for _, _, part in names), default=0)

    def draw(pen: Pen, x: float, y: float) -> None:
        for left, right, part in names:
            part.draw(pen, left + 2, y + above - 12 - part.height + 4)
            pen.line(left, y + above - 4, right - 8, y + above - 4, "line2", 2)
        upper = y + above + 6
        middle, lower = upper + tall / 2, upper + tall
        for place, (piece, part) in enumerate(zip(pieces, fitted, strict=True)):
            left = at.at(piece.span.start)
            right = at.at(piece.span.end) + (0 if place == last else 10)
            start = f"L{left} {lower}" if place == 0 else f"L{left} {lower}L{left + 14} {middle}"
            tip = f"M{left} {upper}L{right - 14} {upper}L{right} {middle}L{right - 14} {lower}{start}Z"
            pen.path(tip, "head")
            part.draw(pen, left + (18 if place == 0 else 30), middle - part.height / 2)

    return Fitted(at.width, above + tall + 14, draw)


def _head(head: StageHead, piece: Piece, first: bool) -> Part:
    name = head.name if piece.first else say("{stage} (continued)", stage=head.name)
    title = [
        Run(str(head.number), Face(15, 600, "head-ink2", "display")),
        Inline(5, lambda pen, x, y: None),
        Run(name, Face(16, 600, "head-ink", "display")),
    ]
    soft = Face(12.5, colour="head-ink2")
    parts: list[Part] = [front.Ends(Text(title, 1.2), said(head.duration, Face(12, 400, "head-ink2")), 10)]
    if piece.first:
        parts += [said(head.goal, soft, leading=1.35, most=1 if head.cut else None)] if head.goal else []
        parts += [said(" · ".join(head.details), Face(12, colour="head-ink2"))] if head.details else []
    return Stack(parts, 4)


def rows(poster: Poster, at: Across) -> list[Rowed]:
    """The lanes over the columns of a sheet, in their order."""
    found: list[Rowed] = []
    for group in poster.groups:
        if group.key == "channels" and poster.channels:
            lane = plots.channels(poster.channels, at)
            found.append(_plot(plots.names(poster.channels, _NAME), lane, at, "line2"))
        first = True
        for lane in group.lanes:
            strong = first and not (group.key == "channels" and poster.channels)
            found += _lane(lane, at, "line2" if strong else "line")
            first = False
        if group.key == "base":
            found += _base(poster, at)
    return found


def _base(poster: Poster, at: Across) -> list[Rowed]:
    found = [_doing(poster, at)] if poster.shows_doing else []
    if poster.feeling:
        lane = plots.feeling(poster.feeling, at)
        found.append(_plot(plots.scale(poster.feeling, at, _NAME), lane, at, "line"))
        notes = [
            (unit, Stack([plots.note(note) for note in items], 6))
            for unit, items in poster.feeling.notes.items()
            if at.sheet.holds(unit)
        ]
        if notes:
            starts = dict(_columns(poster, at))
            parts = [(unit, starts.get(unit, 1), part) for unit, part in notes]
            found.append(_grid(None, parts, at, (0, 8, 12, 8), None, False))
    return found


def _columns(poster: Poster, at: Across) -> list[tuple[int, int]]:
    """Where the cells of actions begin and how many units each has."""
    found = []
    for piece in at.sheet.pieces:
        count = len(poster.doing[piece.stage])
        if count < 2:
            found.append((piece.span.start, piece.span.width))
        else:
            found += [(piece.span.start + place, 1) for place in range(len(piece.actions))]
    return found


def _doing(poster: Poster, at: Across) -> Rowed:
    parts, gold = [], []
    for piece in at.sheet.pieces:
        actions = poster.doing[piece.stage]
        for place, index in enumerate(piece.actions):
            width = piece.span.width if len(actions) == 1 else 1
            parts.append((piece.span.start + place, width, done(actions[index])))
            if actions[index].star is not None:
                gold.append((piece.span.start + place, width))
    name = Stack((said(say("Doing"), HEADING), said(say("What the customer does, in order"), CAPTION)), 2)
    return _grid(name, parts, at, (13, 6, 14, 12), "line2", True, gold)


def _lane(lane: Lane, at: Across, rule: str) -> list[Rowed]:
    found = []
    blue = lane.shape == "chips"
    if lane.line:
        found.append(_line(lane.line, at))
    texts: list[Part] = [said(lane.heading, HEADING)]
    texts += [said(lane.caption, CAPTION)] if lane.caption else []
    texts += [Box(said(lane.stat, SMALL), (4, 0, 0, 0))] if lane.stat else []
    parts = [
        (piece.span.start, piece.span.width, cells(items, lane.shape))
        for piece in at.sheet.pieces
        if (items := lane.cells[piece.stage]) and piece.first
    ]
    pad = (9, 12, 9, 12) if lane.key == "needs" else (6, 12, 8, 12) if blue else (13, 12, 14, 12)
    found.append(_grid(Stack(texts, 2), parts, at, pad, None if blue else rule, not (blue and lane.line)))
    return found


def _line(line: tuple[str, str], at: Across) -> Rowed:
    name = said(line[0], SMALL).fit(_NAME)
    height = max(22, name.height + 4)

    def draw(pen: Pen, x: float, y: float) -> None:
        name.draw(pen, x, y + (height - name.height) / 2)
        _seams(pen, at, y, height)
        dash = {"dashed": "6 4", "dotted": "2 3"}.get(line[1], "")
        middle = y + height / 2
        pen.line(at.left, middle, at.left + at.width, middle, "ink2", 2, dash)

    return Rowed(height, Fitted(at.width, height, draw))


def _seams(pen: Pen, at: Across, y: float, height: float) -> None:
    for piece in at.sheet.pieces:
        pen.line(at.at(piece.span.start), y, at.at(piece.span.start), y + height, "line")


def _grid(
    name: Part | None,
    parts: Sequence[tuple[int, int, Part]],
    at: Across,
    pad: tuple[float, float, float, float],
    rule: str | None,
    begins: bool,
    gold: Sequence[tuple[int, int]] = (),
) -> Rowed:
    """A row of cells, each at its unit and so many units wide."""
    upper, right, lower, left = pad
    label = name.fit(_NAME) if name else None
    fitted = [(start, part.fit(units * at.unit - left - right)) for start, units, part in parts]
    inner = max([part.height for _, part in fitted] + [label.height if label else 0])
    height = upper + inner + lower

    def draw(pen: Pen, x: float, y: float) -> None:
        for start, units in gold:
            pen.rect(at.at(start), y, units * at.unit, height, "gold-bg")
        if rule:
            pen.line(x, y, at.left + at.width, y, rule)
        if label:
            label.draw(pen, x, y + upper)
        if name:
            _seams(pen, at, y, height)
        for start, part in fitted:
            part.draw(pen, at.at(start) + left, y + upper)

    return Rowed(height, Fitted(LABEL + at.width, height, draw), begins)


def _plot(name: plots.Draws, lane: Fitted, at: Across, rule: str) -> Rowed:
    def draw(pen: Pen, x: float, y: float) -> None:
        name(pen, x, y)
        lane.draw(pen, at.left, y)
        pen.line(at.left, y, at.left, y + lane.height, "line")
        pen.line(x, y, at.left + at.width, y, rule)

    return Rowed(lane.height, Fitted(LABEL + at.width, lane.height, draw))


def drawn(poster: Poster, look: Theme, theme: str, scope: str, description: str) -> tuple[str, Pen]:
    """The whole poster as one SVG, and the pen that drew it."""
    width = width_of(poster.sheet)
    at = across(poster, poster.sheet, width)
    pen = Pen(width, look, poster.direction == "rtl", scope)
    gap = Fitted(0, 16, lambda pen, x, y: None)
    blocks = [*top(poster, look, width), gap, heads(poster, at), *(row.part for row in rows(poster, at))]
    y = float(MARGIN)
    for block in (*blocks, *bottom(poster, width)):
        block.draw(pen, MARGIN, y)
        y += block.height
    return pen.finish(round(y + MARGIN), theme, poster.lang, poster.header.title, description), pen
