"""What every sheet has around its drawing: the head of the map, the strip of figures, the notes at the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from zlib import crc32

from journeykit.render.dot.label import plain_text
from journeykit.render.dot.measure import width_of, wrap
from journeykit.render.language import say
from journeykit.render.options import Options
from journeykit.render.sheet.hand import Hand
from journeykit.render.sheet.pen import Pen
from journeykit.render.views.front import Front, Sign, Tally

WIDTH, MARGIN = 1600.0, 36.0
#: No line of a badge is longer.
_BADGE = 520.0
_TITLES = {"xl": 32, "l": 24, "m": 18, "s": 13}


def sheet(front: Front, options: Options, body: Callable[[Hand, float], float], width: float = WIDTH) -> bytes:
    """A whole sheet as SVG; `body` draws from a height on and says where it ends."""
    hand = Hand(width)
    y = _head(hand, front)
    if front.empty:
        start = hand.now
        end = hand.paragraph(MARGIN + 24, y + 22, 680, front.empty, 16, "ink2")
        hand.rect(MARGIN, y, 728, end - y + 20, "card", "line2", 6, "4 4", behind=start)
        y = end + 40
    else:
        y = body(hand, y) + 26
    height = round(_foot(hand, front, y) + MARGIN)
    scope = f"sheet-{crc32(f'{front.view} {front.title}'.encode('utf-8', 'replace')):08x}"
    pen = Pen(width, options.look, front.direction == "rtl", scope)
    hand.drawn(pen)
    return pen.finish(height, options.theme, front.lang, f"{front.title} · {front.view}", front.summary).encode()


def inner(hand: Hand) -> float:
    """The width between the margins."""
    return hand.width - 2 * MARGIN


def _head(hand: Hand, front: Front) -> float:
    x, y = MARGIN, MARGIN
    x += hand.write(x, y + 6, front.view, 12, "ink", 600) + 12
    for part in front.kicker:
        hand.write(x, y + 6, "/", 12, "line2")
        x += 14 + hand.write(x + 14, y + 6, part, 12, "ink3") + 12
    y = _badges(hand, front, x, y) + 12
    hand.line(MARGIN, y, hand.width - MARGIN, y)
    size = _TITLES[front.size]
    y = hand.paragraph(MARGIN, y + 26, inner(hand) * 0.7, front.title, size, "ink", 600, leading=1.16)
    y = hand.paragraph(MARGIN, y + 10, inner(hand) * 0.6, front.summary, 16, "ink2", leading=1.5) + 16
    return strip(hand, y, front.tallies) + 24 if front.tallies else y + 12


def _badges(hand: Hand, front: Front, start: float, y: float) -> float:
    """The facts of the map in their capsules, from the end of the line on; those without room begin a new one."""
    x, end = hand.width - MARGIN, y + 26
    for badge in reversed(front.badges):
        text = " ".join(part for part in (badge.before, badge.strong, badge.after) if part)
        lines = wrap(plain_text(text), _BADGE, 12, bold=True)
        lead = 18 if badge.icon else 0
        room = max(width_of(line, 12, True) for line in lines) + 22 + lead
        if x - room < start + 20 and x < hand.width - MARGIN:
            x, y, start = hand.width - MARGIN, end + 6, 0
        x -= room
        high = 9.2 + len(lines) * 16.8
        hand.rect(x, y, room, high, "card", "line2", 13)
        if badge.icon == "dot":
            hand.circle(x + 15, y + high / 2, 4, "pos")
        elif badge.icon:
            hand.symbol(f"i-{badge.icon}", x + 11, y + high / 2 - 6, 12, 12, "ink2")
        for place, line in enumerate(lines):
            middle = (x + 11 + lead + x + room - 11) / 2
            hand.write(middle, y + 4.6 + place * 16.8, line, 12, "ink2", 600, "middle")
        x, end = x - 8, max(end, y + high)
    return end


def strip(hand: Hand, y: float, tallies: Sequence[Tally]) -> float:
    """The strip of figures."""
    hand.line(MARGIN, y, hand.width - MARGIN, y, "line2")
    wide, end = inner(hand) / max(len(tallies), 4), y
    for place, tally in enumerate(tallies):
        x = MARGIN + place * wide + (18 if place else 0)
        below = hand.paragraph(x, y + 13, wide - 30, tally.name, 12, "ink3", 500)
        after = hand.write(x, below + 1, tally.number, 25, "neg" if tally.tone == "neg" else "ink", 600)
        hand.write(x + after + 6, below + 11, tally.unit, 13, "ink3", 500)
        end = max(end, hand.paragraph(x, below + 35, wide - 30, tally.remark, 12, "ink2"))
    for place in range(1, len(tallies)):
        hand.line(MARGIN + place * wide, y, MARGIN + place * wide, end + 12)
    hand.line(MARGIN, end + 12, hand.width - MARGIN, end + 12, "line2")
    return end + 12


def _foot(hand: Hand, front: Front, y: float) -> float:
    hand.line(MARGIN, y, hand.width - MARGIN, y, "line2")
    end, x = y, MARGIN
    if front.signs:
        hand.write(x, y + 18, say("Legend"), 13.5, "ink", 600)
        for place, one in enumerate(front.signs):
            left, top = x + place % 2 * 250, y + 42 + place // 2 * 24
            _sign(hand, one, left, top)
            end = max(end, hand.paragraph(left + 44, top, 194, one.text, 12, "ink2"))
        x += 540
    if front.sources:
        hand.write(x, y + 18, say("Evidence"), 13.5, "ink", 600)
        top = y + 42
        for source in front.sources:
            letter(hand, x, top - 1, source.letter)
            about = ", ".join(part for part in (source.method, source.sample, source.date) if part)
            top = hand.paragraph(x + 26, top, 440, ": ".join(part for part in (source.name, about) if part), 12.5) + 5
        end, x = max(end, top), x + 520
    top = y + 18
    if front.made:
        hand.write(x, top, say("How the numbers are made"), 13.5, "ink", 600)
        top += 24
        for term, text in front.made:
            top = hand.paragraph(x, top, hand.width - MARGIN - x, f"{term}: {text}", 12, "ink2") + 3
    end = max(end, top) + 16
    return hand.paragraph(MARGIN, end, 400, say("Rendered by journeykit"), 12, "ink3")


def _sign(hand: Hand, sign: Sign, x: float, y: float) -> None:
    """A symbol of the legend, about 30 wide."""
    if sign.key == "ask":
        hand.circle(x + 15, y + 8, 5.2, None, "pos")
    elif sign.key == "answered":
        hand.symbol("s-answered", x + 8, y + 1, 14, 14)
    elif sign.key == "dot":
        hand.circle(x + 15, y + 8, 5, "ink")
    elif sign.key in ("mute", "worth"):
        tone = "neg" if sign.key == "mute" else "pos"
        hand.rect(x + 2, y, 26, 15, f"{tone}-bg", f"{tone}-line", 3)
    elif sign.key == "soon":
        hand.rect(x + 2, y, 26, 15, None, "ink3", 3, "3 2")
    elif sign.key == "quality":
        dumbbell(hand, x + 2, y, 26, 1, 4, alone=True)
    elif sign.key == "spot":
        spot(hand, x + 15, y + 8, 1)
    elif sign.key == "rating":
        rating(hand, x - 2, y + 5, 3)
    elif sign.key == "severity":
        hand.symbol("v3", x + 4, y + 1, 22, 12)
    elif sign.key == "low":
        hand.write(x + 9, y, "▼", 12, "neg")
    elif sign.key == "peak":
        hand.write(x + 9, y, "▲", 12, "pos")
    else:
        hand.symbol("f-x", x + 7, y, 16, 16)


def letter(hand: Hand, x: float, y: float, text: str) -> float:
    """A letter of evidence in its box; how wide it is."""
    wide = max(15.0, width_of(text, 10.5, True) + 6)
    hand.rect(x, y, wide, 15, "card", "line2", 3)
    hand.write(x + wide / 2, y + 0.1, text, 10.5, "ink2", 600, "middle")
    return wide


def initial(hand: Hand, x: float, y: float, radius: float, number: int, text: str) -> None:
    """A persona in a circle; the place is its middle."""
    hand.circle(x, y, radius, f"a{number}")
    size = max(9.5, radius * (0.78 if len(text) < 2 else 0.66))
    hand.write(x, y - size * 0.7, text, round(size, 1), "av-ink", 600, "middle")


def spot(hand: Hand, x: float, y: float, number: int) -> None:
    """A rank in a disc; the place is its middle."""
    hand.circle(x, y, 11, "ink")
    hand.write(x, y - 7.7, str(number), 11, "page", 600, "middle")


def rating(hand: Hand, x: float, y: float, value: float) -> None:
    """Five dots, as many filled as a rating is high."""
    for place in range(5):
        if place < int(value + 0.5):
            hand.circle(x + 3 + place * 8, y + 3, 3, "ink2")
        else:
            hand.circle(x + 3 + place * 8, y + 3, 2.5, None, "ink3", 1)


def dumbbell(
    hand: Hand, x: float, y: float, width: float, got: float | None, wanted: float | None, alone: bool = False
) -> None:
    """Quality received against quality expected, from 1 to 5, on an axis."""
    middle = y + 9 if not alone else y + 8

    def place(value: float) -> float:
        return x + (value - 1) / (4 if not alone else 3) * width

    if not alone:
        hand.line(x, middle, x + width, middle, "line2")
        for tick in range(1, 6):
            hand.line(place(tick), middle - 2.5, place(tick), middle + 2.5, "line2")
    tone = "ink2" if got is None or wanted is None else "neg" if got < wanted else "pos"
    if got is not None and wanted is not None and got != wanted:
        hand.line(place(got), middle, place(wanted), middle, tone, 4)
    if wanted is not None:
        hand.circle(place(wanted), middle, 6.2, "page", "ink2")
    if got is not None:
        hand.circle(place(got), middle, 4.2 if got == wanted else 5.6, tone)
