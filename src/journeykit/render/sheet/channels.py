"""The matrix of stages and channels as a sheet."""

from __future__ import annotations

from journeykit.render.dot.measure import width_of
from journeykit.render.language import say
from journeykit.render.options import Options
from journeykit.render.sheet.hand import Hand
from journeykit.render.sheet.surround import MARGIN, WIDTH, dumbbell, initial, inner, letter, sheet
from journeykit.render.views.channels import Cell, Matrix, Row, Total
from journeykit.render.views.poster.items import Avatar, Quality

_LABEL, _TOTAL, _PAD = 176.0, 132.0, 12.0
#: A column is as wide as this at least; a sheet of many stages grows.
_LEAST = 140.0


def draw(view: Matrix, options: Options) -> bytes:
    """The sheet as SVG."""
    width = max(WIDTH, 2 * MARGIN + _LABEL + _TOTAL + len(view.stages) * _LEAST)
    return sheet(view.front, options, lambda hand, y: _matrix(hand, y, view), width)


def _matrix(hand: Hand, y: float, view: Matrix) -> float:
    column = (inner(hand) - _LABEL - _TOTAL) / max(1, len(view.stages))
    y = _heads(hand, y, view.stages, column)
    for row in view.rows:
        y = _row(hand, y, row, column)
    hand.line(MARGIN, y, MARGIN + inner(hand), y, "line2")
    ends = [hand.paragraph(MARGIN, y + 11, _LABEL - 12, say("All channels"), 13.5, "ink", 600)]
    for place, total in enumerate((*view.totals, view.whole)):
        wide = column if place < len(view.stages) else _TOTAL
        ends.append(_total(hand, MARGIN + _LABEL + place * column + _PAD, y + 11, wide - 2 * _PAD, total))
    return _rule(hand, y, max(ends) + 12, column, len(view.stages))


def _rule(hand: Hand, y: float, end: float, column: float, count: int) -> float:
    """The lines between the cells of a row, and the ground of its total."""
    for place in range(count + 1):
        x = MARGIN + _LABEL + place * column
        hand.line(x, y, x, end, "line" if place < count else "line2")
    return end


def _heads(hand: Hand, y: float, stages: tuple[str, ...], column: float) -> float:
    ends, behind = [y + 42], hand.now
    for place, name in enumerate(stages):
        x = MARGIN + _LABEL + place * column
        left = 16 if place == 0 else 28
        ends.append(
            hand.paragraph(
                x + left, y + 16, column - left - 12, f"{place + 1}  {name}", 14, "head-ink", 600, leading=1.25
            )
        )
    end = max(ends) + 11
    for place in range(len(stages)):
        x, last = MARGIN + _LABEL + place * column, place + 1 == len(stages)
        _chevron(hand, behind, x, y, x + column + (0 if last else 8), end, place == 0)
    hand.paragraph(
        MARGIN + _LABEL + len(stages) * column + _PAD, (y + end) / 2 - 8, _TOTAL, say("All stages"), 12, "ink3"
    )
    return end + 9


def _chevron(hand: Hand, behind: int, x: float, y: float, tip: float, end: float, first: bool) -> None:
    notch = "" if first else f"L{x + 12} {(y + end) / 2}"
    data = f"M{x} {y}L{tip - 12} {y}L{tip} {(y + end) / 2}L{tip - 12} {end}L{x} {end}{notch}Z"
    hand.stroke(lambda pen: pen.path(data, "head"), behind)


def _row(hand: Hand, y: float, row: Row, column: float) -> float:
    hand.line(MARGIN, y, MARGIN + inner(hand), y)
    behind = hand.now
    ends = [_label(hand, y + 11, row)]
    for place, cell in enumerate(row.cells):
        ends.append(_cell(hand, MARGIN + _LABEL + place * column + _PAD, y + 11, column - 2 * _PAD, cell))
    total = MARGIN + _LABEL + len(row.cells) * column
    ends.append(_total(hand, total + _PAD, y + 11, _TOTAL - 2 * _PAD, row.total))
    end = max(ends) + 12
    for place, cell in enumerate(row.cells):
        x = MARGIN + _LABEL + place * column
        if cell.tone == "open":
            hand.rect(x + 0.5, y + 0.5, column - 1, end - y - 1, "neg-bg", "neg-line", behind=behind)
        elif cell.tone == "planned":
            hand.rect(x + 4, y + 4, column - 8, end - y - 8, None, "ink3", dash="3 3", behind=behind)
    hand.rect(total, y, _TOTAL, end - y, "sunk", behind=behind)
    return _rule(hand, y, end, column, len(row.cells))


def _label(hand: Hand, y: float, row: Row) -> float:
    x = MARGIN
    if row.ref.icon:
        hand.symbol(f"i-{row.ref.icon}", x, y + 2, 15, 15, "ink" if row.total else "ink3")
        x += 23
    token, weight = ("ink", 600) if row.total else ("ink3", 500)
    y = hand.paragraph(x, y, MARGIN + _LABEL - 12 - x, row.ref.name, 13.5, token, weight)
    y = hand.paragraph(MARGIN, y + 2, _LABEL - 12, row.remark, 12, "ink3")
    if not row.total:
        y = hand.paragraph(MARGIN, y, _LABEL - 12, say("Not used"), 12, "ink3")
    y = _people(hand, y, say("Preferred by"), row.liked, "ink3")
    return _people(hand, y, say("Avoided by"), row.avoided, "neg")


def _people(hand: Hand, y: float, text: str, avatars: tuple[Avatar, ...], token: str) -> float:
    if not avatars:
        return y
    x = MARGIN + hand.write(MARGIN, y + 3, text, 12, token) + 6
    for avatar in avatars:
        if x + 17 > MARGIN + _LABEL - 8:
            x, y = MARGIN, y + 20
        initial(hand, x + 8.5, y + 10, 8.5, avatar.number, avatar.initial)
        x += 19
    return y + 20


def _counts(hand: Hand, x: float, y: float, width: float, of: Cell | Total) -> float:
    """What is asked, answered and used, as many side by side as there is room for."""
    shown = [("ask", of.asked), ("answered", of.answered)] if of.asked else []
    shown += [("dot", of.used)] if of.used else []
    left, start = x, y
    for key, number in shown:
        wide = 18 + width_of(str(number), 14, True)
        if left > x and left + wide > x + width:
            left, y = x, y + 20
        if key == "ask":
            hand.circle(left + 6, y + 8.5, 5.2, None, "pos")
        elif key == "answered":
            hand.symbol("s-answered", left, y + 2, 13, 13)
        else:
            hand.circle(left + 6, y + 8.5, 5, "ink")
        poor = key == "answered" and of.answered < of.asked
        hand.write(left + 18, y, str(number), 14, "neg" if poor else "ink", 600)
        left += wide + 12
    return y + 20 if shown else start


def _cell(hand: Hand, x: float, y: float, width: float, cell: Cell) -> float:
    y = _counts(hand, x, y, width, cell)
    loud = cell.tone == "open"
    y = hand.paragraph(x, y, width, cell.remark, 12, "neg" if loud else "ink3", 600 if loud else 400)
    for place, point in enumerate(cell.points):
        y = _point(hand, x, y + (8 if place or cell.asked or cell.used else 0), width, point)
    return y


def _point(hand: Hand, x: float, y: float, width: float, point: Quality) -> float:
    y = hand.paragraph(x, y, width, point.ref.name, 12.5, "neg" if point.tone == "neg" else "ink", leading=1.35)
    if point.quality is not None or point.expected is not None:
        values = width_of(point.values, 12) + 14
        letters = sum(max(15.0, width_of(one, 10.5, True) + 6) + 4 for one in point.evidence)
        bar = width - values - letters - 12
        if bar > 30:
            dumbbell(hand, x + 6, y, bar, point.quality, point.expected)
        left = x + width - letters
        hand.write(left - 4, y + 2, point.values, 12, "ink2", align="end")
        for one in point.evidence:
            left += letter(hand, left, y + 1, one) + 4
        y += 20
    return hand.paragraph(x, y, width, ", ".join(point.words), 12, "ink3")


def _total(hand: Hand, x: float, y: float, width: float, total: Total) -> float:
    y = _counts(hand, x, y, width, total)
    if total.below:
        text = say("{below} of {rated} below expectation", below=total.below, rated=total.rated)
        y = hand.paragraph(x, y, width, text, 12, "neg")
    return y
