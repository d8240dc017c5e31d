from __future__ import annotations

import pytest

from journeykit.render.sheet.parts import Box, Flow, Grid, Mark, Part, Row, Stack
from journeykit.render.sheet.pen import Pen
from journeykit.render.theme import default_theme

Place = tuple[float, float]


def marks(*sizes: tuple[float, float]) -> tuple[list[Part], list[Place]]:
    """Marks of these sizes, and where they are drawn."""
    places: list[Place] = []
    return [Mark(wide, tall, lambda pen, x, y, width: places.append((x, y))) for wide, tall in sizes], places


def draw(part: Part, width: float) -> float:
    fitted = part.fit(width)
    fitted.draw(Pen(width, default_theme()), 0, 0)
    return fitted.height


def test_a_stack_has_gaps_between_what_is_there() -> None:
    parts, places = marks((10, 10), (10, 0), (10, 20))
    assert draw(Stack(parts, 5), 100) == 35
    assert places == [(0, 0), (0, 15)]


def test_a_row_shares_what_is_left() -> None:
    parts, places = marks((10, 10), (10, 30), (10, 10))
    assert draw(Row(parts, (20, None, None), 10), 120) == 30
    assert [x for x, _ in places] == [0, 30, 80]


def test_a_flow_begins_a_new_line_where_there_is_no_room() -> None:
    parts, places = marks((40, 10), (40, 10), (40, 10))
    assert draw(Flow(parts, 10, 4), 90) == 24
    assert places == [(0, 0), (50, 0), (0, 14)]


@pytest.mark.parametrize(("width", "columns"), [(50, 1), (210, 2), (320, 3), (900, 3)])
def test_a_grid_has_as_many_columns_as_fit_and_no_empty_ones(width: float, columns: int) -> None:
    parts, places = marks((10, 10), (10, 10), (10, 10))
    draw(Grid(parts, 100, 10), width)
    assert len({x for x, _ in places}) == columns


def test_a_box_keeps_its_padding() -> None:
    parts, places = marks((10, 10))
    assert draw(Box(parts[0], (1, 2, 3, 4)), 100) == 14
    assert places == [(4, 1)]
