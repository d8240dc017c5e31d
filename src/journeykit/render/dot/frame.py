"""What stands around every diagram: its title above and its legend below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil

from journeykit.render.dot.cards import BARE
from journeykit.render.dot.drawing import Box, Drawing, Group, Link, Look, Style, fitting, label, mirrored, paragraph
from journeykit.render.dot.measure import width_of
from journeykit.render.dot.palette import CARD, GOLD, GOLD_INK, INK, INK2, INK3, TONES, UNSCORED, step_of
from journeykit.render.language import page_language, say
from journeykit.render.views.steps import Step
from journeykit.render.views.words import direction, signed

#: The least width of a picture, so that a title has room over a single column.
LEAST_WIDTH = 520


@dataclass(frozen=True)
class Sign:
    """An entry of a legend: a sample of how something looks, and what it means."""

    sample: Box | None
    meaning: str


def chip(text: str, look: Look, ink: str, bold: bool = True) -> Box:
    """A small sample of a box."""
    return fitting("", [label(text, Style(10.5, ink, bold=bold))], replace(look, pad=7, pad_y=3))


def feeling_signs(steps: Iterable[Step]) -> list[Sign]:
    """The signs of the feelings, stars and dashes that occur, the best feeling first."""
    steps = tuple(steps)
    scores = [feeling.score for step in steps for feeling in step.feelings]
    signs = []
    found = {step_of(score) for score in scores if score is not None}
    for step, look in reversed(TONES.items()):
        if step in found:
            signs.append(
                Sign(chip(f"{look.mark} {signed(step)}", Look(look.fill, look.line), look.text), say(look.name))
            )
    if None in scores:
        signs.append(Sign(chip(UNSCORED.mark, Look(UNSCORED.fill, UNSCORED.line), UNSCORED.text), say(UNSCORED.name)))
    if any(step.truth is not None for step in steps):
        signs.append(Sign(chip("★", Look(CARD, GOLD, border=2), GOLD_INK), say("moment of truth")))
    if any(step.optional for step in steps):
        signs.append(Sign(chip("   ", Look(CARD, INK3, dashed=True), INK2), say("not everybody does it")))
    return signs


def _legend(signs: list[Sign], width: float, top: float) -> tuple[list[Box], float]:
    """The boxes of a legend, in as many lines as the width asks for, and where they end."""
    boxes: list[Box] = []
    x, y, tall = 0.0, top, 24.0
    for number, sign in enumerate(signs):
        parts = [replace(sign.sample, key=f"sample-{number}", kind="legend")] if sign.sample else []
        if sign.meaning:
            parts.append(fitting(f"legend-{number}", [label(sign.meaning, Style(11, INK2))], BARE, kind="legend"))
        whole = sum(part.width for part in parts) + 6 * (len(parts) - 1)
        if x and x + whole > width:
            x, y = 0.0, y + tall + 6
        for part in parts:
            boxes.append(part.at(x, y + (tall - part.height) / 2))
            x += part.width + 6
        x += 14
    return boxes, y + tall if signs else top


def alone(name: str, title: str, subtitle: str, lang: str, note: Box) -> Drawing:
    """A drawing of nothing but a kind word."""
    return framed(name, title, subtitle, lang, boxes=[note], links=[], signs=[], width=note.width, height=note.height)


def framed(
    name: str,
    title: str,
    subtitle: str,
    lang: str,
    *,
    boxes: Iterable[Box],
    links: Iterable[Link],
    groups: Iterable[Group] = (),
    signs: list[Sign],
    width: float,
    height: float,
) -> Drawing:
    """The whole drawing: what was laid out from (0, 0), between title and legend, turned for its language."""
    wide = ceil(max(width, min(LEAST_WIDTH, max(width_of(title, 20, True), width_of(subtitle, 12))), 320))
    rows = (paragraph(title, wide, Style(20, INK, bold=True)), paragraph(subtitle, wide, Style(12, INK3), gap=2))
    heading = Box("title", rows, wide, BARE, kind="title", title=title).at(0, 0)
    down = heading.height + 20

    def lower(points: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
        return tuple((x, y + down) for x, y in points)

    legend, bottom = _legend(signs, wide, down + height + 26)
    drawing = Drawing(
        name=name,
        title=title,
        description=subtitle,
        lang=lang,
        width=wide,
        height=bottom,
        boxes=(heading, *(box.at(box.x, box.y + down) for box in boxes), *legend),
        links=tuple(
            replace(link, spline=lower(link.spline), tip=lower((link.tip,))[0] if link.tip else None) for link in links
        ),
        groups=tuple(replace(group, y=group.y + down) for group in groups),
    )
    return mirrored(drawing) if direction(page_language(lang)) == "rtl" else drawing
