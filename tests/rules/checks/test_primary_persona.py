from __future__ import annotations

import pytest


def cast(*marked: bool) -> str:
    names = ("Ana", "Ben", "Cem")
    people = (
        f"  {name.lower()}: {{name: {name}, primary: {str(one).lower()}}}\n"
        for name, one in zip(names, marked, strict=False)
    )
    return f"journey: 1\ntitle: T\npersonas:\n{''.join(people)}stages: [A]\n"


def test_two_are_one_too_many(find) -> None:
    (found,) = find("JK802", cast(True, False, True))
    assert found.message == "'Ana' and 'Cem' are both marked as primary"
    assert found.hint == (
        "leave `primary: true` at the one whose journey this is, and give the other a map or a curve of its own"
    )
    assert (found.element, found.field, found.severity) == ("personas/cem", "primary", "warning")
    assert found.span.line == 6


def test_three_are_told_at_once(find) -> None:
    (found,) = find("JK802", cast(True, True, True))
    assert found.message == "'Ana', 'Ben' and 'Cem' are all marked as primary"
    assert found.element == "personas/ben"


def test_none_of_several_is_an_info(find) -> None:
    (found,) = find("JK802", cast(False, False))
    assert found.message == "neither persona is marked as primary, so 'Ana' is taken for it"
    assert found.hint == "write `primary: true` at the one whose journey this is"
    assert (found.element, found.field, found.severity) == ("", "personas", "info")
    assert found.span.line == 4


def test_one_point_of_view(find) -> None:
    assert find("JK802", cast(False, True, False)) == []
    assert find("JK802", cast(False)) == []
    assert find("JK802", "personas:\n") == []


@pytest.mark.parametrize(
    ("people", "message"),
    [
        ("ana: Ana, cook: {name: Cook, role: staff}", None),
        ("ana: Ana, cook: {name: Cook, role: [staff, user]}", "neither persona is marked as primary, so 'Ana' is taken for it"),
        ("cook: {name: Cook, role: staff}, ana: Ana", "no persona is marked as primary, so 'Cook', of the staff, is taken for it"),
        ("cook: {name: Cook, role: staff}, maid: {name: Maid, role: staff}", None),
        ("ana: Ana, cook: {name: Cook, role: staff}, ben: Ben", "neither persona is marked as primary, so 'Ana' is taken for it"),
    ],
)  # fmt: skip
def test_staff_are_no_customers(find, people: str, message: str | None) -> None:
    found = find("JK802", f"journey: 1\ntitle: T\npersonas: {{{people}}}\nstages: [A]\n")
    assert [one.message for one in found] == ([message] if message else [])
