from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("state", "said"),
    [("planned", "planned, and nobody says for when"), ("doing", "under way, and nobody says until when")],
)
def test_an_opportunity_without_a_date(find, state: str, said: str) -> None:
    (found,) = find("JK510", f"opportunities: [{{opportunity: Lend one, state: {state}}}]")
    assert found.message == f"'Lend one' is {said}"
    assert (found.element, found.field) == ("opportunities/lend-one", "due")


@pytest.mark.parametrize("written", ["state: idea", "state: done", "state: dropped", "state: planned, due: 2027"])
def test_ideas_and_what_is_settled_need_none(find, written: str) -> None:
    assert find("JK510", f"opportunities: [{{opportunity: Lend one, {written}}}]") == []


def test_planned_help_without_a_date(find) -> None:
    (found,) = find("JK510", "help: {lock: {name: Lock, state: planned}}")
    assert found.message == "'Lock' is planned, and nobody says for when"
    assert (found.element, found.field) == ("help/lock", "due")


@pytest.mark.parametrize("written", ["state: planned, due: 2027", "state: draft", "state: live", "state: retired"])
def test_other_help_needs_none(find, written: str) -> None:
    assert find("JK510", f"help: {{lock: {{name: Lock, {written}}}}}") == []


def test_in_a_future_map_planned_help_counts_as_live(find) -> None:
    assert find("JK510", "state: future\nhelp: {lock: {name: Lock, state: planned}}") == []
