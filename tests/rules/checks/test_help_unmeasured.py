from __future__ import annotations

import pytest


def test_live_help_without_a_metric_beside_help_with_one(find) -> None:
    (found,) = find("JK211", "help: {guide: {metric: }}")
    assert found.message == "nobody measures whether 'Size guide' helps"
    assert (found.element, found.field) == ("help/guide", "metric")


def test_it_is_silent_where_no_help_is_measured(find) -> None:
    assert find("JK211", "help: {guide: {metric: }, stories: {metric: }}") == []


@pytest.mark.parametrize("state", ["planned", "draft", "retired"])
def test_help_that_is_not_live_cannot_be_measured(find, state: str) -> None:
    assert find("JK211", f"help: {{guide: {{metric: , state: {state}}}}}") == []
