"""The laws of a comparison, on any map."""

from __future__ import annotations

import json
from collections import Counter
from random import Random
from typing import Any

import yaml
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from tests.any_map import EVERYTHING, maps
from tests.diff.applying import apply, canonical, elements, nodes
from tests.diff.edits import Editor, prepared
from tests.diff.worlds import (
    changes,
    compared,
    document,
    in_another_layout,
    in_another_order,
    told,
    told_apart,
    written,
)

from journeykit.model.anatomy import anatomy

#: Without shrinking, which takes minutes: the maps are small already.
SEVERAL = settings(EVERYTHING, max_examples=30, phases=(Phase.explicit, Phase.generate))
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
    text, other = (in_another_layout(json.loads(text), Random(seed + more)) for more in (0, 1))
    assume(yaml.safe_load(text) == yaml.safe_load(other))  # PyYAML folds some texts so that it reads others back
    assert changes(text, other) == []
    assert compared(text, other).is_layout_alone or text == other


@given(maps(slips=False), SEEDS)
@SEVERAL
def test_another_order_of_what_has_none_says_nothing(text: str, seed: int) -> None:
    other = json.dumps(in_another_order(json.loads(text), Random(seed)), ensure_ascii=False)
    assert changes(text, other) == []
    assert changes(other, text) == []


#: Fields that refer: what they led to is told by the ids of the newer map, so the way back tells other ids.
REFERRING = {field.key for part in elements() for field in anatomy(part).referring} | {"next", "emotion.evidence"}
MIRROR = {"added": "removed", "removed": "added", "better": "worse", "worse": "better"}


def mirrored(change: dict[str, Any]) -> str:
    kind, effect = (MIRROR.get(change[key], change[key]) for key in ("kind", "effect"))
    old_element = change["element"] if change["kind"] != "removed" else None
    element = change["old_element"] if change["kind"] != "added" else change["element"]
    values = (change["new"], change["old"]) if change["field"] not in REFERRING else ()
    return repr((kind, change["type"], element, old_element, change["field"], *values, effect,
                 change["certainty"], change["derived"], change["position"] and change["position"][::-1]))  # fmt: skip


def plainly(change: dict[str, Any]) -> str:
    values = (change["old"], change["new"]) if change["field"] not in REFERRING else ()
    return repr((change["kind"], change["type"], change["element"], change["old_element"], change["field"], *values, change["effect"], change["certainty"], change["derived"],
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
def test_the_changes_applied_to_the_old_map_give_the_new_one(one: str, other: str, several: bool, reword: bool) -> None:
    old, new = (json.dumps(told_apart(json.loads(text), several), ensure_ascii=False) for text in (one, other))
    before, after = document(old), document(new)
    if before.journey is None or after.journey is None:
        return
    found = apply(before, changes(old, new, reword))
    wanted = nodes(after)[""]
    found.id = wanted.id  # a map without a written id is known by its title
    assert canonical(found) == canonical(wanted)


@given(maps(slips=False), SEEDS, st.integers(1, 12))
@settings(SEVERAL, max_examples=50)
def test_every_edit_is_told_once_and_nothing_else(text: str, seed: int, times: int) -> None:
    random = Random(seed)
    data = prepared(told_apart(json.loads(text), several_feelings=False), random)
    old = json.dumps(data, ensure_ascii=False)
    editor = Editor(data, random)
    editor.edit(times)
    found = Counter(
        (one["kind"], one["type"], one["field"]) for one in written(old, json.dumps(data, ensure_ascii=False))
    )
    assert found == editor.told
