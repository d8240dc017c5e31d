from __future__ import annotations

import pytest

BARE = "journey: 1\ntitle: T\nhelp: {kit: {name: Kit, state: STATE}}\nstages:\n"


def whole(*stages: str, state: str = "live") -> str:
    return BARE.replace("STATE", state) + "".join(f"  - {{{stage}, goal: Be well}}\n" for stage in stages)


def test_nothing_is_offered_after_the_purchase(find) -> None:
    (found,) = find("JK210", whole("stage: Decision", "stage: Later", "stage: Much later"))
    assert found.message == "nothing reassures customers in 'Later', right after they have decided"
    assert (found.element, found.field, found.span.line) == ("stages/later", "help", 6)


@pytest.mark.parametrize(
    "offer",
    [
        "help: kit",
        "questions: [{question: And now?, help: [kit]}]",
        "actions: [{action: Waits, questions: [{question: And now?, help: [kit]}]}]",
        "risks: [{risk: Remorse, mitigations: [kit]}]",
    ],
)
def test_live_help_offered_there_is_enough(find, offer: str) -> None:
    assert find("JK210", whole("stage: Decision", f"stage: Later, {offer}")) == []


@pytest.mark.parametrize("state", ["planned", "draft", "retired"])
def test_the_help_must_be_live(find, state: str) -> None:
    assert len(find("JK210", whole("stage: Decision", "stage: Later, help: kit", state=state))) == 1


def test_in_a_future_map_planned_help_counts_as_live(find) -> None:
    planned = whole("stage: Decision", "stage: Later, help: kit", state="planned")
    assert find("JK210", planned + "state: future\n") == []


def test_it_is_the_stage_after_the_last_buying_one(find) -> None:
    (found,) = find("JK210", whole("stage: Buy", "stage: Between", "stage: Pay", "stage: Later"))
    assert found.element == "stages/later"


def test_without_a_buying_stage_it_is_the_first_of_the_time_after(find) -> None:
    (found,) = find("JK210", whole("stage: Start", "stage: First weeks, as: onboarding", "stage: Review"))
    assert found.element == "stages/first-weeks"
    assert find("JK210", whole("stage: Start", "stage: Adoption", "stage: Renewal")) == []


def test_a_map_that_ends_at_the_purchase_has_no_such_stage(find) -> None:
    assert find("JK210", whole("stage: Start", "stage: Decision")) == []


def test_a_stage_with_nothing_but_its_name_is_left_alone(find) -> None:
    assert find("JK210", "journey: 1\ntitle: T\nstages: [Need, Decision, Review]\n") == []


@pytest.mark.parametrize(
    ("first", "second", "more", "count"),
    [
        ("stage: Order", "stage: Later", "parent: whole\n", 0),
        ("stage: Order, as: order", "stage: Later", "parent: whole\n", 1),
        ("stage: Order", "stage: Later", "parent: whole\ntemplate: buying-process\n", 1),
        ("stage: Start", "stage: Review", "parent: whole\n", 0),
        ("stage: Start", "stage: Later, as: review", "parent: whole\n", 1),
    ],
)
def test_in_a_part_an_id_makes_no_role(find, first: str, second: str, more: str, count: int) -> None:
    assert len(find("JK210", whole(first, second) + more)) == count
