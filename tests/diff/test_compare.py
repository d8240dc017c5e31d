"""The laws of a comparison, on any map."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.any_map import EVERYTHING, maps
from tests.diff.applying import apply, canonical, nodes
from tests.diff.worlds import changes, compared, document, in_another_layout, in_another_order, told, told_apart

SEVERAL = settings(EVERYTHING, max_examples=60)
SEEDS = st.integers(0, 10**6)


@given(maps(slips=True))
@SEVERAL
def test_nothing_changed_between_a_map_and_itself(text: str) -> None:
    found = compared(text, text)
    assert found.is_same_text
    assert not (found.diff and found.diff.changes)


@given(maps(slips=False), SEEDS)
@SEVERAL
def test_another_layout_says_nothing(text: str, seed: int) -> None:
    other = in_another_layout(json.loads(text), Random(seed))
    assert changes(text, other) == []
    assert compared(text, other).is_layout_alone


@given(maps(slips=False), SEEDS)
@SEVERAL
def test_another_order_of_what_has_none_says_nothing(text: str, seed: int) -> None:
    other = json.dumps(in_another_order(json.loads(text), Random(seed)), ensure_ascii=False)
    assert changes(text, other) == []
    assert changes(other, text) == []


MIRROR = {"added": "removed", "removed": "added", "better": "worse", "worse": "better"}


def mirrored(change: dict[str, Any]) -> str:
    kind, effect = (MIRROR.get(change[key], change[key]) for key in ("kind", "effect"))
    old_element = change["element"] if change["kind"] != "removed" else None
    element = change["old_element"] if change["kind"] != "added" else change["element"]
    return repr((kind, change["type"], element, old_element, change["field"], change["new"], change["old"], effect,
                 change["certainty"], change["derived"], change["position"] and change["position"][::-1]))  # fmt: skip


def plainly(change: dict[str, Any]) -> str:
    return repr((change["kind"], change["type"], change["element"], change["old_element"], change["field"],
                 change["old"], change["new"], change["effect"], change["certainty"], change["derived"],
                 change["position"]))  # fmt: skip


@given(maps(slips=False), maps(slips=False), st.booleans())
@SEVERAL
def test_the_way_back_mirrors_the_way_there(one: str, other: str, reword: bool) -> None:
    there, back = told(one, other, reword), told(other, one, reword)
    if there["summary"] is None:
        return
    assert sorted(map(mirrored, there["changes"])) == sorted(map(plainly, back["changes"]))
    for key in ("questions_answered", "open_gaps", "mean_emotion"):
        assert there["summary"][key] == back["summary"][key][::-1]


@given(maps(slips=False), maps(slips=False), st.booleans(), st.booleans())
@SEVERAL
def test_the_changes_applied_to_the_old_map_give_the_new_one(
    one: str, other: str, several: bool, reword: bool
) -> None:
    old, new = (json.dumps(told_apart(json.loads(text), several), ensure_ascii=False) for text in (one, other))
    before, after = document(old), document(new)
    if before.journey is None or after.journey is None:
        return
    found = apply(before, changes(old, new, reword))
    wanted = nodes(after)[""]
    found.id = wanted.id  # a map without a written id is known by its title
    assert canonical(found) == canonical(wanted)
