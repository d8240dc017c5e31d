"""Opportunities as a sheet: the ranked list, and impact against effort."""

from __future__ import annotations

from journeykit.render.dot.measure import width_of
from journeykit.render.language import say
from journeykit.render.options import Options
from journeykit.render.sheet.hand import Hand
from journeykit.render.sheet.surround import MARGIN, inner, rating, sheet, spot
from journeykit.render.views.opportunities import Entry, Opportunities, Square

_SIDE, _GUTTER = 400.0, 44.0
#: Widths of the columns: rank, score, impact, effort, stage, owner, state; what is left is the opportunity's.
_RANK, _SCORE, _RATING, _STAGE, _OWNER, _STATE = 40.0, 54.0, 62.0, 150.0, 150.0, 84.0


def draw(view: Opportunities, options: Options) -> bytes:
    """The sheet as SVG."""
    return sheet(view.front, options, lambda hand, y: _body(hand, y, view))


def _body(hand: Hand, y: float, view: Opportunities) -> float:
    has_side = bool(view.plot or view.uncovered)
    wide = inner(hand) - (_SIDE + _GUTTER if has_side else 0)
    hand.write(MARGIN, y, say("Ranked"), 15, "ink", 600)
    caption = (
        say("Score is impact ÷ effort.") if view.ranked else say("No opportunity has an impact and an effort yet.")
    )
    end = hand.paragraph(MARGIN, y + 22, wide, caption, 12, "ink3") + 8
    if view.ranked:
        end = _list(hand, end, wide, view.ranked, True)
    for heading, entries in ((say("Not scored yet"), view.unscored), (say("Done and dropped"), view.settled)):
        if entries:
            hand.write(MARGIN, end + 26, heading, 15, "ink", 600)
            end = _list(hand, end + 52, wide, entries, False)
    side = MARGIN + wide + _GUTTER
    below = _plot(hand, side, y, view.plot) if view.plot else y
    return max(end, _uncovered(hand, side, below, view) if view.uncovered else below)


def _list(hand: Hand, y: float, wide: float, entries: tuple[Entry, ...], ranked: bool) -> float:
    lead = _RANK + _SCORE if ranked else 0
    what = wide - lead - 2 * _RATING - _STAGE - _OWNER - _STATE
    heads = ((lead, say("Opportunity, and what it answers")), (lead + what, say("Impact")))
    heads += ((lead + what + _RATING, say("Effort")), (lead + what + 2 * _RATING, say("Stage")))
    heads += ((lead + what + 2 * _RATING + _STAGE, say("Owner")), (wide - _STATE, say("State")))
    heads += ((_RANK, say("Score")),) if ranked else ()
    for x, text in heads:
        hand.write(MARGIN + x, y, text, 12, "ink3")
    y += 22
    for entry in entries:
        hand.line(MARGIN, y, MARGIN + wide, y)
        y = _entry(hand, y + 10, wide, lead, what, entry) + 11
    return y


def _entry(hand: Hand, y: float, wide: float, lead: float, what: float, entry: Entry) -> float:
    if entry.number is not None:
        spot(hand, MARGIN + 11, y + 10, entry.number)
        hand.write(MARGIN + _RANK, y, entry.score, 17, "ink", 600)
    x, room = MARGIN + lead, what - 24
    end = hand.paragraph(x, y, room, entry.text, 13.5, "ink", 600, leading=1.35) + 2
    if entry.mends:
        left = x
        if entry.mends.bars:
            hand.symbol(f"v{entry.mends.bars}", x, end + 2, 22, 12)
            left += 29
        if entry.mends.sort:
            left += hand.write(left, end, entry.mends.sort, 12.5, "ink2", 600) + 5
        end = hand.paragraph(left, end, x + room - left, entry.mends.text, 12.5, "ink2")
    remarks = [tag.text for tag in entry.tags] + ([entry.ticket] if entry.ticket else [])
    # A remark stays on its line where it can.
    whole = (one.replace(" ", "\u00a0") for one in remarks)
    end = hand.paragraph(x, end + 2, room, "\u00a0· ".join(whole), 12, "ink3")
    x += what
    for place, value in enumerate((entry.impact, entry.effort)):
        if value is None:
            hand.write(x + place * _RATING, y, "–", 12.5, "ink3")
        else:
            rating(hand, x + place * _RATING, y + 6, value)
    x += 2 * _RATING
    ends = [end, hand.paragraph(x, y, _STAGE - 14, entry.stage or say("Whole journey"), 12.5, "ink2")]
    owner = (entry.owner, "ink2") if entry.owner else (say("No owner"), "ink3")
    ends.append(hand.paragraph(x + _STAGE, y, _OWNER - 14, owner[0], 12.5, owner[1]))
    _state(hand, MARGIN + wide - _STATE, y - 1, entry)
    return max(ends)


def _state(hand: Hand, x: float, y: float, entry: Entry) -> None:
    room = width_of(entry.state, 12, True) + 18
    hand.rect(x, y, room, 20, *(("pos-bg", "pos-line") if entry.active else ("card", "line2")), radius=10)
    token = "pos" if entry.active else "ink2"
    hand.write(x + room / 2, y + 1.6, entry.state, 12, token, 600 if entry.active else 400, "middle")


def _plot(hand: Hand, x: float, y: float, plot: tuple[tuple[Square, ...], ...]) -> float:
    hand.write(x, y, say("Impact against effort"), 15, "ink", 600)
    y = hand.paragraph(x, y + 22, _SIDE, say("Numbers are ranks in the list."), 12, "ink3") + 26
    hand.write(x, y - 20, say("much impact"), 12, "ink3")
    side = _SIDE / 5
    across = int((side - 8) // 25)
    for row in plot:
        lines = max(1, *(-(-len(square.numbers) // across) for square in row))
        high = max(60.0, lines * 25 + 10)
        for place, square in enumerate(row):
            left = x + place * side
            hand.rect(left, y, side - 2, high - 2, "pos-bg" if square.worth else "sunk", radius=2)
            _spots(hand, left + side / 2 - 1, y + high / 2 - 1, across, square.numbers)
        y += high
    hand.write(x, y + 6, say("little effort"), 12, "ink3")
    hand.write(x + _SIDE - 2, y + 6, say("much"), 12, "ink3", align="end")
    return y + 30


def _spots(hand: Hand, x: float, y: float, across: int, numbers: tuple[int, ...]) -> None:
    """Ranks around the middle of a square, in rows."""
    rows = [numbers[first : first + across] for first in range(0, len(numbers), across)]
    for line, row in enumerate(rows):
        for place, number in enumerate(row):
            spot(hand, x + (place - (len(row) - 1) / 2) * 25, y + (line - (len(rows) - 1) / 2) * 25, number)


def _uncovered(hand: Hand, x: float, y: float, view: Opportunities) -> float:
    hand.write(x, y + 12, say("Gaps nobody works on"), 15, "ink", 600)
    y = hand.paragraph(x, y + 34, _SIDE, say("High or critical, without an opportunity."), 12, "ink3") + 8
    for gap in view.uncovered:
        hand.line(x, y, x + _SIDE, y)
        hand.symbol(f"v{gap.bars}", x, y + 11, 22, 12)
        y = hand.paragraph(x + 31, y + 8, _SIDE - 31, gap.text, 13, "ink", 600, leading=1.35)
        y = hand.paragraph(x + 31, y, _SIDE - 31, f"{gap.severity}, {gap.stage}", 12, "ink3") + 8
    return y
