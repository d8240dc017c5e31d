"""The directly-follows graph of four customers, counted by hand."""

from __future__ import annotations

from datetime import datetime

import pytest

from journeykit.measure.flow import Graph, Step, graph

MAP = "journey: 1\ntitle: T\nstages: [A]\n"
#: ann does a, b, b; NA does a, b; dia, whose rows stand in no order, does c, a, b; hal does nothing but x.
EVENTS = """\
customer,at,event
dia,2026-01-02 00:00:00,b
ann,2026-01-01 10:00:00,a
ann,2026-01-01 10:00:30,b
ann,2026-01-01 10:01:30,b
dia,2026-01-01 23:59:30.5,a
NA,2026-01-01 10:00:00,a
NA,2026-01-01 12:00:00,b
dia,2026-01-01 00:00:00,c
hal,2026-01-01 00:00:00,x
hal,2026-02-01 00:00:00,x
"""


@pytest.fixture(scope="module")
def found(measured) -> Graph:
    return measured(MAP, EVENTS, day="2026-01-31").graph


def test_every_step_is_counted_with_its_median_time(found) -> None:
    # From a to b: 29.5 s, 30 s and two hours.
    assert found.steps == (Step("a", "b", 3, 30.0), Step("b", "b", 1, 60.0), Step("c", "a", 1, 86_370.5))


def test_events_ways_their_beginnings_and_ends(found) -> None:
    assert found.ways == 4
    assert found.events == {"a": 3, "b": 4, "c": 1, "x": 1}
    assert found.starts == {"a": 2, "c": 1, "x": 1}
    assert found.ends == {"b": 3, "x": 1}


def test_the_day_is_the_end_of_all_ways(measured) -> None:
    later = measured(MAP, EVENTS, day="2026-02-01").graph
    assert (later.events["x"], later.ends["x"]) == (2, 1)
    assert Step("x", "x", 1, 31 * 86_400.0) in later.steps


def test_nobody_goes_no_way(measured) -> None:
    assert measured(MAP, "customer,at,event\n").graph == Graph(0, {}, {}, {}, ())


def test_events_of_one_moment_stand_as_in_their_source_else_by_name(measured) -> None:
    rows = "customer,at,event\nann,2026-01-01,z\nann,2026-01-01,a\nann,2026-01-01,m\n"
    found: list[Graph] = []

    def watch(engine, walk, health, has_answers) -> None:
        found.extend(graph(engine, datetime(2026, 2, 1), in_order) for in_order in (True, False))

    own = measured(MAP, rows, watching=watch).graph
    told = [[(step.source, step.target) for step in one.steps] for one in (own, *found)]
    assert told == [[("a", "m"), ("z", "a")], [("a", "m"), ("z", "a")], [("a", "m"), ("m", "z")]]
