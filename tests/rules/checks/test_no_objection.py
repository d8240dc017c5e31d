from __future__ import annotations

import pytest


def whole(stage: str) -> str:
    return f"journey: 1\ntitle: T\nstages:\n  - {{{stage}}}\n"


@pytest.mark.parametrize("role", ["evaluation", "decision", "checkout", "pay"])
def test_a_stage_of_comparing_or_buying_without_a_doubt(find, role: str) -> None:
    (found,) = find("JK212", whole(f"stage: Chooses, as: {role}, questions: [What does it cost?]"))
    assert found.message == "nobody objects to anything in 'Chooses'"
    assert (found.element, found.field, found.span.line) == ("stages/chooses", "questions", 4)


@pytest.mark.parametrize("kind", ["objection", "concern"])
def test_a_doubt_of_either_kind_is_enough(find, kind: str) -> None:
    doubt = f"{{question: Too dear?, kind: {kind}}}"
    assert find("JK212", whole(f"stage: Evaluation, questions: [{doubt}]")) == []
    assert find("JK212", whole(f"stage: Buy, actions: [{{action: Pays, questions: [{doubt}]}}]")) == []


def test_elsewhere_nobody_needs_one(find) -> None:
    assert find("JK212", whole("stage: Discovery, questions: [What is there?]")) == []


def test_a_stage_with_nothing_but_its_name_is_left_alone(find) -> None:
    assert find("JK212", whole("stage: Decision")) == []


@pytest.mark.parametrize(
    ("stage", "more", "count"),
    [
        ("stage: Buy", "", 1),
        ("stage: Buy", "parent: whole\n", 0),
        ("stage: Buy, as: order", "parent: whole\n", 1),
        ("stage: Buy", "parent: whole\ntemplate: buying-process\n", 1),
    ],
)
def test_in_a_part_an_id_makes_no_buying_stage(find, stage: str, more: str, count: int) -> None:
    assert len(find("JK212", whole(f"{stage}, questions: [Which one?]") + more)) == count
