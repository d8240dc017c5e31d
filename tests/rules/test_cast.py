from __future__ import annotations

from datetime import date

import pytest

from journeykit.model.load import load
from journeykit.rules.cast import is_behind, is_of_staff, is_staff
from journeykit.rules.look import Look
from journeykit.source.text import Source

TEXT = """\
journey: 1
title: T
personas: {ana: Ana, cook: {name: Cook, role: staff}, both: {name: Both, role: [staff, user]}}
stages:
  - stage: A
    actions: [%s]
"""


def look(action: str) -> Look:
    return Look(load(Source("m", TEXT % action)), date(2026, 11, 22), {})


def test_staff_are_those_who_are_nothing_else() -> None:
    personas = look("X").journey.personas
    assert {key for key, persona in personas.items() if is_staff(persona)} == {"cook"}


@pytest.mark.parametrize(
    ("action", "is_theirs"),
    [("persona: cook", True), ("persona: [cook, ana]", False), ("persona: both", False), ("goal: x", False)],
)
def test_what_only_staff_do(action: str, is_theirs: bool) -> None:
    seen = look(f"{{action: X, {action}}}")
    assert is_of_staff(seen, seen.actions[0][1]) is is_theirs


@pytest.mark.parametrize(
    ("lanes", "behind"),
    [
        ("backstage: [x]", True),
        ("support: [x]", True),
        ("support: [x], physical: [y]", False),
        ("backstage: [x], frontstage: [y]", False),
        ("goal: x", False),
    ],
)
def test_what_only_happens_behind_the_scenes(lanes: str, behind: bool) -> None:
    assert is_behind(look(f"{{action: X, {lanes}}}").actions[0][1]) is behind
