"""Ways taken, held against the arrows of a map: a graph written down, and what each step of it is."""

from __future__ import annotations

import pytest

from journeykit.measure.conformance import conformance
from journeykit.measure.flow import Graph, Step

MAP = """\
journey: 1
title: T
stages:
  - stage: Look
    enter: {event: seen}
    actions:
      - {action: Asks, event: [ask, call]}
      - {action: Reads, event: read, optional: true}
      - {action: Compares, event: compare, repeats: true}
    gate: [{checkpoint: Report, event: report}]
    health: [{signal: Logs in, event: login, target: 1}]
    leaves: [{leave: Cancels, event: cancel}]
  - stage: Buy
    actions:
      - {action: Orders, event: order}
      - {action: Pays}
      - {action: Orders again, event: order}
"""


def graph(*steps: tuple[str, str, int], **more: int) -> Graph:
    events: dict[str, int] = dict(more)
    for source, target, count in steps:
        events[source] = events.get(source, 0) + count
        events[target] = events.get(target, 0) + count
    return Graph(1, events, {}, {}, tuple(Step(source, target, count, None) for source, target, count in steps))


@pytest.fixture
def held(facts_of):
    return lambda *steps, **more: conformance(facts_of(MAP), graph(*steps, **more))


def sort(found) -> dict[str, list[tuple[str, str]]]:
    return {
        name: [(step.source, step.target) for step in getattr(found, name)]
        for name in ("kept", "skipped", "repeated", "back")
        if getattr(found, name)
    }


@pytest.mark.parametrize(
    ("source", "target", "kind"),
    [
        ("ask", "read", "kept"), ("call", "read", "kept"), ("ask", "compare", "kept"), ("read", "compare", "kept"),
        ("compare", "compare", "kept"), ("compare", "order", "kept"), ("order", "pays", "kept"), ("pays", "order", "kept"),
        ("ask", "order", "skipped"), ("compare", "pays", "skipped"), ("read", "order", "skipped"),
        ("ask", "ask", "repeated"), ("ask", "call", "repeated"), ("order", "order", "repeated"),
        ("compare", "ask", "back"), ("order", "ask", "back"), ("pays", "compare", "back"),
    ],
)  # fmt: skip
def test_a_step_fits_an_arrow_passes_over_the_optional_or_does_not(held, source: str, target: str, kind: str) -> None:
    found = held((source, target, 1))
    assert sort(found) == {kind: [(source, target)]}
    assert found.fitness == (1.0 if kind == "kept" else 0.0)


def test_fitness_is_the_share_of_steps_not_of_their_sorts(held) -> None:
    found = held(("ask", "compare", 97), ("compare", "ask", 2), ("ask", "ask", 1))
    assert found.fitness == 0.97


def test_steps_to_events_that_are_no_actions_are_no_steps_of_the_map(held) -> None:
    found = held(("ask", "login", 5), ("login", "compare", 5), ("x", "y", 1))
    assert (found.fitness, sort(found)) == (None, {})


def test_what_was_seen_what_never_and_what_the_map_does_not_name(held) -> None:
    found = held(("ask", "call", 2), seen=9, report=9, login=9, cancel=9, zebra=3, apple=3, most=4)
    assert [(one.text, one.count) for one in found.seen] == [("Asks", 4)]
    assert [one.text for one in found.unseen] == ["Reads", "Compares", "Orders", "Pays", "Orders again"]
    assert found.unknown == (("most", 4), ("apple", 3), ("zebra", 3))


def test_an_event_of_two_actions_counts_as_the_one_that_fits(held) -> None:
    assert sort(held(("compare", "order", 3))) == {"kept": [("compare", "order")]}
    assert [one.count for one in held(("compare", "order", 3)).seen] == [3, 3, 3]


def test_without_events_nothing_was_seen(held) -> None:
    found = held()
    assert (found.fitness, found.seen, found.unknown, len(found.unseen)) == (None, (), (), 6)
