from __future__ import annotations

import pytest


def test_live_help_without_an_owner(find) -> None:
    (found,) = find("JK208", "help: {guide: {owner: }}")
    assert found.message == "'Size guide' has no owner who keeps it true"
    assert (found.element, found.field, found.severity) == ("help/guide", "owner", "info")


@pytest.mark.parametrize("state", ["planned", "draft", "retired"])
def test_help_that_is_not_live_needs_none(find, state: str) -> None:
    assert find("JK208", f"help: {{guide: {{owner: , state: {state}}}}}") == []


def test_in_a_future_map_planned_help_counts_as_live(find) -> None:
    (found,) = find("JK208", "state: future\nhelp: {guide: {owner: , state: planned}}")
    assert found.element == "help/guide"
