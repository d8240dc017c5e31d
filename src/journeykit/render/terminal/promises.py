"""Promises that are not kept alike, at the stage where customers notice."""

from __future__ import annotations

from journeykit.model.derive import Parity
from journeykit.model.elements import Stage
from journeykit.render.taming import one_line
from journeykit.render.terminal.marks import figure
from journeykit.render.terminal.page import Page
from journeykit.render.terminal.styled import Line, Run, line

_SIGN = 6


def misalignments(page: Page, stage: Stage | None) -> list[Line]:
    """The misaligned promises whose weakest touchpoint is met in a stage; with None, those met in no stage."""
    lines: list[Line] = []
    for key, parity in page.facts.promises.items():
        weak = _weak(parity)
        met = {touchpoint for one in page.facts.journey.stages for touchpoint in _met(one)}
        here = met.isdisjoint(weak) if stage is None else not _met(stage).isdisjoint(weak)
        if weak and here:
            lines += _line(page, key, parity)
    return lines


def _weak(parity: Parity) -> list[str]:
    """The touchpoints at which a misaligned promise is broken."""
    low = [parity.worst] if parity.is_uneven and parity.worst else []
    return [*parity.broken_by, *low]


def _met(stage: Stage) -> set[str]:
    return {*stage.touchpoints, *(action.touchpoint for action in stage.actions if action.touchpoint)}


def _line(page: Page, promise: str, parity: Parity) -> list[Line]:
    touchpoints = page.facts.journey.touchpoints
    rated = [parity.best, parity.worst] if parity.worst in _weak(parity) else []
    told = [f"{one_line(touchpoints[key].name)} {figure(touchpoints[key].quality or 0)}" for key in rated if key]
    told += [f"{one_line(touchpoints[key].name)} missing" for key in parity.broken_by]
    lead = line(" " * _SIGN, Run(page.marks.misaligned, "bad"), " ")
    name = page.facts.journey.promises[promise].name
    return page.row(lead, (Run(one_line(name), "voice"),), (Run("misaligned", "bad"),), line(", ".join(told)))
