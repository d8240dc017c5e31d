"""What stands in the cells of a poster: a part for each kind of item."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from journeykit.render.language import say
from journeykit.render.sheet import marks
from journeykit.render.sheet.marks import BODY, CAPTION, SECOND, SMALL, STRONG, own, said
from journeykit.render.sheet.parts import Box, Flow, Grid, Mark, Part, Row, Stack
from journeykit.render.sheet.pen import Face, Pen
from journeykit.render.sheet.symbols import known
from journeykit.render.sheet.text import Inline, Run, Text
from journeykit.render.sheet.widths import measured
from journeykit.render.views.poster import items as it

_PANEL = (7, 10, 8, 10)


def because(reason: str, size: float = 13.5) -> list[Run]:
    """The reason of a feeling: our words upright, the customer's own in italics."""
    before, _, after = say("because {reason}").partition("{reason}")
    ours = Face(12, 500, "ink3")
    return [Run(text, face) for text, face in ((before, ours), (reason, own(size)), (after, ours)) if text]


def _line(x: it.Line) -> Part:
    label = [Run(f"{x.label}: ", SECOND)] if x.label else []
    details = [Run(f" · {', '.join(x.details)}", CAPTION)] if x.details else []
    text = Text((*label, Run(x.text, SECOND), *details, *marks.avatars(x.avatars), *marks.evidence(x.evidence)))
    return marks.noted(x.icon, text, SECOND, 14, "pos" if x.tone == "pos" else "ink2")


def _voice(x: it.Voice) -> Part:
    text = f"“{x.text}”" if x.said else x.text
    words = Text((Run(text, own(15, "ink")), *marks.avatars(x.avatars), *marks.evidence(x.evidence)), 1.3)
    return Row((marks.icon("quote" if x.said else "think", 15), Stack((words, said(x.date, CAPTION)))), (16, None))


def _panel(tone: str, parts: Sequence[Part], gap: float = 2) -> Part:
    fill, frame = {"live": ("pos-bg", None), "plan": ("sunk", "line2"), "gone": (None, "line")}.get(
        tone, ("neg-bg", "neg-line")
    )
    return Box(Stack(parts, gap), _PANEL, fill, frame, None, 6)


def _helpbox(x: it.HelpBox) -> Part:
    state = Face(12, 600, "pos" if x.tone == "live" else "ink")
    where = [said(x.state, state), *([said(x.when, SMALL)] if x.when else [])]
    where += [marks.ref(c, SMALL) for c in x.channels] + [said(word, SMALL) for word in x.words]
    name = Text((Run(x.name, Face(12.5, 600, "ink3" if x.tone == "gone" else "ink")),), url=x.url)
    return _panel(x.tone, (name, Flow(where)))


def _asked(x: it.Asked) -> Part:
    details: list[Part] = [marks.ref(channel) for channel in x.channels]
    details += [marks.pips(x.importance)] if x.importance is not None else []
    details += [said(word, CAPTION) for word in x.words]
    if x.avatars or x.evidence:
        details.append(Text((*marks.avatars(x.avatars), *marks.evidence(x.evidence))))
    helps = [_helpbox(help_) for help_ in x.helps]
    if x.answer:
        answered = (said(f"“{x.answer}”", Face(12.5, 600)), said(say("Answered directly"), Face(12, 600, "pos")))
        helps.insert(0, _panel("live", answered))
    if x.warning:
        helps.append(_panel("warn", (said(x.warning, Face(12.5, 600, "neg")),)))
    question = Stack((said(x.text, own(16, "ink"), leading=1.28), Flow(details)), 4)
    return Row((marks.symbol(f"s-{x.state}", 16, 16, 2), Stack((question, *helps), 7)), (16, None), 9)


def _scale(x: it.Quality) -> Mark:
    def paint(pen: Pen, left: float, y: float, width: float) -> None:
        middle, span = y + 9, width - 14

        def at(value: float) -> float:
            return left + 7 + (value - 1) / 4 * span

        pen.line(at(1), middle - 0.5, at(5), middle - 0.5, "line2")
        for tick in range(1, 6):
            pen.line(at(tick), middle - 2.5, at(tick), middle + 2.5, "line2")
        got, wanted = x.quality, x.expected
        short = got is not None and wanted is not None and got < wanted
        tone = "neg" if short else "pos"
        if got is not None and wanted is not None and got != wanted:
            pen.line(at(got), middle, at(wanted), middle, tone, 4)
        if wanted is not None:
            pen.circle(at(wanted), middle, 6.2, "page", "ink2", 1.6)
        if got is not None:
            pen.circle(at(got), middle, 4.2 if got == wanted else 5.6, "ink2" if wanted is None else tone)

    return Mark(84, 18, paint, True)


class _Quality:
    """A touchpoint: name, scale and values in one line where there is room, else the scale below."""

    def __init__(self, x: it.Quality) -> None:
        self.x = x

    natural = 330.0

    def fit(self, width: float) -> Any:
        x = self.x
        face = Face(12.5, 500)
        name = marks.noted(x.ref.icon, Text((Run(x.ref.name, face),), url=x.url), face, 14, "ink2")
        values = Text((Run(x.values, SMALL), *marks.evidence(x.evidence)), align="end")
        room = values.natural
        rated = x.quality is not None or x.expected is not None
        if width > 300 and rated:
            top: Part = Row((name, _scale(x), values), (148, None, room), 12, "middle")
        else:
            top = Stack((Row((name, values), (None, room), 10), *((_scale(x),) if rated else ())), 1)
        words = [marks.pips(x.importance)] if x.importance is not None else []
        tones = [Face(12, 600, "neg") if x.tone == "neg" and not n else CAPTION for n in range(len(x.words))]
        more = Flow([*words, *(said(word, tone) for word, tone in zip(x.words, tones, strict=True))], 12)
        return Stack((top, Box(more, (0, 0, 0, 20)) if more.parts else more), 1).fit(width)


def _notice(x: it.Notice) -> Part:
    text = (
        Run(x.word, Face(12.5, 600, "neg")),
        Run(f" {x.text} ", SECOND),
        Run(f"“{x.quote}”" if x.quote else "", own(14)),
    )
    return _panel("warn", (Text(text, 1.38),))


def _chance(x: it.Chance) -> Part:
    off = x.settled or not x.score
    frame, colour = ("line2", "ink3") if off else ("ink", "ink")

    def score(pen: Pen, left: float, y: float, width: float) -> None:
        pen.rect(left, y, width, 46, None, frame, 7, 1.5)
        if x.score:
            pen.text(
                left,
                y + 6,
                width,
                23,
                [(x.score, Face(21 if len(x.score) < 4 else 15, 600, colour, "display"))],
                "middle",
            )
            word = say("score")
            pen.text(left, y + 28, width, 13, [(word, Face(10.5 if len(word) < 8 else 9, 500, "ink3"))], "middle")
        else:
            pen.icon(known("tick" if x.settled else "plus"), left + width / 2 - 10, y + 13, 20, 20, "ink3")

    rated = [(say("Impact"), x.impact), (say("Effort"), x.effort)]
    details: list[Part] = [
        Row((said(word, CAPTION), Box(marks.pips(value), (4, 0, 0, 0))), (said(word, CAPTION).natural, 38), 4)
        for word, value in rated
        if value is not None
    ]
    details += marks.tags(x.tags)
    if x.ticket:
        details.append(Text((Run(say("Ticket") if x.url else x.ticket, CAPTION),), url=x.url))
    texts = Stack((said(x.text, Face(13, 600)), Flow(details, 12)), 5)
    return Row((Mark(44, 46, score), texts), (44, None), 12)


def _pairs(pairs: Sequence[tuple[str, str, Face]]) -> Part:
    wide = max((measured(term, CAPTION) for term, _, _ in pairs), default=0)
    rows = [Row((said(term, CAPTION), said(text, face)), (min(wide, 90), None), 10) for term, text, face in pairs]
    return Stack(rows, 3)


def _problem(x: it.Problem) -> Part:
    head: list[Run | Inline] = [Run(x.text, STRONG)]
    head += [Run(f" {x.severity}", Face(12, 500, "neg"))] if x.severity else []
    head += [Run(f" {x.state}", Face(12, 500, "ink3"))] if x.state else []
    head += [*marks.avatars(x.avatars), *marks.evidence(x.evidence)]
    mark: Part = (
        marks.symbol(f"v{x.bars}", 22, 12, 2)
        if x.bars
        else marks.icon(x.icon or "ring", 14, "pos" if x.icon == "plus" else "ink")
    )
    pairs = [(say("Desired"), x.desired, BODY), (say("Received"), x.received, replace(BODY, colour="neg"))]
    details: list[Part] = [marks.ref(item) for item in x.refs]
    if x.quote:
        before, _, after = say("Breaks {promise}").partition("{promise}")
        details.append(Text((Run(before, CAPTION), Run(f"“{x.quote}”", own()), Run(after, CAPTION))))
    body: list[Part] = [Row((mark, Text(head)), (mark.natural, None), 8)]
    body += [said(x.because, own())] if x.because else []
    known_pairs = [(term, text, face) for term, text, face in pairs if text]
    body += [_pairs(known_pairs)] if known_pairs else []
    body += [Flow(details, 12)] if details else []
    return Stack((Stack(body, 5), *(cell(item) for item in x.chances)), 10)


def _hazard(x: it.Hazard) -> Part:
    head = Row((marks.icon(x.icon, 14, "ink"), said(x.text, STRONG)), (14, None), 8)
    reason = [said(x.because, own())] if x.because else []
    return Stack((head, *reason, Flow(marks.tags(x.tags), 12)), 4)


def _gauge(x: it.Gauge) -> Part:
    now = [Run(x.now, Face(12.5, 600))] + ([Run(f" → {x.target}", CAPTION)] if x.target else [])
    values = Text(now, align="end")
    name = Text((Run(x.name, BODY), *marks.evidence(x.evidence)))

    def bar(pen: Pen, left: float, y: float, width: float) -> None:
        def at(value: float) -> float:
            return left + value / 100 * width

        pen.rect(left, y + 3, width, 8, "line", None, 2)
        if x.length is not None:
            pen.rect(at(x.start), y + 3, x.length / 100 * width, 8, x.tone, None, 2)
        for value, top, bottom, colour, thick, dash in (
            (x.zero, 1, 13, "ink3", 1, ""),
            (x.was, 3, 11, "ink3", 1.5, "2 1.5"),
            (x.mark, 0, 14, "ink", 2.5, ""),
        ):
            if value is not None:
                pen.line(at(value), y + top, at(value), y + bottom, colour, thick, dash)

    shown = x.length is not None or x.mark is not None
    return Stack((
        _Sides(name, values),
        *((Mark(40, 14, bar, True),) if shown else ()),
        said(x.details, CAPTION),
    ), 2)  # fmt: skip


class _Sides:
    """A text at the start and one at the end of a line; below it where both would be crowded."""

    def __init__(self, start: Text, end: Text) -> None:
        self.start, self.end = start, end

    @property
    def natural(self) -> float:
        return self.start.natural + 10 + self.end.natural

    def fit(self, width: float) -> Any:
        room = self.end.natural
        if room > width * 0.55:
            return Stack((self.start, self.end)).fit(width)
        return Row((self.start, self.end), (None, room), 10).fit(width)


def _chip(x: it.Chip) -> Part:
    lines: list[Part] = [said(x.text, BODY, leading=1.3)]
    if x.owner or x.wait or x.avatars:
        joint = " · " if x.owner and x.wait else ""
        small = (
            *marks.avatars(x.avatars),
            Run(f"{x.owner}{joint}", CAPTION),
            Run(x.wait, replace(CAPTION, colour="neg")),
        )
        lines.append(Text(small, 1.3))
    inner = Row((marks.icon(x.icon, 14, "ink2"), Stack(lines)), (14, None), 6)
    chip = Box(inner, (4, 10, 4, 10), "card", "line2", None, 3, least=27)
    if not x.handoff:
        return chip
    return Row((marks.icon("arrow", 16), chip), (16, None), 6, "middle")


def done(x: it.Done) -> Part:
    """An action."""
    who = Text(marks.avatars(x.avatars), align="end")
    channel = marks.noted(x.channel.icon, x.channel.name, CAPTION, 14) if x.channel else said("")
    room = 17 * len(x.avatars) + 2 * max(0, len(x.avatars) - 1) + 1
    top: Part = Row((channel, who), (None, min(room, 58)), 5) if x.avatars else channel
    action = Text((Run(x.text, Face(13, 500)), *marks.evidence(x.evidence)), 1.38, balanced=True)
    notes: list[Part] = []
    if x.star is not None:
        words = [said(say("Moment of truth"), Face(12, 600, "gold-ink")), said(x.star, Face(12, colour="gold-ink"))]
        notes.append(Row((marks.symbol("star", 13, 13, 1.5), Stack(words, 1)), (13, None), 4))
    for tag in x.tags:
        if tag.tone == "dashed":
            notes.append(Box(said(tag.text, SMALL), (0, 5, 0, 5), None, "line2", None, 4, 1, "3 2"))
        else:
            notes.append(marks.noted(tag.icon, tag.text, SMALL, 12))
    return Stack((top, action, *(_Natural(note) for note in notes)), 5)


class _Natural:
    """A part as wide as it wants, where there is room."""

    def __init__(self, part: Part) -> None:
        self.part = part

    @property
    def natural(self) -> float:
        return self.part.natural

    def fit(self, width: float) -> Any:
        return self.part.fit(min(width, self.part.natural))


_KINDS: dict[str, Callable[[Any], Part]] = {
    "line": _line, "voice": _voice, "helpbox": _helpbox, "asked": _asked, "quality": _Quality, "notice": _notice,
    "chance": _chance, "problem": _problem, "hazard": _hazard, "gauge": _gauge, "chip": _chip,
}  # fmt: skip


def cell(item: it.Item) -> Part:
    """An item of a cell as a part."""
    return _KINDS[item.kind](item)


def cells(items: Sequence[it.Item], shape: str) -> Part:
    """The items of a cell in the shape of their lane."""
    parts = [cell(item) for item in items]
    if shape == "chips":
        return Flow(parts, 6, 6)
    if shape == "wide":
        return Grid(parts, 190, 22, 14)
    if shape == "qs":
        return Grid(parts, 165, 20, 16)
    return Stack(parts, 9 if shape == "tps" else 5)
