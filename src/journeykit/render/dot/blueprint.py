"""The blueprint laid out: a column an action, a row a lane, the lines of a service blueprint between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journeykit.model.derive.arrows import Spot
from journeykit.model.elements import LANES
from journeykit.render.dot import lanes
from journeykit.render.dot.cards import BARE, head, remark
from journeykit.render.dot.drawing import Box, Drawing, Link, Style, fitting, label, paragraph
from journeykit.render.dot.frame import framed
from journeykit.render.dot.lanes import PITCH, ROWS, Stack
from journeykit.render.dot.palette import INK, INK2, INK3
from journeykit.render.dot.route import before, polyline
from journeykit.render.language import say
from journeykit.render.views.blueprint import BlueprintColumn, BlueprintStage, BlueprintView

_LABELS = 132.0
_LEFT = _LABELS + 14
#: As many columns as a band takes; more go on below it.
_BAND = 16
_ROW_GAP = 22
_LINE_GAP = 14
_PATTERNS = {"interaction": "solid", "visibility": "dashed", "internal": "dotted"}


@dataclass
class _Piece:
    """The columns of a stage that stand in one band. What belongs to the whole stage stands in its first piece."""

    stage: BlueprintStage
    place: int
    start: int
    columns: tuple[BlueprintColumn, ...]
    x: float = 0

    @property
    def first(self) -> bool:
        return self.start == 0

    @property
    def width(self) -> int:
        return len(self.columns) * PITCH - (PITCH - lanes.WIDTH)


def _bands(view: BlueprintView) -> list[list[_Piece]]:
    """The stages in bands of at most so many columns, cut between stages where that is possible."""
    pieces = [
        _Piece(stage, place, start, stage.columns[start : start + _BAND])
        for place, stage in enumerate(view.stages)
        for start in range(0, len(stage.columns), _BAND)
    ]
    total = sum(len(piece.columns) for piece in pieces)
    # Bands about equally long: 18 columns are two of nine, not sixteen and two.
    limit = -(-total // -(-total // _BAND)) + 2 if total > _BAND else _BAND
    bands: list[list[_Piece]] = []
    for piece in pieces:
        used = sum(len(other.columns) for other in bands[-1]) if bands else 0
        if not bands or used + len(piece.columns) > min(limit, _BAND):
            bands.append([])
        bands[-1].append(piece)
    return bands


class _Band:
    """One band: its boxes and links, from y 0 down."""

    def __init__(self, view: BlueprintView, pieces: list[_Piece], number: int) -> None:
        self.view, self.pieces, self.number = view, pieces, number
        self.boxes: list[Box] = []
        self.links: list[Link] = []
        self.customers: dict[Spot, Box] = {}
        x = _LEFT
        for piece in pieces:
            piece.x = x
            x += len(piece.columns) * PITCH
        self.right = x - (PITCH - lanes.WIDTH)
        self.columns = {
            (piece.place, piece.start + i): lanes.column(column)
            for piece in pieces
            for i, column in enumerate(piece.columns)
        }
        self.wholes = {
            piece.place: lanes.whole(piece.stage, piece.width, len(piece.columns)) for piece in pieces if piece.first
        }
        for piece in pieces:
            if piece.first:
                lanes.spread(piece.stage, [self.columns[piece.place, i] for i in range(len(piece.columns))])
        self._build()

    def _build(self) -> None:
        y = self._heads()
        used = [row for row in ROWS if any(row in part for part in (*self.columns.values(), *self.wholes.values()))]
        titled: set[str] = set()
        drawn: set[str] = set()
        for row in used:
            line = lanes.LINE_ABOVE.get(row)
            # A line stands above the first row on its far side.
            for name in lanes.LINES[: lanes.LINES.index(line) + 1] if line else ():
                if name not in drawn and name == line:
                    y = self._line(name, y)
                drawn.add(name)
            y = self._row(row, y, lanes.TITLES[row][0] not in titled)
            titled.add(lanes.TITLES[row][0])
        self.bottom = y - _ROW_GAP
        placed = self._by_key()
        for key, part in self.columns.items():
            self.links += lanes.chain(part, placed, self.customers.get(Spot(*key)))
        for part in self.wholes.values():
            self.links += lanes.chain(part, placed, None)

    def _heads(self) -> float:
        heads = []
        for piece in self.pieces:
            stage = piece.stage
            key = stage.key if piece.first else f"{stage.key}/{piece.start}"
            name = stage.name if piece.first else say("{stage}, continued", stage=stage.name)
            heads.append(head(key, stage.number, name, stage.line, piece.width, 14, 10.5).at(piece.x, 0))
        tall = max(box.height for box in heads)
        self.boxes += [replace(box, least=tall) for box in heads]
        return tall + 16

    def _by_key(self) -> dict[str, Box]:
        return {box.key: box for box in self.boxes}

    def _line(self, name: str, y: float) -> float:
        y += _LINE_GAP - _ROW_GAP
        said = say(lanes.LINE_NAMES[name])
        text = fitting(f"line/{self.number}/{name}", [label(said, Style(10.5, INK2))], BARE, kind="line")
        start = text.at(0, y)
        end = Box(f"line/{self.number}/{name}/end", (), 0, BARE, kind="line").at(self.right + 8, y + text.height / 2)
        at = y + text.height / 2
        path = polyline([(max(_LABELS, text.width + 6), at), (self.right + 8, at)])
        self.boxes += [start, end]
        self.links.append(Link(start.key, end.key, path, None, INK2, 1.6, _PATTERNS[name], title=said, kind="line"))
        return y + text.height + _LINE_GAP

    def _row(self, row: str, y: float, titled: bool) -> float:
        title, below = map(say, lanes.TITLES[row])
        rows = [paragraph(title, _LABELS, Style(13, INK, bold=True))] if titled else []
        rows.append(paragraph(below, _LABELS, Style(10.5, INK3)))
        name = Box(
            f"label/{self.number}/{row}", tuple(rows), int(_LABELS), BARE, kind="lane", title=f"{title}: {below}"
        )
        bottom = y + name.height
        for piece in self.pieces:
            foot = y
            for index in range(len(piece.columns)):
                key = (piece.place, piece.start + index)
                stack = self.columns[key].get(row)
                if stack:
                    foot = max(foot, self._stack(stack, piece.x + index * PITCH, y))
                    if row == "customer":
                        self.customers[Spot(*key)] = self.boxes[-1]
            whole = self.wholes.get(piece.place, {}).get(row) if piece.first else None
            if whole:
                foot = self._stack(whole, piece.x, foot + (10 if foot > y else 0))
            bottom = max(bottom, foot)
        self.boxes.append(name.at(0, y + 4))
        if row == "customer":
            self._level(y, bottom)
        return bottom + _ROW_GAP

    def _level(self, top: float, bottom: float) -> None:
        """All actions of a band are as tall as the tallest."""
        keys = {box.key for box in self.customers.values()}
        self.boxes = [replace(box, least=int(bottom - top)) if box.key in keys else box for box in self.boxes]
        level = self._by_key()
        self.customers = {spot: level[box.key] for spot, box in self.customers.items()}

    def _stack(self, stack: Stack, x: float, y: float) -> float:
        for box, gap in stack:
            y += gap
            self.boxes.append(box.at(x, y))
            y = self.boxes[-1].bottom
        return y


def _ways(view: BlueprintView, bands: list[tuple[_Band, float]]) -> Iterator[Link]:
    """The arrows between actions: to the right, and from the end of a band to the beginning of the next."""
    found = {spot: (number, box) for number, (band, _) in enumerate(bands) for spot, box in band.customers.items()}
    for arrow in view.arrows:
        if arrow.source not in found or arrow.target not in found:
            continue
        (first, source), (second, target) = found[arrow.source], found[arrow.target]
        start = (source.right, bands[first][1] + source.y + 24)
        tip = (target.x, bands[second][1] + target.y + 24)
        points = [start]
        if first != second:
            side, gap = bands[first][0].right + 8, bands[second][1] - 18
            points += [(side, start[1]), (side, gap), (tip[0] - 9, gap), (tip[0] - 9, tip[1])]
        path = polyline([*points, before(tip, (tip[0] - 9, tip[1]), 0.5)], 6)
        title = f"{source.rows and source.title} → {target.title}"
        ink, pen = (INK3, 1.1) if arrow.when else (INK2, 1.3)
        yield Link(source.key, target.key, path, tip, ink, pen, head=0.5, title=title)


def layout(view: BlueprintView) -> Drawing:
    """The blueprint as a drawing."""
    bands: list[tuple[_Band, float]] = []
    y = 0.0
    for number, pieces in enumerate(_bands(view)):
        bands.append((_Band(view, pieces, number), y))
        y += bands[-1][0].bottom + 52
    boxes = [box.at(box.x, box.y + down) for band, down in bands for box in band.boxes]
    links = [lanes.lowered(link, down) for band, down in bands for link in band.links]
    width = max((band.right + 8 for band, _ in bands), default=320.0)
    bottom = y - 52
    if not any(view.has(lane) for lane in LANES):
        hint = say("Write frontstage, backstage, support or physical under an action or a stage.")
        note = remark("empty", say("Nothing is written yet about what happens behind the scenes"), 420, hint)
        boxes.append(note.at(_LEFT if view.stages else 0, bottom + 20 if view.stages else 0))
        bottom = boxes[-1].bottom
        width = max(width, boxes[-1].right)
    links += _ways(view, bands)
    return framed(
        "blueprint",
        view.title,
        view.subtitle,
        view.lang,
        boxes=boxes,
        links=links,
        signs=lanes.signs(view),
        width=width,
        height=bottom,
    )
