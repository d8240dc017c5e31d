"""One fact, one finding: which rule speaks where several see it."""

from __future__ import annotations

from datetime import date

import pytest

from journeykit.model.load import load
from journeykit.model.templates import TEMPLATES
from journeykit.rules.engine import Settled, lint
from journeykit.rules.registry import built_in
from journeykit.source.diagnostic import Diagnostic
from journeykit.source.text import Source

HEAD = "journey: 1\ntitle: T\nchannels: {w: Web, s: Shop}\n"


def found(text: str, *codes: str) -> list[Diagnostic]:
    settled = Settled(tuple((rule, rule.severity) for rule in built_in() if rule.code in codes))
    return lint(load(Source("m", HEAD + text)), settled, date(2026, 11, 21), dict(TEMPLATES))


def places(text: str, *codes: str) -> set[tuple[str, str]]:
    return {(one.code, one.element) for one in found(text, *codes)}


def test_a_question_asked_again_is_told_once_though_it_stands_in_two_places() -> None:
    text = "stages: [{stage: A, questions: [Why?]}, {stage: B, questions: [Why?, How?]}]\n"
    assert places(text, "JK202", "JK206") == {
        ("JK206", "stages/b/questions/why"), ("JK202", "stages/b/questions/how"),
    }  # fmt: skip


def test_the_best_touchpoint_of_a_broken_promise_is_shown_and_may_be_below_expectation_itself() -> None:
    text = (
        "promises: {p: P}\ntouchpoints:\n  best: {name: Best, channel: s, promises: p, expected: 5, quality: 3}\n"
        "  worst: {name: Worst, channel: w, promises: p, expected: 5, quality: 1}\nstages: [{stage: A, touchpoints: [best, worst]}]\n"
    )
    assert places(text, "JK302", "JK303") == {("JK302", "touchpoints/worst"), ("JK303", "touchpoints/best")}


def test_nobody_comes_out_of_a_loop_and_so_not_to_what_follows() -> None:
    text = "stages: [{stage: A, actions: [X, {action: Y, next: x}, Z]}]\n"
    assert places(text, "JK110", "JK111") == {("JK111", "stages/a/actions/y")}


def test_what_is_told_of_all_gives_way_where_each_is_told_better() -> None:
    text = (
        "touchpoints: {a: {name: A, channel: w}, b: {name: B, channel: w}}\nstages:\n  - stage: A\n    actions:\n"
        "      - {action: X, touchpoint: a, moment_of_truth: yes}\n      - {action: Y, touchpoint: b%s}\n"
    )
    assert places(text % ", moment_of_truth: yes", "JK307", "JK311") == {("JK311", "")}
    assert places(text % "", "JK307", "JK311") == {("JK311", "touchpoints/a"), ("JK307", "")}


def test_nobody_objects_where_nobody_asks() -> None:
    text = "stages: [{stage: Checkout, needs: [x]%s}, {stage: B, needs: [x]}]\n"
    assert places(text % "", "JK201", "JK212") == {("JK201", "")}
    assert places(text % ", questions: [Why?]", "JK201", "JK212") == {
        ("JK201", "stages/b"),
        ("JK212", "stages/checkout"),
    }


def test_the_channel_that_somebody_likes_best_is_not_told_a_second_time() -> None:
    text = "personas: {ana: {name: Ana, prefers: %s}}\nstages: [{stage: A, actions: [{action: X, channel: s}]}]\n"
    assert places(text % "w", "JK301", "JK305") == {("JK305", "personas/ana")}
    assert places(text % "s", "JK301", "JK305") == {("JK301", "channels/w")}


@pytest.mark.parametrize("stages", ["[]", "[{}]", "[{id: x}]"])
def test_a_stage_without_a_name_is_one_mistake(stages: str) -> None:
    codes = [rule.code for rule in built_in()]
    of_the_map = {"JK109", "JK301", "JK601", "JK702", "JK703", "JK801"}
    assert {one.code for one in found(f"stages: {stages}\n", *codes)} <= of_the_map
    assert "JK104" in {one.code for one in found("stages: [A, {}]\n", "JK104")}
    assert places("stages: [A, {}]\n", "JK103") == {("JK103", "stages/a")}
