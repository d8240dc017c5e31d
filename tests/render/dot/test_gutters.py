from __future__ import annotations

from journeykit.model.derive.arrows import Arrow, Spot
from journeykit.render.dot.drawing import Box, Style, label
from journeykit.render.dot.gutters import Gutters, Way


def box(key: str, y: float) -> Box:
    return Box(key, (label(key, Style(11)),), 100, least=60).at(0, y)


def way(source: Box, target: Box, start: int, end: int, *, when: str | None = None, high: bool = False) -> Way:
    arrow = Arrow(Spot(start, 0), Spot(end, 0), when)
    return Way(arrow, source, target, start, end, source.y + 30, high)


def settled(*ways: Way, columns: int = 4) -> Gutters:
    gutters = Gutters(100, 10, [300.0] * columns, 0)
    for one in ways:
        gutters.add(one)
    gutters.settle()
    return gutters


def test_to_the_next_column_it_runs_through_the_gutter_between() -> None:
    gutters = settled(way(box("a", 200), box("b", 50), 0, 1))
    link = gutters.links(str)[0]
    assert link.spline[0] == (gutters.left(0) + 100, 230)
    assert link.tip == (gutters.left(1), 80)
    assert all(gutters.left(0) + 100 <= x <= gutters.left(1) for x, _ in link.spline)


def test_level_it_runs_straight() -> None:
    link = settled(way(box("a", 50), box("b", 50), 0, 1)).links(str)[0]
    assert {y for _, y in link.spline} == {80}


def test_back_over_several_columns_it_runs_above_or_below_them() -> None:
    above = settled(way(box("a", 200), box("b", 50), 3, 0, high=True))
    assert above.top < 0
    below = settled(way(box("a", 240), box("b", 200), 3, 0))
    assert (below.top, below.bottom > 300) == (0, True)
    link = below.links(str)[0]
    assert link.tip == (below.left(0) + 100, 230)


def test_beside_its_own_column_it_leaves_and_comes_back_on_one_side() -> None:
    gutters = settled(way(box("a", 200), box("b", 50), 1, 1, when="x"))
    link = gutters.links(str)[0]
    assert link.spline[0][0] == link.tip[0] == gutters.left(1) + 100


def test_arrows_to_one_box_do_not_arrive_at_one_point() -> None:
    target = box("t", 50)
    gutters = settled(*(way(box(f"s{n}", 60 * n), target, 0, 1) for n in range(3)))
    assert len({link.tip for link in gutters.links(str)}) == 3


def test_the_more_ways_the_wider_the_gutter() -> None:
    few = settled(way(box("a", 200), box("b", 50), 0, 1))
    many = settled(*(way(box(f"a{n}", 200 + n), box("b", 20 + n), 0, 1) for n in range(4)))
    assert many.left(1) > few.left(1)
    assert many.left(2) - many.left(1) == few.left(2) - few.left(1)
