from __future__ import annotations


def test_a_value_without_a_date(find) -> None:
    (found,) = find("JK902", "metrics: {rides: {name: Rides a week, now: 3}}")
    assert found.message == "'Rides a week' has a value, and nothing tells when it was taken"
    assert (found.element, found.field) == ("metrics/rides", "as_of")
    assert find("JK902", "metrics: {rides: {name: Rides a week, now: 3, as_of: 2026}}") == []


def test_a_target_without_a_direction(find) -> None:
    (found,) = find("JK902", "metrics: {rides: {name: Rides a week, target: 3}}")
    assert found.message == "'Rides a week' has a target, and nothing tells which way is better"
    assert (found.element, found.field) == ("metrics/rides", "better")
    assert find("JK902", "metrics: {rides: {name: Rides a week, target: 3, better: higher}}") == []


def test_kinds_that_know_the_direction(find) -> None:
    for kind in ("nps", "csat", "ces", "health", "conversion"):
        assert find("JK902", f"metrics: {{m: {{name: M, kind: {kind}, target: 3}}}}") == []
    for kind in ("ratio", "duration", "count", "money"):
        assert len(find("JK902", f"metrics: {{m: {{name: M, kind: {kind}, target: 3}}}}")) == 1


def test_a_metric_that_was_never_taken_lacks_nothing(find) -> None:
    assert find("JK902", "metrics: {rides: {name: Rides a week, was: 3}}") == []
    assert find("JK902", "metrics: {rides: Rides a week}") == []


def test_both_may_be_missing(find) -> None:
    assert len(find("JK902", "metrics: {rides: {name: Rides a week, now: 0, target: 0}}")) == 2
