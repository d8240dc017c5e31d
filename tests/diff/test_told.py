from __future__ import annotations

from tests.diff.worlds import compared

from journeykit.diff.told import by_stage, worth_telling

MAP = """journey: 1
title: T
revision: 2025
promises: {kind: Be kind to all}
help: {faq: {name: FAQ, state: planned, due: 2026-01-01}}
metrics: {m: {name: M, now: 1, as_of: 2025-01, sample: 9, better: higher}}
stages:
- stage: One
  questions: [{question: Why}]
- stage: Two
  actions: [{action: A, emotion: 1}]
"""
NEW = (
    MAP.replace("revision: 2025", "revision: 2026\nwhy: new")
    .replace("kind: Be kind to all", "good: {name: Be good to all, formerly: kind}")
    .replace("state: planned, due: 2026-01-01", "state: live, updated: 2026-02-01")
    .replace("now: 1, as_of: 2025-01, sample: 9", "now: 2, was: 1, as_of: 2026-01, sample: 12")
    .replace("{question: Why}", "{question: Why, answer: So}")
    .replace("emotion: 1", "emotion: -1")
)


def test_what_another_change_tells_already_is_not_told_again() -> None:
    diff = compared(MAP, NEW).diff
    assert diff is not None
    assert {(one.type, one.field) for one in worth_telling(diff)} == {
        ("promise", "name"), ("help", "state"), ("metric", "now"), ("question", "state"), ("action", "emotion"),
    }  # fmt: skip


def test_the_map_comes_first_then_its_stages() -> None:
    diff = compared(MAP, NEW).diff
    assert diff is not None
    assert [name for name, _ in by_stage(diff)] == ["The map", "One", "Two"]


def test_a_new_low_point_is_told_where_what_brought_it_says_nothing_of_it() -> None:
    diff = compared(MAP, MAP.replace("emotion: 1}", "emotion: 1}, {action: B, emotion: -2}")).diff
    assert diff is not None
    assert {(one.field, one.effect) for one in worth_telling(diff)} == {(None, "neutral"), ("low", "worse")}
