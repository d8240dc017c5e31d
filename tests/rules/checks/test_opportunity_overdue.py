from __future__ import annotations

import pytest


@pytest.mark.parametrize("due", ["2026-11-20", "2026-10", "2025"])
@pytest.mark.parametrize("state", ["idea", "planned", "doing"])
def test_work_whose_date_has_passed(find, due: str, state: str) -> None:
    (found,) = find("JK505", f"opportunities: [{{opportunity: Lend one, state: {state}, due: {due}}}]")
    assert found.message == f"'Lend one' was due {due} and is not done"
    assert (found.element, found.field) == ("opportunities/lend-one", "due")


@pytest.mark.parametrize("due", ["2026-11-21", "2026-11", "2026"])
def test_its_last_day_still_counts(find, due: str) -> None:
    assert find("JK505", f"opportunities: [{{opportunity: Lend one, due: {due}}}]") == []


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_what_is_settled_cannot_be_late(find, state: str) -> None:
    assert find("JK505", f"opportunities: [{{opportunity: Lend one, state: {state}, due: 2025}}]") == []
