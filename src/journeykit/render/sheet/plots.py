"""The two lanes that run across all stages: the curve of feelings, and the channels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeykit.render.language import say
from journeykit.render.sheet import marks
from journeykit.render.sheet.cells import because
from journeykit.render.sheet.marks import HEADING, SMALL, said
from journeykit.render.sheet.parts import Fitted, Stack
from journeykit.render.sheet.pen import Face, Pen
from journeykit.render.sheet.symbols import known
from journeykit.render.sheet.text import Run, Text
from journeykit.render.views.poster.asking import Channels
from journeykit.render.views.poster.columns import Sheet
from journeykit.render.views.poster.curve import UNIT, Curve, Feeling
from journeykit.render.views.poster.labels import Dot, Note, Spot

Draws = Callable[[Pen, float, float], None]

_WIDEST = 176
_COLOURS = {"pos": "pos", "neg": "neg", "": "ink"}
_ROW, _TALL, _ABOVE = 27, 38, 38


@dataclass(frozen=True)
class Across:
    """Where units stand: the left edge of the first one shown, and how wide each is."""

    left: float
    unit: float
    sheet: Sheet

    def at(self, units: float) -> float:
        return self.left + (units - self.sheet.span.start) * self.unit

    @property
    def width(self) -> float:
        return self.sheet.span.width * self.unit


def _label(spot: Spot, width: float) -> tuple[Fitted, float] | None:
    tone = Face(12.5, 600, _COLOURS[spot.tone])
    head = [Run(spot.feeling, tone)] if spot.feeling else []
    head += [Run(f" {spot.score}", Face(12, colour="ink3"))] if spot.score else []
    if not head:
        return None
    parts = [Text(head, 1.3, "middle")]
    parts += [Text(because(spot.because), 1.3, "middle", True)] if spot.because else []
    room = min(_WIDEST, width) - 6
    return Stack(parts, 1).fit(room), room


def feeling(lane: Feeling, across: Across) -> Fitted:
    """The lane of feelings, over the columns of a sheet; its label stands with `scale`."""
    labels = [
        (spot, fitted)
        for spot in lane.curves[0].spots
        if across.sheet.holds(spot.span.middle)
        if (fitted := _label(spot, spot.span.width * across.unit))
    ]
    top, bottom = float(lane.top), float(lane.bottom)
    for spot, (fitted, _) in labels:
        if spot.side == "up":
            top = max(top, fitted.height + 24 - spot.level * lane.step)
        else:
            bottom = max(bottom, fitted.height + 24 - (4 - spot.level) * lane.step)
    height = top + 4 * lane.step + bottom

    def draw(pen: Pen, x: float, y: float) -> None:
        zero = y + top
        fade = pen.gradient("mt", y, height, ((0, "gold-bg", 1), (0.85, "gold-bg", 0)))
        for spot in lane.curves[0].spots:
            if spot.star and across.sheet.holds(spot.span.middle):
                pen.rect(across.at(spot.span.start), y, spot.span.width * across.unit, height, fade)
        for seam in across.sheet.seams:
            pen.line(across.at(seam), y, across.at(seam), y + height, "line")
        for level in (0, 1, 3, 4):
            at = zero + level * lane.step
            pen.line(across.left, at, across.left + across.width, at, "line")
        stops = (("p2", 0), ("p1", 0.25), ("z", 0.5), ("n1", 0.75), ("n2", 1))
        colours = pen.gradient("cg", zero, 4 * lane.step, [(place, name, 1) for name, place in stops])
        area = pen.gradient("ca", zero, 4 * lane.step, ((0, "p2", 0.3), (0.5, "z", 0.02), (1, "n2", 0.3)))
        scale = across.unit / UNIT, lane.step / UNIT
        move = across.at(0), zero
        with pen.clipped(across.left, y, across.width, height):
            for curve in reversed(lane.curves):
                _curve(pen, curve, scale, move, colours, area)
        middle = zero + 2 * lane.step
        pen.line(across.left, middle, across.left + across.width, middle, "z", 1, "3 3")
        for spot in lane.curves[0].spots:
            if across.sheet.holds(spot.span.middle):
                _spot(pen, spot, across.at(spot.span.middle), zero + spot.level * lane.step, y)
                if spot.desired is not None:
                    at, wish = across.at(spot.span.middle), zero + spot.desired * lane.step
                    pen.line(at - 9, wish, at + 9, wish, "pos", 2, "4 3")
        for spot, (fitted, room) in labels:
            at, level = across.at(spot.span.middle), zero + spot.level * lane.step
            fitted.draw(pen, at - room / 2, level - 16 - fitted.height if spot.side == "up" else level + 16)
        for curve in lane.curves[1:]:
            for dot in curve.dots:
                if across.sheet.holds(dot.span.middle):
                    _dot(pen, dot, across, zero + dot.level * lane.step)

    return Fitted(across.width, height, draw)


def _curve(
    pen: Pen, curve: Curve, scale: tuple[float, float], move: tuple[float, float], colours: str, area: str
) -> None:
    if not curve.primary:
        pen.path(curve.line, None, f"a{(curve.number - 1) % 4 + 1}", 2, "", scale, move, True)
        return
    if curve.area:
        pen.path(curve.area, area, None, 1, "", scale, move)
    if curve.bridge:
        pen.path(curve.bridge, None, "z", 1.6, "4 5", scale, move)
    if curve.line:
        pen.path(curve.line, None, colours, 3, "", scale, move, True)


def _spot(pen: Pen, spot: Spot, x: float, y: float, top: float) -> None:
    size = 16 if spot.small else 24
    pen.line(x, top, x, y - 13, "line2", 1, "1 3")
    pen.icon(f"f-{spot.face}", x - size / 2, y - size / 2, size, size)
    if spot.star:
        pen.icon("star", x + 6, y - 19, 17, 17)


def _dot(pen: Pen, dot: Dot, across: Across, y: float) -> None:
    x = across.at(dot.span.middle) + dot.shift
    pen.circle(x, y, 10.5, "page")
    marks.disc(pen, dot.avatar, x, y, 18)
    if dot.label:
        room = min(_WIDEST, dot.span.width * across.unit) - 4
        face = Face(12, colour=f"a{(dot.avatar.number - 1) % 4 + 1}")
        fitted = Text((Run(dot.label, face),), 1.3, "middle").fit(room)
        fitted.draw(pen, x - room / 2, y - 11 - fitted.height if dot.side == "up" else y + 11)


def scale(lane: Feeling, across: Across, width: float) -> Draws:
    """The label of the lane of feelings: the faces and what they mean, each at its height."""
    texts = Stack((said(say("Feeling"), HEADING), said(say("One point for each action"), marks.CAPTION)), 2)
    names = (say("great"), say("good"), say("neutral"), say("poor"), say("bad"))

    def draw(pen: Pen, x: float, y: float) -> None:
        texts.fit(width).draw(pen, x, y + 13)
        top = feeling_top(lane, across)
        for place, (name, value, face) in enumerate(
            zip(names, ("+2", "+1", "0", "−1", "−2"), ("p2", "p1", "z", "n1", "n2"), strict=True)
        ):
            at = y + top + place * lane.step
            right = x + width
            pen.icon(f"f-{face}", right - 16, at - 8, 16, 16)
            pen.text(right - 44, at - 8, 22, 16, [(value, Face(12, colour="ink3"))], "end")
            pen.text(x, at - 8, width - 50, 16, [(name, SMALL)], "end")

    return draw


def feeling_top(lane: Feeling, across: Across) -> float:
    """The height above +2, as labels need it."""
    whole = feeling(lane, across).height
    top = float(lane.top)
    for spot in lane.curves[0].spots:
        if across.sheet.holds(spot.span.middle) and spot.side == "up":
            found = _label(spot, spot.span.width * across.unit)
            top = max(top, found[0].height + 24 - spot.level * lane.step) if found else top
    return min(top, whole)


def note(item: Note) -> Stack:
    """What a point says that has no room beside it."""
    head = [Run(item.feeling, Face(12.5, 600, _COLOURS[item.tone]))] if item.feeling else []
    text = Text((
        *(marks.avatars((item.avatar,)) if item.avatar else ()),
        *([Run(" ", SMALL)] if item.avatar else ()),
        *head,
        Run(f" {item.score}", Face(12, colour="ink3")),
    ))  # fmt: skip
    return Stack((text, Text(because(item.because), 1.3)) if item.because else (text,), 1)


def channels(lane: Channels, across: Across) -> Fitted:
    """The lane of channels, over the columns of a sheet."""
    row = _TALL if lane.tall else _ROW
    height = _ABOVE + row * len(lane.rows) + 14

    def draw(pen: Pen, x: float, y: float) -> None:
        def level(place: float) -> float:
            return y + _ABOVE + row * (place + 0.5)

        for seam in across.sheet.seams:
            pen.line(across.at(seam), y, across.at(seam), y + height, "line")
        for place in range(len(lane.rows)):
            pen.line(across.left, level(place), across.left + across.width, level(place), "line")
        move, size = (across.at(0), y + _ABOVE), (across.unit / 100, row / 10)
        with pen.clipped(across.left, y, across.width, height):
            for way in lane.ways:
                if way.primary:
                    pen.path(way.path, None, "ink", 2, "", size, move, opacity=0.85)
        for mark in lane.marks:
            if across.sheet.holds(mark.x):
                at = across.at(mark.x)
                tone = {"open": "neg", "planned": "ink2"}.get(mark.tone, "pos")
                if mark.far:
                    pen.line(at, level(mark.far[0]), at, level(mark.far[1]), tone, 2, "2 2.5", 0.75)
                if mark.stem:
                    pen.line(at, level(mark.stem[0]), at, level(mark.stem[1]), tone, 1.5, "", 0.75)
                for place in mark.asked:
                    asked(pen, at, level(place), mark.tone)
                for place in mark.helped:
                    helped(pen, at, level(place), mark.help_tone)
        for stop in lane.stops:
            if across.sheet.holds(stop.x):
                at, down = across.at(stop.x), level(stop.row)
                pen.circle(at, down, 9.5 if stop.star else 8, "page")
                pen.circle(
                    at,
                    down,
                    6.25 if stop.star else 5.5,
                    "gold" if stop.star else "ink",
                    "gold-ink" if stop.star else None,
                    1.5,
                )

    return Fitted(across.width, height, draw)


def asked(pen: Pen, x: float, y: float, tone: str) -> None:
    """The ring of a question."""
    colour = {"open": "neg", "planned": "ink2"}.get(tone, "pos")
    pen.circle(x, y, 7.75, "page", colour, 1.7 if tone == "open" else 1.5, "2.7 1.7" if tone == "open" else "")
    if tone == "direct":
        pen.circle(x, y, 4.2, "pos")


def helped(pen: Pen, x: float, y: float, tone: str) -> None:
    """The diamond of help."""
    for reach, fill, stroke in (
        (9.0, "page", None),
        (6.2, "page" if tone == "plan" else "pos", "ink2" if tone == "plan" else None),
    ):
        data = f"M{x} {y - reach}L{x + reach} {y}L{x} {y + reach}L{x - reach} {y}Z"
        pen.path(data, fill, stroke, 1.5)


def names(lane: Channels, width: float) -> Draws:
    """The label of the lane of channels: their names, how often asked and answered."""
    row = _TALL if lane.tall else _ROW
    counted = bool(lane.marks)

    def draw(pen: Pen, x: float, y: float) -> None:
        said(say("Channels"), HEADING).fit(width).draw(pen, x, y + 13)
        right = x + width
        if counted:
            pen.circle(right - 34, y + 23, 5.5, None, "pos", 1.5)
            pen.icon("s-answered", right - 14, y + 16.5, 13, 13)
        for place, channel in enumerate(lane.rows):
            middle = y + _ABOVE + row * (place + 0.5)
            pen.icon(known(channel.ref.icon), x, middle - 7.5, 15, 15, "ink")
            room = width - 22 - (52 if counted else 0)
            name = Text((Run(channel.name, SMALL),), 1.2, most=2 if lane.tall else 1).fit(room)
            name.draw(pen, x + 22, middle - name.height / 2)
            if counted:
                bad = channel.asked and not channel.answered
                for at, value, face in (
                    (right - 50, channel.asked, SMALL),
                    (right - 24, channel.answered, Face(12, 600, "neg") if bad else SMALL),
                ):
                    pen.text(at, middle - 8, 22, 16, [(str(value), face)], "end")

    return draw


__all__ = ["Across", "asked", "channels", "feeling", "helped", "names", "note", "scale"]
