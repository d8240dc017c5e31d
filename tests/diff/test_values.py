from __future__ import annotations

import pytest
from tests.diff.worlds import changes, written

TEXT = "journey: 1\ntitle: T\npersonas: {dan: Dan, mia: {name: Mia%s}}\nstages:\n- stage: S\n  actions: [{action: A, emotion: %s}]\n"


def told(old: str, new: str, primary: str = "") -> list[tuple[object, ...]]:
    return [
        (one["field"], one["old"], one["new"], one["persona"])
        for one in written(TEXT % ("", old), TEXT % (primary, new))
    ]


def test_feelings_are_compared_persona_by_persona() -> None:
    old, new = (
        "[{persona: dan, score: 1}, {persona: mia, score: 1}]",
        "[{persona: mia, score: -1}, {persona: dan, score: 1}]",
    )
    assert told(old, new) == [("emotion", 1, -1, ["mia"])]
    assert told("1", "{persona: dan, score: 1}") == []
    assert told("1", "[1, {persona: mia, score: 2}]") == [("emotion", None, 2, ["mia"])]


def test_another_primary_persona_is_no_other_feeling_everywhere() -> None:
    assert told("1", "1", ", primary: yes") == [("primary", False, True, None)]
    derived = [one for one in changes(TEXT % ("", 1), TEXT % (", primary: yes", 1)) if one["derived"]]
    assert ("map", "primary", "dan", "mia", "personas/mia") in [
        (one["type"], one["field"], one["old"], one["new"], one["follows"]) for one in derived
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("duration: 90 days", "duration: P90D"),
        ("duration: 1 year", "duration: 12 months"),
        ("help: []", ""),
        ("optional: no", ""),
        ("x-own: {a: 1, b: [1, 2]}", "x-own: {b: [1, 2], a: 1}"),
        ("emotion: 1", "emotion: {score: 1}"),
    ],
)
def test_what_says_the_same(old: str, new: str) -> None:
    text = "journey: 1\ntitle: T\nstages:\n- stage: S\n"
    assert changes(f"{text}  {old}\n", f"{text}  {new}\n") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("x-own: [1, 2]", "x-own: [2, 1]"), ("x-own: 1", "x-own: true"), ("x-own: [1]", "x-own: [true]")],
)
def test_what_is_not_known_is_compared_to_the_letter(old: str, new: str) -> None:
    text = "journey: 1\ntitle: T\nstages:\n- stage: S\n"
    assert [one["field"] for one in changes(f"{text}  {old}\n", f"{text}  {new}\n")] == ["x-own"]


def test_what_is_preferred_has_an_order_and_what_is_avoided_has_none() -> None:
    text = "journey: 1\ntitle: T\nchannels: {a: A, b: B}\npersonas: {dan: {name: Dan, prefers: [%s], avoids: [%s]}}\nstages: [S]\n"
    found = written(text % ("a, b", "a, b"), text % ("b, a", "b, a"))
    assert [one["field"] for one in found] == ["prefers"]
