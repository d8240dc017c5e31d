from __future__ import annotations


def odd(find, written: str) -> list[str]:
    return [found.message for found in find("JK904", f"metrics: {{m: {{name: M, {written}}}}}")]


def test_an_nps_beyond_a_hundred(find) -> None:
    assert odd(find, "kind: nps, now: 101") == ["the value of 'M' is 101, and an NPS lies between −100 and 100"]
    assert odd(find, "kind: nps, was: -100.5") == [
        "the earlier value of 'M' is −100.5, and an NPS lies between −100 and 100"
    ]
    assert odd(find, "kind: nps, now: 100, was: -100, target: 100") == []


def test_a_satisfaction_in_per_cent(find) -> None:
    assert len(odd(find, 'kind: csat, unit: "%", now: 101')) == 1
    assert len(odd(find, "kind: csat, target: 101%")) == 1
    assert len(odd(find, "kind: csat, now: -1")) == 1
    assert odd(find, "kind: csat, now: 100, was: 0") == []


def test_a_satisfaction_on_another_scale(find) -> None:
    assert odd(find, "kind: csat, unit: points of 1000, now: 820") == []


def test_a_conversion(find) -> None:
    assert odd(find, "kind: conversion, now: 130") == [
        "the value of 'M' is 130, and a conversion lies between 0 and 100 per cent"
    ]
    assert odd(find, "kind: conversion, now: 0, target: 100") == []


def test_other_kinds_may_be_any_number(find) -> None:
    assert odd(find, "kind: count, now: 4000, was: -3") == []
    assert odd(find, 'unit: "%", now: 140') == []


def test_it_stands_at_the_number(find) -> None:
    text = "journey: 1\ntitle: T\nmetrics:\n  m:\n    name: M\n    kind: nps\n    now: 140\nstages: [A]\n"
    (found,) = find("JK904", text)
    assert (found.element, found.field, found.span.line, found.span.column) == ("metrics/m", "now", 7, 10)
    assert found.severity == "error"
