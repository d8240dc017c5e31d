from __future__ import annotations

import pytest


@pytest.mark.parametrize(("state", "said"), [("planned", "planned"), ("doing", "under way")])
def test_work_that_belongs_to_nobody(find, state: str, said: str) -> None:
    (found,) = find("JK504", f"opportunities: [{{opportunity: Lend one, state: {state}}}]")
    assert found.message == f"'Lend one' is {said}, and nobody has taken it on"
    assert (found.element, found.field) == ("opportunities/lend-one", "owner")


@pytest.mark.parametrize("written", ["state: idea", "state: done", "state: dropped", "state: doing, owner: Ben"])
def test_ideas_and_what_is_settled_need_no_owner(find, written: str) -> None:
    assert find("JK504", f"opportunities: [{{opportunity: Lend one, {written}}}]") == []
