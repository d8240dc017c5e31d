from __future__ import annotations

import pytest
from tests.diff.worlds import document, written

from journeykit.diff.match import match


def pairs(old: str, new: str, reword: bool = True) -> dict[str, tuple[str, bool]]:
    found = match(document(old).outline, document(new).outline, reword)
    return {pair.old.address: (pair.new.address, pair.sure) for pair in found.pairs}


def stage(*lines: str) -> str:
    return "journey: 1\ntitle: T\nstages:\n- stage: S\n" + "".join(f"  {line}\n" for line in lines)


def test_of_several_of_one_text_those_of_one_content_belong_together() -> None:
    old = stage("questions: [{question: Why, importance: 1}, {question: Why, importance: 5}]")
    new = stage("questions: [{question: Why, importance: 5}]")
    (gone,) = written(old, new)
    assert (gone["kind"], gone["old"]["importance"]) == ("removed", 1)
    assert pairs(old, new)["stages/s/questions/why-2"] == ("stages/s/questions/why", True)


def test_a_text_without_letters_is_known_by_itself_and_not_by_its_place() -> None:
    (gone,) = written(stage("needs: ['!!!', '???']"), stage("needs: ['???']"))
    assert (gone["kind"], gone["old"]) == ("removed", {"need": "!!!"})


def test_an_id_goes_before_formerly_and_that_before_likeness() -> None:
    old = "journey: 1\ntitle: T\nchannels: {a: Website, b: Phone}\nstages: [S]\n"
    new = "journey: 1\ntitle: T\nchannels: {a: {name: Phone, formerly: [b]}, c: {name: Website, formerly: [b]}}\nstages: [S]\n"
    assert pairs(old, new)["channels/a"] == ("channels/a", True)
    assert pairs(old, new)["channels/b"] == ("channels/c", True)
    assert pairs(new, old)["channels/c"] == ("channels/b", True)


def test_a_rename_is_one_change_wherever_it_is_referred_to() -> None:
    old = "journey: 1\ntitle: T\nchannels: {web: Website}\nstages:\n- stage: S\n  actions:\n" + "".join(f"  - {{action: Act {n}, channel: web}}\n" for n in range(50))  # fmt: skip
    new = old.replace("{web: Website}", "{site: {name: Website, formerly: web}}").replace(
        "channel: web", "channel: site"
    )
    (change,) = written(old, new)
    assert (change["kind"], change["field"], change["old"], change["new"]) == ("renamed", "id", "web", "site")


def test_a_stage_renamed_leaves_alone_what_leads_to_it() -> None:
    old = stage("actions: [{action: A, next: Later}]") + "- {stage: Later, id: later}\n"
    new = old.replace("next: Later", "next: afterwards").replace("id: later}", "id: afterwards, formerly: later}")
    (change,) = written(old, new)
    assert (change["kind"], change["element"]) == ("renamed", "stages/afterwards")


@pytest.mark.parametrize(
    ("old", "new", "probable"),
    [
        ("Why am I always short of money?", "Why am I so often short of money?", True),
        ("Why am I always short of money?", "Where is the nearest branch?", False),
        ("{question: Why am I always short of money?, id: x}", "Why am I so often short of money?", False),
    ],
)
def test_a_text_that_is_alike_is_probably_the_same(old: str, new: str, probable: bool) -> None:
    one, other = stage(f"questions: [{old}]"), stage(f"questions: [{new}]")
    told = written(one, other)
    assert sorted(change["kind"] for change in told) == (["renamed"] if probable else ["added", "removed"])
    assert all(change["certainty"] == ("probable" if probable else "sure") for change in told)
    assert {change["kind"] for change in written(one, other, reword=False)} == {"added", "removed"}


def test_the_pair_most_alike_goes_first() -> None:
    old = stage("needs: [A very quick answer to it, A quick answer]")
    new = stage("needs: [A very quick answer to that]")
    assert pairs(old, new) == {
        "stages/s": ("stages/s", True),
        "stages/s/needs/a-very-quick-answer-to-it": ("stages/s/needs/a-very-quick-answer-to-that", False),
    }


def test_an_id_written_down_is_a_rename_where_the_text_stays() -> None:
    (change,) = written(stage("needs: [An answer]"), stage("needs: [{need: An answer, id: answer}]"))
    assert (change["kind"], change["old"], change["new"], change["certainty"]) == (
        "renamed",
        "an-answer",
        "answer",
        "probable",
    )
    assert written(stage("needs: [An answer]"), stage("needs: [{need: An answer, id: an-answer}]")) == []


def test_an_element_that_moves_is_one_change_and_takes_what_it_holds_along() -> None:
    old = stage("gaps: [{gap: Slow, opportunities: [Be quick]}]") + "- {stage: Other}\n"
    new = stage() + "- {stage: Other, gaps: [{gap: Slow, opportunities: [Be quick]}]}\n"
    (change,) = written(old, new)
    assert (change["kind"], change["old"], change["new"]) == ("moved", "stages/s/gaps/slow", "stages/other/gaps/slow")


_HELD = "actions: [compares, {action: asks a friend, questions: [Is it safe?]}]"


@pytest.mark.parametrize(
    ("held", "same"),
    [
        (_HELD, True),
        (_HELD.replace("compares", "compares, signs"), True),
        ("actions: [compares, waits, signs, moves]", False),
        ("actions: [compares]", False),
    ],
)
def test_a_stage_under_another_name_is_known_by_what_it_holds(held: str, same: bool) -> None:
    old = stage(_HELD).replace("stage: S", "stage: Evaluation")
    new = stage(held).replace("stage: S", "stage: What friends say")
    kinds = [(change["kind"], change["type"], change["certainty"]) for change in written(old, new)]
    assert (("renamed", "stage", "probable") in kinds) == same
    if held == _HELD:
        assert kinds == [("renamed", "stage", "probable")]
    assert "renamed" not in {change["kind"] for change in written(old, new, reword=False)}


def test_an_id_of_its_own_is_not_given_up_for_what_a_stage_holds() -> None:
    old = stage(_HELD).replace("stage: S", "stage: Evaluation\n  id: evaluation")
    new = stage(_HELD).replace("stage: S", "stage: What friends say\n  id: friends")
    assert "renamed" not in {change["kind"] for change in written(old, new)}
