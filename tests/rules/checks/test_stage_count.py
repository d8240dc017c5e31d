from __future__ import annotations


def counted(find, count: int, phase: str = "", parent: str = "", **options: object):
    stages = "".join(f"  - {{stage: S{number}{phase.replace('@', str(number))}}}\n" for number in range(count))
    return find("JK104", f"journey: 1\ntitle: T\n{parent}stages:\n{stages}", **options)


def test_fewer_than_three_stages(find) -> None:
    (found,) = counted(find, 2)
    assert found.message == "the whole journey has 2 stages"
    assert found.hint == "tell it in 3 to 9: begin with the need, and go on after the purchase"
    assert counted(find, 1)[0].message == "the whole journey has 1 stage"
    assert counted(find, 3) == []


def test_more_than_nine_stages(find) -> None:
    assert counted(find, 9) == []
    (found,) = counted(find, 10)
    assert found.message == "10 stages are more than anybody keeps in mind"


def test_it_stands_at_the_stages(find) -> None:
    (found,) = counted(find, 10)
    assert (found.element, found.field, found.span.line) == ("", "stages", 4)


def test_phases_count_where_there_are_any(find) -> None:
    assert counted(find, 12, ", phase: All of it") == []
    (found,) = counted(find, 10, ", phase: P@")
    assert found.message == "10 phases are more than anybody keeps in mind"


def test_a_phase_that_comes_again_is_another_and_a_stage_without_one_its_own(find) -> None:
    phases = ["a", "a", "b", "a", "", "", "c", "d", "e", "f"]
    stages = "".join(f"  - {{stage: S{number}, phase: {phase}}}\n" for number, phase in enumerate(phases))
    head = "journey: 1\ntitle: T\nstages:\n"
    assert find("JK104", head + stages) == []
    assert len(find("JK104", head + stages + "  - {stage: Last, phase: g}\n")) == 1


def test_few_phases_of_enough_stages_are_fine(find) -> None:
    assert counted(find, 3, ", phase: All of it") == []
    assert len(counted(find, 2, ", phase: P@")) == 1


def test_its_bounds_are_options(find) -> None:
    assert counted(find, 2, min=2) == []
    assert len(counted(find, 5, max=4)) == 1


def test_a_part_may_be_short(find) -> None:
    assert counted(find, 1, parent="parent: whole\n") == []


def test_too_few_are_told_by_what_is_missing_where_a_template_tells_that(find) -> None:
    head = "journey: 1\ntitle: T\ntemplate: before-during-after\n"
    assert find("JK104", head + "stages: [During]\n") == []
    assert len(find("JK101", head + "stages: [During]\n")) == 1
    assert len(find("JK104", head.replace("template: before-during-after\n", "") + "stages: [During]\n")) == 1


def test_too_many_are_told_beside_what_is_missing(find) -> None:
    names = ", ".join(f"S{number}" for number in range(10))
    (found,) = find("JK104", f"journey: 1\ntitle: T\ntemplate: before-during-after\nstages: [{names}]\n")
    assert found.message == "10 stages are more than anybody keeps in mind"
