from __future__ import annotations

HEAD = "journey: 1\ntitle: T\n"


def test_the_first_stage_is_the_purchase(find) -> None:
    (found,) = find("JK107", HEAD + "stages: [{stage: At the till, as: checkout}, After]")
    assert found.message == "the journey starts at the purchase, with 'At the till'"
    assert (found.element, found.field, found.span.line) == ("", "scope", 2)
    assert [other.element for other in found.related] == ["stages/at-the-till"]


def test_it_stands_at_the_scope_that_lacks_a_start(find) -> None:
    (found,) = find("JK107", HEAD + "scope: {ends: Has it}\nstages: [Purchase, After]")
    assert found.span.line == 3


def test_a_written_start_is_enough(find) -> None:
    assert find("JK107", HEAD + "scope: {starts: Stands at the till}\nstages: [Purchase, After]") == []


def test_only_the_first_stage_counts(find) -> None:
    assert find("JK107", HEAD + "stages: [Need, Purchase, After]") == []


def test_a_part_may_start_there(find) -> None:
    assert find("JK107", HEAD + "parent: whole\nstages: [Purchase, After]") == []
