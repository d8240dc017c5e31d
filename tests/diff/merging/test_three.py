from __future__ import annotations

import json
import textwrap
from copy import deepcopy
from random import Random

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.any_map import EVERYTHING, maps
from tests.diff.edits import Editor, prepared
from tests.diff.worlds import told_apart, written

from journeykit.diff.compare import compare
from journeykit.diff.merging.three import Labels, Merged, merge
from journeykit.model.document import Document
from journeykit.model.load import load
from journeykit.source.text import Source

BASE = textwrap.dedent("""\
    # The journey of a customer.
    journey: 1
    title: T   # the title
    stages:
      # first
      - stage: Need
        goal: a
        actions:
          - action: Looks
            emotion: -1
          - Asks
        questions:
          - question: Why?   # asked often
            importance: 3
      - stage: Buy
        actions:
          - Pays
          - Leaves

    # end
    """)


def document(text: str) -> Document:
    return load(Source("map", text))


def merged(ours: str, theirs: str, base: str = BASE) -> Merged:
    found = merge(document(base), document(ours), document(theirs), Labels())
    assert found is not None
    return found


def changed(*pairs: tuple[str, str], text: str = BASE) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


EDITS = [
    [("goal: a", "goal: b")],
    [("emotion: -1", "emotion: -2")],
    [("      - Asks\n", "      - Asks\n      - Waits\n")],
    [("      - Asks\n", "")],
    [("importance: 3", "importance: 4")],
    [("  - stage: Buy", "  # new\n  - stage: Middle\n    actions: [x]\n  - stage: Buy")],
    [("title: T ", "title: A better title ")],
    [("      - Pays\n      - Leaves\n", "      - Leaves\n      - Pays\n")],
    [("# end", "# the end")],
    [("action: Looks", "action: Looks around")],
]
#: These concern one list, each in its own way.
ALIKE = (2, 3, 7)


@pytest.mark.parametrize("edit", EDITS)
def test_what_one_side_changed_is_taken_to_the_letter(edit: list[tuple[str, str]]) -> None:
    side = changed(*edit)
    assert merged(side, BASE) == Merged(side, 0)
    assert merged(side, side) == Merged(side, 0)
    assert merged(BASE, side) == Merged(side, 0)


@given(st.lists(st.sampled_from(range(len(EDITS))), unique=True, max_size=5), st.data())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_edits_of_both_sides_come_together(chosen: list[int], data: st.DataObject) -> None:
    """Edits of different things are all in the merged map, whoever made which; and no comment is lost."""
    chosen = [one for one in chosen if one not in ALIKE[1:]]
    mine = [one for one in chosen if data.draw(st.booleans())]
    ours = changed(*(pair for one in mine for pair in EDITS[one]))
    theirs = changed(*(pair for one in chosen if one not in mine for pair in EDITS[one]))
    both = changed(*(pair for one in chosen for pair in EDITS[one]))
    found = merged(ours, theirs)
    assert found.conflicts == 0
    assert compare(document(found.text).facts, document(both).facts).changes == ()
    assert sorted(found.text.split()) == sorted(both.split())


SHORT = textwrap.dedent("""\
    journey: 1
    title: T
    channels: {web: Website, shop: Shop}
    help:
      faq: The answers   # old
      sim: Simulator
    stages:
      - stage: Need
        actions:
          - action: Looks
            emotion: -1   # felt
          - Asks, and waits
        questions:
          - {question: Why, importance: 3, channels: [web]}  # often
    """)
FELT = ("emotion: -1 ", "emotion: {score: -1, because: b} ")
OPEN = ("emotion: -1   # felt", "emotion:   # felt\n          score: -1\n          because: b")
DOWN = ("emotion: -1 ", "emotion: -2 ")
ITEM = "- Asks, and waits"


@pytest.mark.parametrize(
    ("ours", "theirs", "lines"),
    [
        (FELT, ("- Asks", "- Often asks"), ["emotion: {score: -1, because: b}   # felt", "- Often asks, and waits"]),
        (FELT, DOWN, ["emotion: {score: -2, because: b}   # felt"]),
        (OPEN, DOWN, ["emotion:   # felt", "score: -2", "because: b"]),
        (("emotion: -1 ", "emotion: [{score: -1}, {persona: mia, score: 1}] "), DOWN,
         ["emotion: [{score: -2}, {persona: mia, score: 1}]   # felt"]),
        ((ITEM, '- {action: "Asks, and waits", channel: web}'), (ITEM, "- Asks, and waits long"),
         ['- {action: "Asks, and waits long", channel: web}']),
        ((ITEM, "- action: Asks, and waits\n        channel: web"), (ITEM, "- action: Asks, and waits\n        emotion: 1"),
         ["- action: Asks, and waits", "channel: web", "emotion: 1"]),
        (("importance: 3", "importance: 4"), ("[web]", "[web, shop], help: faq"),
         ["- {question: Why, importance: 4, channels: [web, shop], help: faq}  # often"]),
        (("[web]", "[web, shop]"), ("[web]", "[phone, web]"), ["- {question: Why, importance: 3, channels: [phone, web, shop]}  # often"]),
        (("[web]", "[web, a]"), ("[web]", "[web, b]"), ["- {question: Why, importance: 3, channels: [web, a, b]}  # often"]),
        (("faq: The answers", "faq: {name: The answers, state: planned}"), ("The answers", "All answers"),
         ["faq: {name: All answers, state: planned}   # old"]),
        (("faq: The answers", "faq: {name: The answers, state: planned}"), ("web: Website", "web: {name: Website, owner: Ann}"),
         ["channels: {web: {name: Website, owner: Ann}, shop: Shop}", "faq: {name: The answers, state: planned}   # old"]),
    ],
)  # fmt: skip
def test_what_grew_from_a_short_form_is_merged(
    ours: tuple[str, str], theirs: tuple[str, str], lines: list[str]
) -> None:
    one, other = changed(ours, text=SHORT), changed(theirs, text=SHORT)
    found, back = merged(one, other, SHORT), merged(other, one, SHORT)
    assert found.conflicts == back.conflicts == 0
    assert compare(document(found.text).facts, document(back.text).facts).changes == ()
    assert set(lines) <= {line.strip() for line in found.text.splitlines()}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("emotion: -1 ", "emotion: {score: 1, because: b} "), DOWN),
        (("importance: 3", "importance: 4"), ("importance: 3", "importance: 5")),
        (("emotion: -1 ", "emotion: [{persona: mia, score: 1}] "), DOWN),
        (("web: Website", "web: {name: Web}"), ("web: Website", "web: Site")),
    ],
)
def test_a_disagreement_about_a_short_form_takes_its_line(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    found = merged(changed(ours, text=SHORT), changed(theirs, text=SHORT), SHORT)
    assert found.conflicts == 1
    assert len(found.text.splitlines()) == len(SHORT.splitlines()) + 4


def test_an_item_is_the_same_in_brackets_and_below() -> None:
    base = changed(("[web]", "[web, shop]"), text=SHORT)
    below = "- question: Why\n        importance: 3\n        channels:\n        - web\n        - shop\n        - mail"
    ours = base.replace("- {question: Why, importance: 3, channels: [web, shop]}", below)
    found = merged(ours, base.replace("[web, shop]", "[shop]"), base)
    assert found.conflicts == 0
    assert found.text == ours.replace("        - web\n", "")


def test_two_feelings_of_nobody_stay_two() -> None:
    base = changed(("emotion: -1 ", "emotion: [-1, lost] "), text=SHORT)
    assert merged(changed(("importance: 3", "importance: 4"), text=base), base, base).text.count("[-1, lost]") == 1
    both = merged(
        changed(("[-1, lost]", "[-2, lost]"), text=base), changed(("[-1, lost]", "[-1, sad]"), text=base), base
    )
    assert (both.conflicts, "emotion: [-2, sad] " in both.text) == (0, True)


def said(old: str, new: str) -> set[tuple[str, ...]]:
    """What is told of a text beside another, without addresses and places."""
    return {
        (one["kind"], one["type"], str(one["field"]), str(one["new"]) if one["kind"] == "changed" else "")
        for one in written(old, new)
    }


@given(maps(slips=False), st.integers(0, 2**32), st.sampled_from([True, False, None]))
@settings(EVERYTHING, max_examples=25, phases=(Phase.explicit, Phase.generate))
def test_what_random_edits_of_both_sides_changed_is_in_the_merged_map(text: str, seed: int, flow: bool | None) -> None:
    random = Random(seed)
    data = prepared(told_apart(json.loads(text), several_feelings=False), random)
    sides = [deepcopy(data) for _ in range(3)]
    for side in sides[1:]:
        Editor(side, random).edit(3)
    base, ours, theirs = (
        yaml.safe_dump(side, sort_keys=False, allow_unicode=True, width=5000, default_flow_style=flow) for side in sides
    )
    found = merged(ours, theirs, base)
    if not found.conflicts and document(found.text).is_sound:
        made, wanted = said(base, found.text), said(base, ours) | said(base, theirs)
        assert made <= wanted
        # What went with all that it held says nothing of what was done to that.
        assert made == wanted or any(kind == "removed" for kind, *_ in wanted)


def test_a_real_disagreement_stands_in_ordinary_signs() -> None:
    found = merged(changed(("emotion: -1", "emotion: 1")), changed(("emotion: -1", "emotion: 2")))
    assert found.conflicts == 1
    signs = "<<<<<<< ours\n        emotion: 1\n=======\n        emotion: 2\n>>>>>>> theirs\n"
    assert found.text == BASE.replace("        emotion: -1\n", signs)


def test_what_one_takes_away_and_the_other_changes_is_a_disagreement() -> None:
    gone = changed(("      - action: Looks\n        emotion: -1\n", ""))
    found = merged(gone, changed(("emotion: -1", "emotion: 2")))
    assert found.conflicts == 1
    assert "<<<<<<< ours\n=======\n      - action: Looks\n        emotion: 2\n>>>>>>> theirs\n" in found.text


def test_a_disagreement_in_the_line_of_the_sign_takes_the_whole_item() -> None:
    found = merged(changed(("action: Looks", "action: Looks up")), changed(("action: Looks", "action: Looks on")))
    assert found.conflicts == 1
    ours, theirs = found.text.split("=======\n")
    assert ours.endswith("<<<<<<< ours\n      - action: Looks up\n        emotion: -1\n")
    assert theirs.startswith("      - action: Looks on\n        emotion: -1\n>>>>>>> theirs\n")


def test_another_layout_of_one_side_is_no_disagreement() -> None:
    base = "journey: 1\ntitle: T\nstages:\n- stage: Need\n  actions:\n  - Looks\n"
    ours = "journey: 1\ntitle: T\nstages:\n    - stage: Need\n      actions:\n          - Looks\n"
    assert merged(ours, base + "  - Asks\n", base) == Merged(ours + "          - Asks\n", 0)


def test_windows_line_ends_stay() -> None:
    ours = BASE.replace("\n", "\r\n")
    found = merged(ours, changed(("goal: a", "goal: b")))
    assert found == Merged(changed(("goal: a", "goal: b")).replace("\n", "\r\n"), 0)


def test_what_cannot_be_read_is_left_to_git() -> None:
    assert merge(document(BASE), document("stages: ["), document(BASE), Labels()) is None


def test_signs_are_as_long_as_git_wants_them() -> None:
    sides = [document(changed(("goal: a", f"goal: {goal}"))) for goal in "bc"]
    found = merge(document(BASE), *sides, Labels("HEAD", "side", 9))
    assert found is not None
    assert "<<<<<<<<< HEAD\n" in found.text
    assert ">>>>>>>>> side\n" in found.text
