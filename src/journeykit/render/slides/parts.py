"""What all slides have: a title that fits, and the way through the stages."""

from __future__ import annotations

from journeykit.render.slides.shapes import INNER, MARGIN, WIDTH, Box, Para, fitted, para, tall

#: Down to where a slide may be filled.
BOTTOM = 516.0
_GREATEST, _LEAST, _TALLEST = 26.0, 13.0, 68.0


def title(text: str, top: float) -> Box:
    """The title of a slide: as large as fits in two lines, smaller and taller where it must be."""
    said = fitted(para(text or "…", _GREATEST, "ink", bold=True), INNER, _TALLEST, _LEAST)
    return Box("Title", MARGIN, top, INNER, max(said.height(INNER), 30) + 2, (said,), is_title=True)


def under(name: str, top: float, paras: tuple[Para, ...]) -> Box | None:
    """Text below the title in the whole width, as tall as it has to be; None without any."""
    return Box(name, MARGIN, top, INNER, tall(paras, INNER) + 2, paras) if paras else None


def trail(stages: int, current: int) -> list[Box]:
    """A row of small arrows at the top that shows which of the stages this is."""
    width = min(44.0, INNER / stages)
    boxes = []
    for at in range(stages):
        kind = "first" if at == 0 else "chevron"
        fill = "head" if at == current else "line2"
        boxes.append(Box(f"Stage {at + 1}", MARGIN + at * width, 16, width - 1, 9, kind=kind, fill=fill))
    return boxes


def inside(box: Box) -> bool:
    """Whether a box keeps to the slide."""
    return box.x >= 0 and box.y >= 0 and box.right <= WIDTH + 0.01 and box.bottom <= 540.01
