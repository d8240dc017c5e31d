from __future__ import annotations

import pytest


def cast(*roles: str) -> str:
    people = "".join(f"  p{place}: {{name: Person {place}, role: {role}}}\n" for place, role in enumerate(roles))
    return f"journey: 1\ntitle: T\npersonas:\n{people}stages: [Purchase]\n"


@pytest.mark.parametrize(
    ("roles", "message"),
    [
        (["buyer"], "nobody on the cast uses what is bought"),
        (["user", "staff"], "nobody on the cast buys or pays"),
        (["influencer"], "nobody on the cast uses what is bought, and nobody buys or pays"),
    ],
)
def test_it_says_who_is_missing(find, roles: list[str], message: str) -> None:
    (found,) = find("JK805", cast(*roles))
    assert found.message == message
    assert found.hint == "add the persona who does, or give that part to one of these with `role:`"
    assert (found.element, found.field, found.span.line) == ("", "personas", 4)


@pytest.mark.parametrize("roles", [["buyer", "user"], ["user", "payer"], ["[buyer, user]"], ["buyer", "[]"]])
def test_a_whole_cast(find, roles: list[str]) -> None:
    assert find("JK805", cast(*roles)) == []


@pytest.mark.parametrize(("stage", "count"), [("Waiting", 0), ("After", 0), ("Renewal", 1), ("Decision", 1)])
def test_where_nothing_is_bought_nobody_need_pay(find, stage: str, count: int) -> None:
    assert len(find("JK805", cast("user").replace("Purchase", stage))) == count
    assert len(find("JK805", cast("influencer").replace("Purchase", stage))) == 1, "somebody uses it"


def test_a_part_has_those_who_walk_it(find) -> None:
    for role in ("user", "buyer"):
        assert len(find("JK805", cast(role))) == 1
        assert find("JK805", cast(role) + "parent: whole\n") == []
