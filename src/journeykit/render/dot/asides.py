"""What stands below a stage of the flow: the ways out of the journey, and the other maps it leads to."""

from __future__ import annotations

from journeykit.model.derive.arrows import Spot
from journeykit.render.dot.drawing import Box, Look, Style, paragraph
from journeykit.render.dot.palette import INK, INK2, INK3, NEG, NEG_BG, PAGE
from journeykit.render.language import say
from journeykit.render.views.flow import Exit


def exit_box(way_out: Exit, width: int) -> Box:
    """Customers who leave: what they do, how many and where to, and why."""
    look = Look(NEG_BG, NEG, dashed=True, pad=10, pad_y=5)
    inner = width - 2 * (look.pad + look.border)
    rows = [paragraph(way_out.text, inner, Style(12, NEG, bold=True))]
    if way_out.details:
        rows.append(paragraph(way_out.details, inner, Style(11, NEG)))
    if way_out.because:
        rows.append(paragraph(say("because {reason}", reason=way_out.because), inner, Style(11, NEG, italic=True)))
    title = ". ".join(filter(None, (say("Leaves: {text}", text=way_out.text), way_out.details, way_out.because)))
    return Box(way_out.key, tuple(rows), width, look, title=title, kind="leave")


def other_map(spot: Spot, width: int) -> Box:
    """Another map that an arrow leads to, and the stage in it."""
    look = Look(PAGE, INK3, pad=10, pad_y=5)
    inner = width - 2 * (look.pad + look.border)
    place = spot.map or ""
    rows = [paragraph(say("another map"), inner, Style(11, INK3)), paragraph(place, inner, Style(12, INK, bold=True))]
    if spot.map_stage:
        rows.append(paragraph(say("stage {stage}", stage=spot.map_stage), inner, Style(11, INK2)))
    title = say("Another map: {map}", map=place)
    if spot.map_stage:
        title = say("Another map: {map}, stage {stage}", map=place, stage=spot.map_stage)
    return Box(key_of(spot), tuple(rows), width, look, title=title, kind="map")


def key_of(spot: Spot) -> str:
    """The key of the box of another map."""
    return f"map:{spot.map}/{spot.map_stage or ''}"
