from __future__ import annotations

import pytest


@pytest.mark.parametrize("updated", ["2025-11-21", "2025-11", "2025", "2026-11-20"])
def test_help_of_the_last_twelve_months_is_fresh(find, updated: str) -> None:
    assert find("JK209", f"help: {{guide: {{updated: {updated}}}}}") == []


@pytest.mark.parametrize("updated", ["2025-11-20", "2025-10", "2024"])
def test_older_help_is_stale(find, updated: str) -> None:
    (found,) = find("JK209", f"help: {{guide: {{updated: {updated}}}}}")
    assert (found.element, found.field) == ("help/guide", "updated")
    said = f"'Size guide' has not been brought up to date since {updated}, more than 12 months ago"
    assert found.message == said


def test_the_limit_is_an_option(find) -> None:
    assert find("JK209", "help: {guide: {updated: 2025-05}}", limit=24) == []
    assert len(find("JK209", "help: {guide: {updated: 2026-05}, stories: {updated: 2026-11}}", limit=3)) == 1


def test_help_without_a_date_or_not_live_is_left_alone(find) -> None:
    assert find("JK209", "help: {guide: {updated: }}") == []
    assert find("JK209", "help: {guide: {updated: 2020, state: retired}}") == []
