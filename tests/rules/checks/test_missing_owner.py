from __future__ import annotations


def test_an_owner_is_enough(find) -> None:
    assert find("JK703", "owner: Ana\n") == []


def test_owners_of_parts_are_none_of_the_map(find) -> None:
    (found,) = find(
        "missing-owner", "journey: 1\nid: t\ntitle: T\ncontributors: [Ana]\nstages: [{stage: A, owner: Ana}]\n"
    )
    assert found.message == "the map has no owner"
    assert (found.element, found.field, found.span.line) == ("", "owner", 3)
