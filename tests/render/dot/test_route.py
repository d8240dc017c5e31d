from __future__ import annotations

import pytest

from journeykit.render.dot.route import HEAD, Lanes, before, polyline, s_curve


def test_a_path_is_whole_bezier_pieces_from_start_to_end() -> None:
    path = polyline([(0, 0), (50, 0), (50, 40), (90, 40)])
    assert len(path) % 3 == 1
    assert (path[0], path[-1]) == ((0, 0), (90, 40))


def test_corners_are_round_and_short_stretches_bend_less() -> None:
    assert (50, 0) not in polyline([(0, 0), (50, 0), (50, 40)])
    assert polyline([(0, 0), (4, 0), (4, 40)], 10)[3] == (2, 0)


def test_a_straight_path_is_one_piece() -> None:
    assert polyline([(0, 0), (0, 30)]) == ((0, 0), (0, 10), (0, 20), (0, 30))
    assert polyline([(0, 0), (0, 0), (0, 30)]) == polyline([(0, 0), (0, 30)])


def test_an_arrow_reaches_its_tip() -> None:
    assert before((10, 0), (0, 0), 0.5) == (10 - HEAD / 2, 0)


def test_an_s_leaves_and_arrives_sideways() -> None:
    start, first, last, end = s_curve((0, 0), (100, 60))
    assert (first[1], last[1]) == (start[1], end[1])


def test_stretches_that_overlap_get_lanes_of_their_own() -> None:
    lanes = Lanes()
    assert lanes.take(0, 10, 0) == 0
    assert lanes.take(20, 30, 0) == 0
    assert lanes.take(5, 25, 0) == 1
    assert lanes.count == 2


@pytest.mark.parametrize("apart", [0, 8])
def test_stretches_keep_apart(apart: float) -> None:
    lanes = Lanes()
    lanes.take(0, 10, apart)
    assert lanes.take(12, 20, apart) == (1 if apart else 0)
