from __future__ import annotations

import pytest


def pages(more: str = "") -> str:
    return f"touchpoints: {{pages: {{name: Bicycle pages, channel: web{more}}}}}\n"


def test_it_says_whose(find) -> None:
    (found,) = find("JK307", pages())
    assert found.message == "the touchpoint 'Bicycle pages' belongs to nobody"
    assert found.hint == "name those who keep it with `owner:`"
    assert (found.element, found.field) == ("touchpoints/pages", "owner")


def test_an_owner_will_do(find) -> None:
    assert find("JK307", pages(", owner: Web team")) == []


@pytest.mark.parametrize("state", ["planned", "missing", "failing", "retired"])
def test_only_live_ones(find, state: str) -> None:
    assert find("JK307", pages(f", state: {state}")) == []


def test_a_planned_one_counts_in_a_future_map(find) -> None:
    assert find("JK307", "state: future\n" + pages(", state: planned"))


@pytest.mark.parametrize(("media", "count"), [("owned", 1), ("paid", 1), ("partner", 1), ("earned", 0)])
def test_what_is_the_publics_has_no_owner(find, media: str, count: int) -> None:
    met = "touchpoints: {pages: {name: Bicycle pages, channel: there}}\n"
    assert len(find("JK307", met + f"channels: {{there: {{name: There, media: {media}}}}}\n")) == count
