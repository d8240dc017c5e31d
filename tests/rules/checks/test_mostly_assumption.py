from __future__ import annotations

from journeykit.rules.checks.mostly_assumption import RULE

HEAD = "journey: 1\ntitle: My trip\nstatus: live\nevidence: {talks: {name: Talks}}\nstages:\n  - stage: A\n"
PAINS = "    pains: [{pain: One, evidence: talks}, Two, Three]\n"


def test_fewer_than_half(find) -> None:
    (found,) = find("JK603", HEAD + PAINS)
    assert found.message == "1 of the 3 claims in 'My trip' cites evidence, and the map is called live"
    assert (found.element, found.field, found.span.line) == ("", "status", 3)
    assert [one.message for one in found.related] == ["'Two' cites no evidence", "'Three' cites no evidence"]


def test_one_claim_and_none_of_several(find) -> None:
    (found,) = find("JK603", HEAD + "    pains: [One]\n")
    assert found.message == "the only claim in 'My trip' cites no evidence, and the map is called live"
    (found,) = find("JK603", HEAD + "    pains: [One, Two]\n")
    assert found.message == "none of the 2 claims in 'My trip' cite evidence, and the map is called live"


def test_half_is_enough(find) -> None:
    assert find("JK603", HEAD + "    pains: [{pain: One, evidence: talks}, Two]\n") == []
    assert len(find("JK603", HEAD + "    pains: [{pain: One, evidence: talks}, Two]\n", limit=51)) == 1


def test_only_where_live_is_written(find) -> None:
    assert find("JK603", (HEAD + PAINS).replace("status: live\n", "")) == []
    assert find("JK603", (HEAD + PAINS).replace("live", "in-review")) == []


def test_what_is_marked_as_an_assumption_does_not_count(find) -> None:
    guessed = "    actions: [{action: Asks, emotion: 1, confidence: assumption}, {action: Waits, emotion: 1}]\n"
    (found,) = find("JK603", HEAD + guessed + PAINS)
    assert found.message.startswith("1 of the 4 claims")
    felt = "    actions: [{action: Asks, emotion: {score: 1, confidence: assumption}}]\n"
    (found,) = find("JK603", HEAD + felt + PAINS)
    assert found.message.startswith("1 of the 3 claims")


def test_actions_without_a_score_claim_nothing(find) -> None:
    assert (
        find(
            "JK603",
            HEAD + "    actions: [Asks, {action: Waits, emotion: bored}]\n    needs: [{need: Help, evidence: talks}]\n",
        )
        == []
    )


def test_it_gives_way_to_a_map_without_any_evidence() -> None:
    assert RULE.gives_way_to == ("JK601",)
