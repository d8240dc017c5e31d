"""The top of the poster: what the map is, who walks, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence

from journeykit.render.language import say_many
from journeykit.render.sheet import marks
from journeykit.render.sheet.marks import CAPTION, SMALL, said
from journeykit.render.sheet.parts import Box, Fitted, Flow, Grid, Mark, Part, Row, Stack
from journeykit.render.sheet.pen import Face, Pen
from journeykit.render.sheet.symbols import known
from journeykit.render.sheet.text import Run, Text
from journeykit.render.sheet.widths import measured
from journeykit.render.views.poster.figures import SPARK, Figure
from journeykit.render.views.poster.header import Badge, Card, Fact, Header

#: Size, leading and most letters in a line of a title, by how long it is.
_TITLES = {"xl": (38, 1.1, 17), "l": (29, 1.16, 24), "m": (20, 1.3, 46), "s": (14, 1.45, 99)}
_TERM = 62


def top(header: Header, logo: str | None) -> Part:
    """The line above the title: what kind of map, and the facts about it."""
    texts = [Run(header.kicker[0], Face(12, 600))]
    for word in header.kicker[1:]:
        texts += [Run(" / ", Face(12, colour="line2")), Run(word, CAPTION)]
    kicker: Part = Text(texts)
    if logo:
        picture = Mark(120, 36, lambda pen, x, y, width: pen.picture(logo, x, y, width, 36))
        kicker = Row((picture, kicker), (120, None), 16, "middle")
    return Ends(kicker, Flow([_badge(badge) for badge in header.badges], 8, 6, "end"))


class Ends:
    """One part at the start and one at the end, below one another where there is no room."""

    def __init__(self, start: Part, end: Part, gap: float = 24) -> None:
        self.start, self.end, self.gap = start, end, gap

    @property
    def natural(self) -> float:
        return self.start.natural + self.gap + self.end.natural

    def fit(self, width: float) -> Fitted:
        room = self.end.natural
        # Beside one another, as long as the one at the start keeps the larger part of the width.
        if room > width * (0.42 if self.gap < 24 else 0.8):
            return Stack((self.start, self.end), 4).fit(width)
        return Row((self.start, self.end), (None, room + 1), self.gap, "middle").fit(width)


def _badge(badge: Badge) -> Part:
    before = [Run(f"{badge.before} ", SMALL)] if badge.before else []
    after = [Run(f" {badge.after}", SMALL)] if badge.after else []
    text = Text((*before, Run(badge.strong, Face(12, 600)), *after))
    mark: Part | None = None
    if badge.icon == "dot":
        mark = Mark(8, 12, lambda pen, x, y, _: pen.circle(x + 4, y + 6, 4, "pos"))
    elif badge.icon:
        mark = Mark(12, 12, lambda pen, x, y, _: pen.icon(known(badge.icon), x, y, 12, 12, "ink2"))
    inner: Part = Row((mark, text), (mark.natural, None), 6, "middle") if mark else text
    return Box(inner, (3, 10, 3, 10), "card", "line2", None, 13, least=26)


def hero(header: Header) -> Part:
    """The title and the personas: beside one another where they are few."""
    size, leading, letters = _TITLES[header.size]
    wide = size * letters * 0.99 if len(header.personas) in (1, 2) or letters > 17 else size * 26
    face = Face(size, 600 if size > 14 else 500, family="display" if size > 14 else "sans")
    texts: list[Part] = [_Most(said(header.title, face, leading=leading, balanced=True), wide)]
    if header.summary:
        texts.append(Box(_Most(said(header.summary, Face(16, colour="ink2"), leading=1.5), 700), (12, 0, 0, 0)))
    facts: list[tuple[str, Part]] = []
    if header.promises:
        heading = say_many("Our promise", "Our promises", len(header.promises))
        facts.append((heading, Stack([said(text, marks.own(19, "ink"), leading=1.3) for text in header.promises], 3)))
    facts += [(fact.heading, said(", ".join(fact.texts), Face(12.5))) for fact in header.facts]
    if facts:
        wide = max(measured(term, CAPTION) for term, _ in facts)
        rows = [
            Row(
                (Box(said(term, CAPTION), (8 if place == 0 and header.promises else 1, 0, 0, 0)), part),
                (wide, None),
                14,
            )
            for place, (term, part) in enumerate(facts)
        ]
        texts.append(Box(Stack(rows, 4), (18, 0, 0, 0)))
    title = Stack(texts)
    if not header.personas:
        return title
    if len(header.personas) == 1:
        return _Ruled((title, _card(header.personas[0])), (None, 470))
    if len(header.personas) == 2:
        return _Ruled((title, _card(header.personas[0]), _card(header.personas[1])), (None, 410, 300))
    return Stack((title, Grid([Box(_card(card), (0, 22, 0, 0)) for card in header.personas], 270, 0, 20)), 24)


class _Most:
    """A part no wider than so many pixels."""

    def __init__(self, part: Part, most: float) -> None:
        self.part, self.most = part, most

    @property
    def natural(self) -> float:
        return min(self.most, self.part.natural)

    def fit(self, width: float) -> Fitted:
        return self.part.fit(min(self.most, width))


class _Ruled:
    """Parts beside one another with a line between them."""

    def __init__(self, parts: Sequence[Part], widths: Sequence[float | None]) -> None:
        self.parts, self.widths = parts, widths
        self.natural = 1600.0

    def fit(self, width: float) -> Fitted:
        first = width - sum(own + 28 for own in self.widths[1:] if own)
        widths = [first, *(own or 0 for own in self.widths[1:])]
        fitted = [
            part.fit(own - (34 if place else 0))
            for place, (part, own) in enumerate(zip(self.parts, widths, strict=True))
        ]
        height = max(part.height for part in fitted)

        def draw(pen: Pen, x: float, y: float) -> None:
            for place, (part, own) in enumerate(zip(fitted, widths, strict=True)):
                if place:
                    pen.line(x, y, x, y + height, "line2")
                part.draw(pen, x + (22 if place else 0), y + (2 if place else 0))
                x += own + 28

        return Fitted(width, height + 2, draw)


def _card(card: Card) -> Part:
    role = Text((Run(card.role, CAPTION), *marks.evidence(card.evidence)))
    head = Row((marks.avatar(card.avatar, 44), Stack((said(card.avatar.name, Face(15, 600)), role), 2)), (44, None), 14)
    parts: list[Part] = [head]
    parts += [said(f"“{card.quote}”", marks.own(16, "ink"), leading=1.35)] if card.quote else []
    parts += [said(card.summary, Face(12.5, colour="ink2"), leading=1.42)] if card.summary else []
    # English headings are short; others take the room they need, up to the width the page gives them.
    term = min(88.0, max([_TERM, *(measured(fact.heading, CAPTION) + 1 for fact in card.facts)]))
    parts += [Grid([_fact(fact, term) for fact in card.facts], 230, 20, 5)] if card.facts else []
    return Stack(parts, 10)


def _fact(fact: Fact, term: float) -> Part:
    if fact.refs:
        colour = "neg" if fact.bad else "ink"
        value: Part = Flow([marks.ref(ref, Face(12.5, colour=colour)) for ref in fact.refs], 12, 1)
    else:
        value = Stack([said(text, Face(12.5)) for text in fact.texts])
    return Row((said(fact.heading, CAPTION), value), (term, None), 8)


def strip(figures: Sequence[Figure]) -> Part:
    """The figures, side by side."""
    return _Strip([_figure(figure) for figure in figures])


class _Strip:
    """Cells of one width with lines between them, in as many rows as they need."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.natural = 196.0 * len(parts)

    def fit(self, width: float) -> Fitted:
        across = max(1, min(len(self.parts), int((width + 19) // 196)))
        lines = -(-len(self.parts) // across)
        across = -(-len(self.parts) // lines)
        own = min(340.0, (width + 19) / across)
        fitted = [part.fit(own - 37) for part in self.parts]
        rows = [fitted[start : start + across] for start in range(0, len(fitted), across)]
        heights = [max(part.height for part in row) + 27 for row in rows]

        def draw(pen: Pen, x: float, y: float) -> None:
            pen.line(x, y, x + width, y, "line2")
            for row, height in zip(rows, heights, strict=True):
                if row is not rows[0]:
                    pen.line(x, y, x + width, y, "line")
                for place, part in enumerate(row):
                    left = x + place * own
                    if place:
                        pen.line(left - 19, y, left - 19, y + height, "line")
                    part.draw(pen, left, y + 13)
                y += height
            pen.line(x, y, x + width, y, "line2")

        return Fitted(width, sum(heights), draw)


def _figure(figure: Figure) -> Part:
    tone = "neg" if figure.tone == "neg" else "ink"
    big: list[Part] = [said(figure.number, Face(25, 600, tone, "display"), leading=1.15)]
    if figure.unit:
        big.append(Box(said(figure.unit, Face(13, 500, "ink3")), (7, 0, 0, 0)))
    if figure.symbols:
        big.append(Flow([marks.symbol(f"s-{name}", 14, 14) for name in figure.symbols], 3, 3))
    if figure.share is not None:
        share = figure.share
        big.append(Mark(70, 7, lambda pen, x, y, width: _meter(pen, x, y, width, share)))
    if figure.spark:
        big.append(Mark(70, 30, lambda pen, x, y, width: _spark(pen, x, y, width, figure)))
    parts: list[Part] = [said(figure.name, Face(12, 500, "ink3")), _Line(big)]
    if figure.parts:
        parts.append(Box(Mark(100, 26, lambda pen, x, y, width: _span(pen, x, y, width, figure), True), (4, 0, 0, 0)))
    subs: list[Part] = []
    for sub in figure.subs:
        if sub.icon == "star":
            subs.append(Row((marks.symbol("star", 13, 13, 1), said(sub.text, SMALL)), (13, None), 4))
        elif sub.icon == "severity" and sub.bars:
            subs.append(Row((marks.symbol(f"v{sub.bars}", 22, 12, 1), said(sub.text, SMALL)), (22, None), 4))
        else:
            subs.append(said(sub.text, SMALL, leading=1.4))
    parts.append(Flow(subs, 10))
    return Stack(parts, 4)


class _Line:
    """Parts after one another; the last takes what is left, up to 150, where it is a drawing."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.natural = sum(part.natural for part in parts) + 10.0 * len(parts)

    def fit(self, width: float) -> Fitted:
        *head, last = self.parts
        if not isinstance(last, Mark):
            return Flow(self.parts, 7).fit(width)
        used = sum(part.natural + 7 for part in head)
        room = min(150 if last.height > 10 else 120, width - used)
        if room < 50:
            return Flow(self.parts, 7).fit(width)
        grown = Mark(room, last.height, last.paint)
        return Flow((*head, grown), 7).fit(width + 1)


def _meter(pen: Pen, x: float, y: float, width: float, share: float) -> None:
    pen.rect(x, y, width, 7, "line", None, 3.5)
    if share > 0:
        pen.rect(x, y, max(7, width * share), 7, "ink2", None, 3.5)


def _spark(pen: Pen, x: float, y: float, width: float, figure: Figure) -> None:
    wide, tall = width / SPARK[0], 30 / SPARK[1]
    pen.line(x, y + 15, x + width, y + 15, "line2", 1, "2 3")
    pen.path(figure.spark, None, "ink2", 1.6, "", (wide, tall), (x, y))
    for at, down in figure.lows:
        left, low = x + at * wide, y + down * tall
        pen.path(f"M{left - 4} {low - 3.5}L{left + 4} {low - 3.5}L{left} {low + 3.5}Z", "n2")


def _span(pen: Pen, x: float, y: float, width: float, figure: Figure) -> None:
    """The stages as parts of the whole time; short ones keep a width that can be seen."""
    gap, least = 2.0, 11.0
    room = max(1.0, width - gap * (len(figure.parts) - 1))
    least = min(least, room / len(figure.parts))
    total = sum(part.days for part in figure.parts) or 1
    widths = [max(least, part.days / total * room) for part in figure.parts]
    over = sum(widths) - room
    spare = sum(own - least for own in widths) or 1
    widths = [own - over * (own - least) / spare for own in widths]
    for place, (part, own) in enumerate(zip(figure.parts, widths, strict=True)):
        pen.rect(x, y, own, 8, "head")
        if len(figure.parts) < 10 or place in (0, len(figure.parts) - 1):
            pen.text(x, y + 10, max(own, 8), 15, [(str(part.number), Face(12, colour="ink3"))])
        x += own + gap
