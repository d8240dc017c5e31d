"""What tests of drawings share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journeykit.render.dot.drawing import Drawing


def _apart(drawing: Drawing) -> None:
    """Asserts that no box lies on another, and none outside the picture."""
    boxes = [box for box in drawing.boxes if box.rows]
    for number, one in enumerate(boxes):
        assert one.x >= -0.5
        assert one.right <= drawing.width + 0.5, one.key
        assert one.y >= -0.5
        assert one.bottom <= drawing.height + 0.5, one.key
        for two in boxes[number + 1 :]:
            beside = one.right <= two.x + 0.5 or two.right <= one.x + 0.5
            below = one.bottom <= two.y + 0.5 or two.bottom <= one.y + 0.5
            assert beside or below, (one.key, two.key)


def _inside(drawing: Drawing) -> None:
    """Asserts that every link stays in the picture, and begins and ends at the boxes it names."""
    boxes = {box.key: box for box in drawing.boxes}
    for link in drawing.links:
        assert link.source in boxes
        target = boxes[link.target]
        for x, y in link.spline:
            assert -1 <= x <= drawing.width + 1, link.title
            assert -1 <= y <= drawing.height + 1, link.title
        if link.tip:
            x, y = link.tip
            assert target.x - 0.5 <= x <= target.right + 0.5, link.title
            assert target.y - 0.5 <= y <= target.bottom + 0.5, link.title


@pytest.fixture
def sound() -> Callable[[Drawing], None]:
    """Asserts that nothing lies on anything else or outside, and that links begin and end where they say."""

    def check(drawing: Drawing) -> None:
        _apart(drawing)
        _inside(drawing)

    return check
