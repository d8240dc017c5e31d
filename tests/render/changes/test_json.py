from __future__ import annotations

import json

from tests.diff.worlds import changes, compared, told

from journeykit.render.changes import json as as_json

MAP = "journey: 1\ntitle: T\nstages:\n- stage: S\n  actions: [A, B]\n  needs: [N]\n"


def test_of_an_added_or_removed_element_the_element_is_told() -> None:
    (come,) = changes(MAP, MAP + "- {stage: New, actions: [C]}\n")
    assert (come["kind"], come["old"], come["new"]) == ("added", None, {"stage": "New", "actions": [{"action": "C"}]})
    assert (come["old_place"], come["old_element"], come["position"]) == (None, None, [None, 2])
    (gone,) = changes(MAP + "- {stage: New, actions: [C]}\n", MAP)
    assert (gone["kind"], gone["element"], gone["new"], gone["new_place"]) == ("removed", "stages/new", None, None)


def test_several_maps() -> None:
    found = json.loads(as_json.write([compared(MAP, MAP), compared(MAP, "journey: [")], one_map=False))
    assert [one["summary"] is None for one in found["maps"]] == [False, True]


def test_the_sums_leave_out_what_follows() -> None:
    found = told(MAP, MAP.replace("[A, B]", "[A, B, C]"))
    assert sum(found["summary"][kind] for kind in ("added", "removed", "changed", "moved", "renamed")) == 1
