from __future__ import annotations

from journeykit.model.derive.facts import Facts
from journeykit.model.derive.moments import moments
from journeykit.model.elements import LANES, MOMENT_KEYS
from journeykit.model.load import load
from journeykit.source.text import Source

TEXT = """\
journey: 1
title: T
stages:
  - stage: a
    gaps: [one]
    actions:
      - {action: x, gaps: [two], backstage: [b]}
      - {action: y, gaps: [three], pains: []}
  - b
"""


def facts() -> Facts:
    return load(Source("x", TEXT)).facts


def test_a_stage_holds_its_own_and_then_its_actions_by_field() -> None:
    first, second = facts().journey.stages
    held = {field: [element.text for element in elements] for field, elements in moments(first).items()}
    assert held == {"gaps": ["one", "two", "three"], "backstage": ["b"]}
    assert moments(second) == {}


def test_every_moment_key_and_lane_is_held() -> None:
    everything = ", ".join(f"{field}: [it]" for field in (*MOMENT_KEYS, *LANES))
    document = load(
        Source("x", f"journey: 1\ntitle: T\nstages: [{{stage: a, actions: [{{action: x, {everything}}}]}}]\n")
    )
    assert document.is_sound
    assert document.journey is not None
    assert moments(document.journey.stages[0]).keys() == {*MOMENT_KEYS, *LANES}


def test_a_copy_of_a_stage_is_looked_at_anew() -> None:
    found = facts()
    first = found.journey.stages[0]
    copy = first.model_copy(update={"gaps": (), "actions": ()})
    assert len(found.moments(first, "gaps")) == 3
    assert found.moments(copy, "gaps") == ()
