from __future__ import annotations

import pytest

from journeykit.render.dot.drawing import Box, Look, Style, label
from journeykit.render.dot.frame import Sign, chip, framed
from journeykit.render.dot.palette import INK


def picture(title: str = "T", signs: int = 0, lang: str = "en", width: float = 300):
    signs_ = [Sign(chip("x", Look(), INK), f"meaning {n}") for n in range(signs)]
    box = Box("a", (label("a", Style(11)),), 60)
    return framed("x", title, "S", lang, boxes=[box], links=[], signs=signs_, width=width, height=100)


def test_the_title_stands_above_and_the_legend_below(sound) -> None:
    drawing = picture(signs=3)
    sound(drawing)
    boxes = {box.key: box for box in drawing.boxes}
    assert boxes["title"].bottom < boxes["a"].y
    assert all(box.y > boxes["a"].y + 100 for box in drawing.boxes if box.kind == "legend")


def test_a_long_title_wraps_and_widens_only_so_far(sound) -> None:
    drawing = picture("A title that is quite long " * 6)
    sound(drawing)
    assert drawing.width == 520
    assert len(drawing.boxes[0].rows[0].lines) > 2


def test_a_long_legend_goes_on_below(sound) -> None:
    drawing = picture(signs=12)
    sound(drawing)
    assert len({round(box.y) for box in drawing.boxes if box.key.startswith("legend-")}) > 1


@pytest.mark.parametrize(("lang", "rtl"), [("en", False), ("fa", True)])
def test_it_is_turned_for_its_language(lang: str, rtl: bool) -> None:
    drawing = picture(lang=lang)
    assert drawing.rtl is rtl
    assert (drawing.boxes[1].x > drawing.width / 2) is rtl


def test_nothing_occurs_nothing_is_explained() -> None:
    assert not [box for box in picture().boxes if box.kind == "legend"]
