"""The bottom of the poster: what belongs to the whole journey, the legend, evidence, how the numbers are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journeykit.render.language import say
from journeykit.render.sheet import marks, plots
from journeykit.render.sheet.cells import cell
from journeykit.render.sheet.marks import CAPTION, HEADING, SMALL, said
from journeykit.render.sheet.parts import Fitted, Flow, Grid, Mark, Part, Row, Stack
from journeykit.render.sheet.pen import Face, Pen
from journeykit.render.sheet.symbols import known
from journeykit.render.sheet.text import Run, Text
from journeykit.render.views.poster.footer import Footer, Source
from journeykit.render.views.poster.items import Item
from journeykit.render.views.words import plain

_Paint = Callable[[Pen, float, float], None]


def _use(name: str, width: float, height: float, colour: str | None = None) -> _Paint:
    return lambda pen, x, y: pen.icon(name, x - width / 2, y - height / 2, width, height, colour)


def _bar(pen: Pen, x: float, y: float) -> None:
    pen.rect(x - 15, y - 4, 30, 8, "line", None, 2)
    pen.rect(x - 15, y - 4, 20, 8, "n1", None, 2)
    pen.line(x - 3, y - 7, x - 3, y + 7, "ink", 2.5)


def _was(pen: Pen, x: float, y: float) -> None:
    pen.rect(x - 15, y - 4, 30, 8, "line", None, 2)
    pen.line(x, y - 4, x, y + 4, "ink3", 1.5, "2 1.5")


def _bridge(pen: Pen, x: float, y: float) -> None:
    pen.line(x - 15, y, x + 15, y, "z", 1.6, "4 5")
    pen.icon("f-x", x - 7, y - 7, 14, 14)


def _quality(pen: Pen, x: float, y: float) -> None:
    pen.line(x - 9, y, x + 9, y, "neg", 4)
    pen.circle(x + 8, y, 5.6, "page", "ink2", 1.6)
    pen.circle(x - 8, y, 5, "neg")


def _word(text: str, face: Face) -> _Paint:
    return lambda pen, x, y: pen.text(x - 15, y - 8, 30, 16, [(text, face)], "middle")


def _evidence(pen: Pen, x: float, y: float) -> None:
    pen.rect(x - 7.5, y - 7.5, 15, 15, "card", "line2", 3)
    pen.text(x - 7.5, y - 7.5, 15, 15, [("A", Face(10.5, 600, "ink2"))], "middle")


def _symbols() -> dict[str, _Paint]:
    return {
        "star": _use("star", 16, 16),
        **{state: _use(f"s-{state}", 16, 16) for state in ("answered", "planned", "open")},
        "horn": _use("i-horn", 14, 14, "ink2"),
        "hollow": _use("f-x", 16, 16),
        "bridge": _bridge,
        "desired": lambda pen, x, y: pen.line(x - 10, y, x + 10, y, "pos", 2, "4 3"),
        "light": lambda pen, x, y: pen.line(x - 15, y, x + 15, y, "a2", 2),
        "severity": _use("v3", 22, 12),
        "dot": lambda pen, x, y: pen.circle(x, y, 5.5, "ink"),
        "ask": lambda pen, x, y: plots.asked(pen, x, y, ""),
        "direct": lambda pen, x, y: plots.asked(pen, x, y, "direct"),
        "help": lambda pen, x, y: plots.helped(pen, x, y, "live"),
        "far": lambda pen, x, y: pen.line(x, y - 9, x, y + 9, "pos", 2, "2 2.5"),
        "importance": _use("d3", 30, 5),
        "quality": _quality,
        "bullet": _bar,
        "was": _was,
        "score": _word(plain(2.5), Face(12, 700)),
        "handoff": _use(known("arrow"), 14, 14, "ink2"),
        "evidence": _evidence,
    }


def whole(sections: Sequence[tuple[str, Sequence[Item]]]) -> Part:
    """What belongs to the whole journey."""
    parts = [(heading, Grid([cell(item) for item in items], 220, 22, 14, fill=False)) for heading, items in sections]
    return Grid([Stack((said(heading, HEADING), part), 9) for heading, part in parts], 300, 40, 20)


def foot(footer: Footer) -> Part:
    """The foot: side by side what there is of it."""
    sections: list[tuple[float, Part]] = []
    if footer.legend:
        paints = _symbols()
        rows = [_meaning(paints[item.key], item.text) for item in footer.legend]
        sections.append((1.25, Stack((said(say("Legend"), HEADING), _Columns(rows)), 9)))
    if footer.sources:
        sections.append((1.0, Stack((said(say("Evidence"), HEADING), _sources(footer.sources)), 9)))
    if footer.made:
        made = [Text((Run(term, Face(12, 600)), Run(f" {text}", SMALL)), 1.5) for term, text in footer.made]
        sections.append((0.8, Stack((said(say("How the numbers are made"), HEADING), Stack(made, 4)), 9)))
    about = [Text((Run(term, Face(12, 600, "ink2")), Run(f" {text}", CAPTION))) for term, text in footer.about]
    end = Flow([*about, said(say("Rendered by {program}", program="journeykit"), CAPTION)], 24, 4)
    return Stack((_Shares(sections), _Above(end) if sections else end), 18)


class _Above:
    """A part under a line."""

    def __init__(self, part: Part) -> None:
        self.part, self.natural = part, part.natural

    def fit(self, width: float) -> Fitted:
        inner = self.part.fit(width)

        def draw(pen: Pen, x: float, y: float) -> None:
            pen.line(x, y, x + width, y, "line")
            inner.draw(pen, x, y + 10)

        return Fitted(width, inner.height + 10, draw)


class _Shares:
    """Parts beside one another, each with its share of the width."""

    def __init__(self, parts: Sequence[tuple[float, Part]]) -> None:
        self.parts, self.natural = parts, 1600.0

    def fit(self, width: float) -> Fitted:
        total = sum(share for share, _ in self.parts) or 1
        room = width - 40 * max(0, len(self.parts) - 1)
        most = 1.25 / 3.05 * room * 1.5
        fitted = [part.fit(min(most, room * share / total)) for share, part in self.parts]

        def draw(pen: Pen, x: float, y: float) -> None:
            for part in fitted:
                part.draw(pen, x, y)
                x += part.width + 40

        return Fitted(width, max((part.height for part in fitted), default=0), draw)


class _Columns:
    """Rows set in columns, filled one after the other."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts, self.natural = parts, 600.0

    def fit(self, width: float) -> Fitted:
        across = max(1, min(3, int((width + 22) // 212)))
        each = -(-len(self.parts) // across)
        columns = [Stack(self.parts[start : start + each]) for start in range(0, len(self.parts), each)]
        return Row(columns, [(width - 22 * (across - 1)) / across] * len(columns), 22).fit(width)


def _meaning(paint: _Paint, text: str) -> Part:
    mark = Mark(30, 22, lambda pen, x, y, _: paint(pen, x + 15, y + 11))
    return Row((mark, said(text, SMALL, leading=1.42)), (30, None), 8, "middle")


def _sources(sources: Sequence[Source]) -> Part:
    heads = (say("Source"), say("Method"), say("Sample"), say("Date"))
    columns = [[source.method, source.sample, source.date] for source in sources]
    widths = [
        max(said(text, Face(12.5)).natural + 2 for text in (head, *(row[place] for row in columns)))
        for place, head in enumerate(heads[1:])
    ]
    first = [said(text, CAPTION) for text in ("", *heads[:2])]
    return _Table(
        [[*first, *(said(head, CAPTION, align="end") for head in heads[2:])]]
        + [
            [
                Text(marks.evidence((source.letter,))),
                Text((Run(source.name, Face(12.5)),), url=source.url),
                said(source.method, Face(12.5)),
                said(source.sample, Face(12.5), align="end"),
                said(source.date, Face(12.5), align="end"),
            ]
            for source in sources
        ],
        [min(110.0, widths[0]), min(80.0, widths[1]), min(96.0, widths[2])],
    )  # fmt: skip


class _Table:
    """Rows of five cells with lines between them."""

    def __init__(self, rows: Sequence[Sequence[Part]], widths: Sequence[float]) -> None:
        self.rows, self.widths, self.natural = rows, widths, 480.0

    def fit(self, width: float) -> Fitted:
        shape: list[float | None] = [22, None, *self.widths]
        fitted = [Row(row, shape, 10).fit(width) for row in self.rows]

        def draw(pen: Pen, x: float, y: float) -> None:
            for place, row in enumerate(fitted):
                if place:
                    pen.line(x, y, x + width, y, "line")
                row.draw(pen, x, y + (5 if place else 0))
                y += row.height + (10 if place else 5)

        return Fitted(width, sum(row.height for row in fitted) + 10 * len(fitted) - 5, draw)
