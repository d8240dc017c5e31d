"""The poster on paper: one page where it can be read there, else several, cut between stages and between lanes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journeykit.render.sheet.parts import Fitted
from journeykit.render.sheet.pen import Pen
from journeykit.render.sheet.poster import LABEL, LEAST_UNIT, MARGIN, across, bottom, heads, rows, top
from journeykit.render.theme import Theme
from journeykit.render.views.poster import Poster
from journeykit.render.views.poster.columns import Sheet, Span, StageColumns, sheets

#: Paper lying on its side, in millimetres.
PAPERS = {"a4": (297, 210), "a3": (420, 297), "a2": (594, 420), "a1": (841, 594), "a0": (1189, 841)}
DEFAULT = "a3"
_PIXELS = 96 / 25.4
#: Captions of 12 pixels are five points high at this zoom; smaller is not read on paper.
_LEAST_ZOOM, _MOST_WIDTH = 0.55, 1680.0

Finish = Callable[[Pen, float], str]


def pages(poster: Poster, look: Theme, scope: str, finish: Finish, paper: str) -> list[str]:
    """The pages as SVG, each of the shape of the paper; `finish` makes the SVG of a pen and a height."""
    wide, tall = (side * _PIXELS for side in PAPERS[paper])
    zoom = max(_LEAST_ZOOM, wide / _MOST_WIDTH)
    while True:
        width, height = wide / zoom, tall / zoom
        fits = 2 * MARGIN + LABEL + LEAST_UNIT * poster.sheet.span.width <= width
        found = _cut(poster, look, width, height, [poster.sheet]) if fits else []
        if len(found) == 1 and sum(part.height for part in found[0]) <= height - 2 * MARGIN:
            break
        if zoom <= _LEAST_ZOOM:
            units = max(2, int((width - 2 * MARGIN - LABEL) // LEAST_UNIT))
            found = _cut(poster, look, width, height, _sheets(poster, units))
            break
        zoom = max(_LEAST_ZOOM, zoom * 0.94)
    return [_page(poster, look, f"{scope}-{place}", finish, width, height, page) for place, page in enumerate(found, 1)]


def _sheets(poster: Poster, units: int) -> Sequence[Sheet]:
    """The stages on sheets of so many units."""
    stages = [
        StageColumns(piece.span, tuple(Span(piece.span.start + place, 1) for place in range(len(piece.actions))))
        for piece in poster.sheet.pieces
    ]
    return sheets(tuple(stages), units)


def _cut(poster: Poster, look: Theme, width: float, height: float, cut: Sequence[Sheet]) -> list[list[Fitted]]:
    """What stands on each page: the header on the first, the chevrons on every one, the foot on the last."""
    room = height - 2 * MARGIN
    found: list[list[Fitted]] = []
    page = [*top(poster, look, width, width), Fitted(0, 16, lambda pen, x, y: None)]
    for sheet in cut:
        at = across(poster, sheet, width)
        head = heads(poster, at)
        if found or sheet is not cut[0]:
            found.append(page)
            page = []
        page.append(head)
        lanes = rows(poster, at)
        for place, row in enumerate(lanes):
            # A line of the blueprint stays with the lane under it.
            need = row.part.height
            follows = place + 1
            while follows < len(lanes) and not lanes[follows].begins:
                need += lanes[follows].part.height
                follows += 1
            if row.begins and sum(part.height for part in page) + need > room and page[-1] is not head:
                found.append(page)
                page = [head]
            page.append(row.part)
    for part in bottom(poster, width, width):
        if sum(fitted.height for fitted in page) + part.height > room:
            found.append(page)
            page = []
        page.append(part)
    return [*found, page]


def _page(
    poster: Poster, look: Theme, scope: str, finish: Finish, width: float, height: float, parts: Sequence[Fitted]
) -> str:
    own = sum(part.height for part in parts) + 2 * MARGIN
    # A lane taller than a page makes its page larger; on paper it is smaller then.
    grown = max(1.0, own / height)
    pen = Pen(width * grown, look, poster.direction == "rtl", scope)
    y = float(MARGIN)
    for part in parts:
        part.draw(pen, MARGIN, y)
        y += part.height
    return finish(pen, height * grown)
