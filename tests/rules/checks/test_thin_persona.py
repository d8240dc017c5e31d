from __future__ import annotations

import pytest


def cast(ana: str) -> str:
    return f"journey: 1\ntitle: T\nchannels: {{web: Website}}\npersonas:\n  ana: {ana}\nstages: [A]\n"


@pytest.mark.parametrize(
    ("ana", "message", "field", "hint"),
    [
        ("{name: Ana, prefers: web}", "'Ana' has no goals", "goals", "add what you know of them with `goals:`"),
        (
            "{name: Ana, goals: Ride}",
            "'Ana' has no preferred channels",
            "prefers",
            "add what you know of them with `prefers:`",
        ),
        (
            "{name: Ana, role: user}",
            "'Ana' has neither goals nor preferred channels",
            "goals",
            "add what you know of them with `goals:` and `prefers:`",
        ),
    ],
)
def test_it_says_what_is_missing(find, ana: str, message: str, field: str, hint: str) -> None:
    (found,) = find("JK803", cast(ana))
    assert (found.message, found.field, found.hint) == (message, field, hint)
    assert found.element == "personas/ana"
    assert (found.span.line, found.span.column) == (5, 15)


def test_both_are_enough(find) -> None:
    assert find("JK803", cast("{name: Ana, goals: Ride, prefers: web}")) == []


def test_a_plain_string_is_left_alone(find) -> None:
    assert find("JK803", cast("Ana")) == []


def test_staff_are_left_alone_unless_they_are_customers_too(find) -> None:
    assert find("JK803", cast("{name: Ana, role: staff}")) == []
    assert len(find("JK803", cast("{name: Ana, role: [staff, user]}"))) == 1
