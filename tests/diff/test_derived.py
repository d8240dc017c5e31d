from __future__ import annotations

from tests.diff.worlds import changes, told

MAP = """journey: 1
title: T
reviewed: 2026-01-01
help: {faq: {name: FAQ, state: planned}, other: {name: Other, state: draft}}
personas: {dan: Dan}
stages:
- stage: S
  actions: [{action: A, emotion: 1}, {action: B, emotion: -1}]
  questions: [{question: Why?, help: [faq, other]}]
"""


def derived(old: str, new: str) -> list[tuple[object, ...]]:
    return [
        (one["element"], one["field"], one["old"], one["new"], one["follows"])
        for one in changes(old, new)
        if one["derived"]
    ]


def test_a_question_answered_because_its_help_went_live_follows_and_is_not_summed_up() -> None:
    new = MAP.replace("name: Other, state: draft", "name: Other, state: live").replace(
        "name: FAQ,", "name: FAQ, owner: X,"
    )
    assert derived(MAP, new) == [("stages/s/questions/why", "state", "planned", "answered", "help/other")]
    summary = told(MAP, new)["summary"]
    assert (summary["changed"], summary["better"], summary["questions_answered"]) == (2, 1, [0, 1])


def test_a_question_that_was_given_an_answer_follows_nothing() -> None:
    new = MAP.replace("help: [faq, other]", "help: [faq, other], answer: So.")
    assert derived(MAP, new) == [("stages/s/questions/why", "state", "planned", "answered", None)]


def test_a_map_that_is_of_the_future_answers_with_plans() -> None:
    assert derived(MAP, MAP.replace("title: T", "title: T\nstate: future")) == [
        ("stages/s/questions/why", "state", "planned", "answered", "")
    ]


def test_a_low_point_follows_the_feeling_or_what_came_with_it() -> None:
    assert derived(MAP, MAP.replace("emotion: -1", "emotion: -2"))[0][-1] == "stages/s/actions/b"
    came = MAP + "- stage: New\n  actions: [{action: C, emotion: -2}]\n"
    assert derived(MAP, came) == [
        ("personas/dan", "low", {"element": "stages/s/actions/b", "score": -1},
         {"element": "stages/new/actions/c", "score": -2}, "stages/new"),
    ]  # fmt: skip


def test_the_next_review_follows_the_review() -> None:
    assert derived(MAP, MAP.replace("2026-01-01", "2026-02-01")) == [("", "due", "2027-01-01", "2027-02-01", "")]
