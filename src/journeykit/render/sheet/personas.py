"""The cards of personas as a sheet."""

from __future__ import annotations

from journeykit.render.dot.label import plain_text
from journeykit.render.dot.measure import width_of, wrap
from journeykit.render.language import say
from journeykit.render.options import Options
from journeykit.render.sheet.hand import Hand
from journeykit.render.sheet.pen import Pen
from journeykit.render.sheet.surround import MARGIN, initial, inner, letter, sheet
from journeykit.render.views.front import Tally
from journeykit.render.views.personas import EDGE, HEIGHT, WIDTH, Extreme, Personas, Portrait, Sparkline
from journeykit.render.views.poster.header import Card, Fact

_GAP, _PAD = 20.0, 24.0
#: How many cards stand side by side, for so many personas; three for any other number.
_COLUMNS = {1: 1, 2: 2, 4: 2}


def draw(view: Personas, options: Options) -> bytes:
    """The sheet as SVG."""
    return sheet(view.front, options, lambda hand, y: _cards(hand, y, view.portraits))


def _cards(hand: Hand, y: float, portraits: tuple[Portrait, ...]) -> float:
    columns = _COLUMNS.get(len(portraits), 3)
    wide = 760.0 if columns == 1 else (inner(hand) - _GAP * (columns - 1)) / columns
    for first in range(0, len(portraits), columns):
        row = portraits[first : first + columns]
        tried = Hand(hand.width)
        tops = max(_card(tried, 0, 0, wide, portrait) for portrait in row)
        height = max(_tallies(tried, 0, tops, wide, portrait.tallies) for portrait in row)
        for place, portrait in enumerate(row):
            x = MARGIN + place * (wide + _GAP)
            hand.rect(x + 0.5, y + 0.5, wide - 1, height, "card", "line", 6)
            _card(hand, x, y, wide, portrait)
            _tallies(hand, x, y + tops, wide, portrait.tallies)
            for rule in range(1, len(portrait.tallies)):
                left = x + wide / len(portrait.tallies) * rule
                hand.line(left, y + tops, left, y + height)
        y += height + _GAP
    return y


def _card(hand: Hand, x: float, y: float, wide: float, portrait: Portrait) -> float:
    card, left, room = portrait.card, x + _PAD, wide - 2 * _PAD
    initial(hand, left + 26, y + 22 + 26, 26, card.avatar.number, card.avatar.initial)
    beside = left + 66
    end = hand.paragraph(beside, y + 25, room - 66, card.avatar.name, 19, "ink", 600, leading=1.25)
    y = max(_role(hand, beside, end + 2, room - 66, card), y + 76) + 12
    if card.quote:
        y = hand.paragraph(left, y, room, f"“{card.quote}”", 18, "ink", family="serif") + 8
    if card.summary:
        y = hand.paragraph(left, y, room, card.summary, 13, "ink2") + 8
    if portrait.curve:
        y = _curve(hand, left, y, room, portrait.curve) + 12
    else:
        y = hand.paragraph(left, y + 6, room, say("No feelings recorded."), 12.5, "ink3") + 12
    for fact in card.facts:
        y = _fact(hand, left, y, room, fact) + 7
    return y + 12


def _role(hand: Hand, x: float, y: float, room: float, card: Card) -> float:
    """What the persona is, and behind it the letters of what the portrait rests on."""
    end = hand.paragraph(x, y, room, card.role, 12.5, "ink3")
    lines = wrap(plain_text(card.role), room, 12.5) if card.role else ()
    at = x + (width_of(lines[-1], 12.5) + 8 if lines else 0)
    top = end - 17.5 if lines else end
    for one in card.evidence:
        if at + 24 > x + room:
            at, top = x, top + 19
        at += letter(hand, at, top + 1, one) + 3
    return max(end, top + 17.5)


def _curve(hand: Hand, x: float, y: float, room: float, curve: Sparkline) -> float:
    scale = room / WIDTH
    middle = y + HEIGHT / 2 * scale
    for seam in curve.seams:
        hand.line(x + seam * scale, y, x + seam * scale, y + HEIGHT * scale)
    hand.line(x, middle, x + room, middle, "line2", 1, "3 3")
    top = y
    hand.stroke(lambda pen: _line(pen, x, top, scale, curve))
    for spot in curve.spots:
        if spot.face == "x":
            hand.circle(x + spot.x * scale, y + spot.y * scale, 3.4, "card", "z", 1)
        else:
            hand.circle(x + spot.x * scale, y + spot.y * scale, 3.2, spot.face)
    for extreme in (curve.peak, curve.low):
        if extreme:
            spot = extreme.spot
            hand.symbol(f"f-{spot.face}", x + spot.x * scale - 9, y + spot.y * scale - 9, 18, 18)
    y += HEIGHT * scale + 8
    shown = [(curve.low, "▼", say("Low point"), "neg"), (curve.peak, "▲", say("Peak"), "pos")]
    found = [(one, sign, name, token) for one, sign, name, token in shown if one]
    half = (room - 20) / max(2, len(found))
    ends_at = [y]
    for place, (one, sign, name, token) in enumerate(found):
        ends_at.append(_extreme(hand, x + place * (half + 20), y, half, one, f"{sign} {name} {one.score}", token))
    return max(ends_at)


def _line(pen: Pen, x: float, y: float, scale: float, curve: Sparkline) -> None:
    stops = [(place / 4, token, 1.0) for place, token in enumerate(("p2", "p1", "z", "n1", "n2"))]
    name = f"curve-{round(x)}-{round(y)}"
    gradient = pen.gradient(name, y + EDGE * scale, (HEIGHT - 2 * EDGE) * scale, stops)
    pen.path(curve.line, None, gradient, 2.4, scale=(scale, scale), move=(x, y), round_=True)


def _extreme(hand: Hand, x: float, y: float, room: float, extreme: Extreme, head: str, token: str) -> float:
    y = hand.paragraph(x, y, room, head, 12.5, token, 600)
    text = ", ".join(part for part in (extreme.text, extreme.feeling) if part)
    y = hand.paragraph(x, y, room, text, 12.5, "ink2")
    return hand.paragraph(x, y, room, extreme.because, 12.5, "ink2", family="serif")


def _fact(hand: Hand, x: float, y: float, room: float, fact: Fact) -> float:
    after = hand.paragraph(x, y + 1, 60, fact.heading, 12, "ink3")
    left, token = x + 76, "neg" if fact.bad else "ink"
    for text in fact.texts:
        y = hand.paragraph(left, y, room - 76, text, 13, token) + 2
    at, line = left, y
    for ref in fact.refs:
        wide = width_of(ref.name, 13) + 20
        if at > left and at + wide > x + room:
            at, line = left, line + 19
        hand.symbol(f"i-{ref.icon}", at, line + 2, 13, 13, token)
        below = hand.paragraph(at + 20, line, max(x + room - at - 20, 60), ref.name, 13, token)
        y, at, line = max(y, below), at + wide + 14, max(line, below - 18.2)
    return max(y, after)


def _tallies(hand: Hand, x: float, y: float, wide: float, tallies: tuple[Tally, ...]) -> float:
    hand.line(x, y, x + wide, y)
    each, ends = wide / max(1, len(tallies)), []
    names = Hand(hand.width)
    below = max(names.paragraph(0, y + 11, each - 24, tally.name, 12) for tally in tallies)
    for place, tally in enumerate(tallies):
        left = x + place * each + (_PAD if place == 0 else 12)
        room = each - (_PAD if place == 0 else 12) - 8
        hand.paragraph(left, y + 11, each - 24, tally.name, 12, "ink3", leading=1.3)
        after = hand.write(left, below, tally.number, 21, "neg" if tally.tone == "neg" else "ink", 600)
        if tally.unit:
            hand.write(left + after + 5, below + 8, tally.unit, 12.5, "ink3")
        ends.append(hand.paragraph(left, below + 27, room, tally.remark, 12, "ink2"))
    return max(ends) + 13
