from __future__ import annotations

from datetime import date

from journeykit.model.load import load
from journeykit.rules.engine import Settled, lint
from journeykit.rules.registry import built_in
from journeykit.source.text import Source

MAP = """\
journey: 1
title: T
help: {gone: {name: Gone, state: retired}}
stages:
  - stage: A
    questions: [Why?]
  - stage: B
    questions: [why]
  - stage: C
    actions: [{action: Waits, questions: [{question: WHY?, id: again}]}]
"""


def test_it_is_told_once_where_it_is_asked_again_first(find) -> None:
    (found,) = find("JK206", MAP)
    assert found.message == "'why' is asked in 'A', 'B' and 'C', and never answered"
    assert (found.element, found.span.line) == ("stages/b/questions/why", 8)
    assert [related.element for related in found.related] == [
        "stages/a/questions/why",
        "stages/c/actions/waits/questions/again",
    ]


def test_twice_in_one_stage_is_not_again(find) -> None:
    assert find("JK206", "stages: [{stage: Need, questions: [{question: Why?, id: a}, {question: Why?, id: b}]}]") == []


def test_only_open_questions_count(find) -> None:
    answered = MAP.replace("[why]", "[{question: why, answer: So}]")
    (found,) = find("JK206", answered)
    assert found.element == "stages/c/actions/waits/questions/again"
    assert find("JK206", answered.replace("{question: WHY?", "{question: WHY?, answer: So")) == []


def test_another_question_is_another_one(find) -> None:
    assert find("JK206", "stages: [{stage: Need, questions: [Why?]}, {stage: Review, questions: [Why me?]}]") == []


def test_its_places_are_no_unanswered_questions_besides() -> None:
    rules = tuple((rule, rule.severity) for rule in built_in() if rule.code in ("JK202", "JK206"))
    found = lint(load(Source("m.journey.yaml", MAP)), Settled(rules), date(2026, 11, 21), {})
    assert [one.code for one in found] == ["JK206"]
