from __future__ import annotations

HEAD = "journey: 1\ntitle: T\nstages:\n  - stage: A\n    actions:\n      - action: Asks\n        frontstage: [Bot answers]\n"


def test_nothing_behind_what_is_seen(find) -> None:
    (found,) = find("JK909", HEAD)
    assert found.message == "nothing stands behind 'Bot answers' at 'Asks'"
    assert (found.element, found.field, found.span.line) == ("stages/a/actions/asks", "frontstage", 7)


def test_what_is_seen_is_named_once_where_the_action_has_the_same_words(find) -> None:
    (found,) = find("JK909", HEAD.replace("Bot answers", "Asks"))
    assert found.message == "nothing stands behind 'Asks'"


def test_backstage_or_support_of_the_action_or_the_stage(find) -> None:
    for lane in ("backstage: [Routing]", "support: [CRM]"):
        assert find("JK909", HEAD + f"        {lane}\n") == []
        assert find("JK909", HEAD + f"    {lane}\n") == []


def test_things_to_hold_stand_behind_nothing(find) -> None:
    assert len(find("JK909", HEAD + "        physical: [Ticket]\n")) == 1


def test_an_action_without_frontstage_needs_none(find) -> None:
    assert find("JK909", "stages: [{stage: Need, frontstage: [Bot answers]}]") == []


def test_another_action_of_the_stage_that_only_happens_behind_stands_behind_it(find) -> None:
    assert find("JK909", HEAD + "      - {action: Routes it, backstage: [Routing]}\n") == []
    assert len(find("JK909", HEAD + "      - {action: Routes it, backstage: [Routing], frontstage: [Bot]}\n")) == 1
