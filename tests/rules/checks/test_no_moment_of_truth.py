from __future__ import annotations

import pytest


def _map(*marks: str) -> str:
    actions = "".join(f"      - {{action: A{number}, moment_of_truth: {mark}}}\n" for number, mark in enumerate(marks))
    return f"journey: 1\ntitle: T\nstages:\n  - stage: A\n    actions:\n{actions}"


@pytest.mark.parametrize("marks", [("no", "yes"), ("Here they stay",), ("yes",) * 5])
def test_one_to_five_are_a_few(find, marks: tuple[str, ...]) -> None:
    assert find("JK408", _map(*marks)) == []


@pytest.mark.parametrize("text", [_map("no"), "journey: 1\ntitle: T\nsummary: S\nstages:\n  - A\n"])
def test_none(find, text: str) -> None:
    (found,) = find("JK408", text)
    assert found.message == "no action is marked as a moment of truth"
    assert (found.element, found.field, found.severity) == ("", "stages", "info")


def test_more_than_five(find) -> None:
    (found,) = find("no-moment-of-truth", _map(*["yes"] * 6))
    assert found.message == "6 actions are marked as moments of truth, and only a few can decide"
    assert len(found.related) == 6
    assert found.related[0].span.line == 6


def test_the_limit_is_an_option(find) -> None:
    assert find("JK408", _map(*["yes"] * 6), limit=6) == []
    assert find("JK408", _map("yes", "yes"), limit=1)[0].hint == "keep the mark for 1 or fewer"
