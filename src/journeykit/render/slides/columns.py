"""Cards in columns that go on from slide to slide until all have found room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journeykit.render.language import say
from journeykit.render.slides.shapes import INNER, MARGIN, Box, Para, para, paras, split, tall

_GAP, _BETWEEN, _PAD, _HEADING = 14.0, 6.0, 8.0, 20.0
#: The room under which no card is begun: it waits for the next slide.
_LEAST = 40.0
#: A column is this wide at most: longer lines are hard to read.
_WIDEST = 440.0
#: So many columns stand beside each other at most; the others wait for the next slide.
_MOST = 5


@dataclass(frozen=True)
class Card:
    """What stands together on a surface. Colours are tokens of the look; `dashed` is for what is not there yet."""

    name: str
    paras: tuple[Para, ...]
    fill: str = "card"
    line: str = "line2"
    dashed: bool = False


@dataclass(frozen=True)
class Column:
    """Cards under a heading; `again` is the heading where the column goes on, on another slide."""

    heading: str
    cards: tuple[Card, ...]
    again: str = ""


def pages(columns: Sequence[Column], first: float, fresh: float, bottom: float) -> Iterator[tuple[Box, ...]]:
    """The boxes of the columns, slide by slide down to `bottom`: on the first from `first`, then from `fresh`.

    Columns that are done make room for the others.
    """
    top = first
    left = [column for column in columns if column.cards]
    while left:
        now = left[:_MOST]
        found = _placed(now, top, fresh, bottom)
        able = [column for column, (boxes, _) in zip(now, found, strict=True) if boxes]
        if len(able) < len(now):
            # Where most have to wait for the next slide anyway, all of them stay together.
            able = able if 2 * len(able) > len(now) or top == fresh else []
            found = _placed(able, top, fresh, bottom)
        waiting = [column for column in left if column not in able]
        yield tuple(box for boxes, _ in found for box in boxes)
        rest = {id(column): cards for column, (_, cards) in zip(able, found, strict=True)}
        left = [
            column if column in waiting else replace(column, heading=_again(column), cards=rest[id(column)])
            for column in left
            if column in waiting or rest[id(column)]
        ]
        top = fresh


def _again(column: Column) -> str:
    if column.again:
        return column.again
    said = say("{heading} (continued)", heading="")
    return column.heading if column.heading.endswith(said) else say("{heading} (continued)", heading=column.heading)


def _placed(
    columns: Sequence[Column], top: float, fresh: float, bottom: float
) -> list[tuple[list[Box], tuple[Card, ...]]]:
    """For each column its boxes on a slide, and the cards that are left over."""
    if not columns:
        return []
    width = min((INNER - _GAP * (len(columns) - 1)) / len(columns), _WIDEST)
    return [
        _filled(column, MARGIN + at * (width + _GAP), top, width, bottom, top - fresh)
        for at, column in enumerate(columns)
    ]


def _filled(
    column: Column, x: float, top: float, width: float, bottom: float, more: float
) -> tuple[list[Box], tuple[Card, ...]]:
    """The boxes of a column on one slide, and the cards that are left over; the next has `more` room than this one."""
    heading = paras(para(column.heading, 11, "ink2", bold=True))
    above = max(tall(heading, width), _HEADING) if heading else 0
    y = top + above
    inner = width - 2 * _PAD
    boxes: list[Box] = []
    cards = list(column.cards)
    while cards:
        card, room = cards[0], bottom - y - 2 * _PAD
        if tall(card.paras, inner) > room:
            # A card that would find room on a slide of its own is not torn apart.
            if boxes or room < _LEAST or tall(card.paras, inner) <= room + more:
                break
            head, rest = split(card.paras, inner, room)
            boxes.append(_box(replace(card, paras=head), x, y, width))
            cards[:1] = [replace(card, paras=rest)] if rest else []
            break
        boxes.append(_box(card, x, y, width))
        y = boxes[-1].bottom + _BETWEEN
        cards.pop(0)
    if boxes and heading:
        boxes.insert(0, Box(column.heading, x, top, width, above, heading))
    return boxes, tuple(cards)


def _box(card: Card, x: float, y: float, width: float) -> Box:
    height = tall(card.paras, width - 2 * _PAD) + 2 * _PAD
    return Box(card.name, x, y, width, height, card.paras, "round", card.fill, card.line, dashed=card.dashed, pad=_PAD)
