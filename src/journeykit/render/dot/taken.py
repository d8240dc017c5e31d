"""What was measured, drawn on the flow: figures at actions and arrows, and lines as wide as they are often taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import sqrt
from typing import TYPE_CHECKING

from journeykit.model.derive.arrows import Arrow, Spot
from journeykit.render.dot.cards import BARE
from journeykit.render.dot.drawing import Box, Link, Row, Style, fitting, label, paragraph
from journeykit.render.dot.frame import Sign, chip
from journeykit.render.dot.palette import INK, INK3, NEG
from journeykit.render.language import say

if TYPE_CHECKING:
    from journeykit.render.views.taken import Taken

#: The pens of an arrow that was hardly and of the one that was most often followed.
_THIN, _THICK = 1.0, 3.2
_SMALL = 10.5


def seen_row(taken: Taken, address: str, width: float) -> Row:
    """How often an action was seen, for its card."""
    ink = INK if taken.counts.get(address) else NEG
    return paragraph(taken.seen(address), width, Style(_SMALL, ink, bold=True), gap=4)


def said(taken: Taken | None, way: Arrow) -> str:
    """The figures of an arrow, behind its words; nothing where nothing is measured."""
    if taken is None:
        return ""
    passage = taken.ways.get(way)
    return f"\u00a0· {passage.text}" if passage else ""


def signs(taken: Taken | None) -> list[Sign]:
    """What the figures and lines mean."""
    if taken is None:
        return []
    line, dashes = chip("▬", BARE, INK), chip("– –", BARE, INK3)
    return [Sign(line, say("wide as it was often taken, with the median time")), Sign(dashes, say("nobody took it"))]


def onward(taken: Taken, ways: Sequence[Arrow], width: float, rows: int) -> tuple[dict[Arrow, int], list[Row]]:
    """The figures of the arrows that leave a card for another stage or back, and at which row each leaves; those of a
    case stand at their case, those straight down beside them.
    """
    leaving: dict[Arrow, int] = {}
    found: list[Row] = []
    for way in ways:
        passage = taken.ways.get(way)
        below = Spot(way.source.stage, (way.source.action or 0) + 1)
        if passage is not None and not way.when and way.target != below:
            leaving[way] = rows + len(found)
            found.append(paragraph(f"→\u00a0{passage.text}", width, Style(_SMALL, INK), gap=2))
    return leaving, found


def alongside(taken: Taken, way: Arrow, source: Box) -> Box | None:
    """The figures of an arrow that runs straight down, right of it."""
    passage = taken.ways.get(way)
    if passage is None:
        return None
    row = label(passage.text.replace(" ", "\u00a0"), Style(_SMALL, INK))
    box = fitting(f"taken-{source.key}", [row], BARE, kind="taken")
    return replace(box, group=source.group).at(source.middle + 9, source.bottom + 4)


def weighed(taken: Taken, link: Link, way: Arrow | None) -> Link:
    """A link as wide as it was often followed; one that nobody followed is thin and dashed."""
    if way is None:
        return link
    passage = taken.ways.get(way)
    if passage is None:
        return replace(link, pen=1.0, pattern="dashed", ink=INK3, head=0.6)
    pen = _THIN + (_THICK - _THIN) * sqrt(passage.count / taken.most)
    return replace(link, pen=round(pen, 2), title=f"{link.title}: {passage.text}")


def weigher(taken: Taken | None, named: Mapping[str, Arrow]) -> Callable[[Link], Link]:
    """What gives links their weight; `named` has the arrow of each by its title."""
    if taken is None:
        return lambda link: link
    return lambda link: weighed(taken, link, named.get(link.title))
