from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
