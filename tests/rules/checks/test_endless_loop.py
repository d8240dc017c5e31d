from __future__ import annotations

HEAD = "journey: 1\ntitle: T\n"


def stage(actions: str, more: str = "") -> str:
    return f"{HEAD}stages:\n  - stage: A\n    actions: [{actions}]\n{more}"


def loops(find, text: str) -> list[str]:
    return [found.message for found in find("JK111", text)]


def test_a_loop_in_the_middle(find) -> None:
    (found,) = find("JK111", stage("Asks, {action: Asks again, next: asks}, Pays"))
    assert found.message == "from 'Asks again' the way leads back to 'Asks' for ever"
    assert found.hint == (
        "say with `when:` in which case, lead on with another `next:`, or tell who leaves with `leaves:`"
    )
    assert (found.element, found.field, found.span.line) == ("stages/a/actions/asks-again", "next", 5)
    assert [(one.message, one.element) for one in found.related] == [("nobody comes to this", "stages/a/actions/pays")]


def test_a_case_is_a_way_out(find) -> None:
    assert loops(find, stage("Asks, {action: Asks again, next: {to: asks, when: no answer}}, Pays")) == []


def test_another_arrow_is_a_way_out(find) -> None:
    assert loops(find, stage("Asks, {action: Asks again, next: [asks, pays]}, Pays")) == []
    assert loops(find, stage('Asks, {action: Asks again, next: [asks, "map:other"]}, Pays')) == []
    assert (
        loops(find, stage("{action: Asks, next: {to: pays, when: sure}}, {action: Asks again, next: asks}, Pays")) == []
    )


def test_a_loop_of_one(find) -> None:
    assert loops(find, stage("{action: Asks, next: asks}, Pays")) == [
        "from 'Asks' the way leads back to 'Asks' for ever"
    ]


def test_the_circle_closes_for_ever(find) -> None:
    text = HEAD + "stages: [{stage: Need, actions: [Asks]}, {stage: Again, actions: [{action: Pays, next: need}]}]"
    (found,) = find("JK111", text)
    assert found.message == "from 'Pays' the way leads back to 'Need' for ever"
    assert found.related == ()


def test_those_who_leave_have_a_way_out(find) -> None:
    loop = "Asks, {action: Asks again, next: asks}"
    assert len(loops(find, stage(loop))) == 1
    assert loops(find, stage(loop, "    leaves: [Gives up]\n")) == []


def test_what_is_optional_can_be_passed_by(find) -> None:
    assert loops(find, stage("Asks, {action: Asks again, optional: yes, next: asks}, Pays")) == []


def test_a_loop_that_leads_into_another_has_a_way_out_of_itself(find) -> None:
    inner = "{action: Asks, next: [asks, waits]}, Waits, {action: Waits on, next: waits}, Pays"
    assert loops(find, stage(inner)) == ["from 'Waits on' the way leads back to 'Waits' for ever"]


def test_it_is_told_once_for_all_who_walk_it(find) -> None:
    people = "personas: {dan: Dan, mia: Mia}\n"
    assert len(loops(find, people + stage("Asks, {action: Asks again, next: asks}, Pays"))) == 1


def test_who_does_not_walk_the_loop_goes_on(find) -> None:
    people = "personas: {dan: Dan, mia: Mia}\n"
    text = people + stage("Asks, {action: Asks again, persona: mia, next: asks}, Pays")
    assert loops(find, text) == ["from 'Asks again' the way leads back to 'Asks' for ever"]
