from __future__ import annotations

BARE = "journey: 1\ntitle: My trip\nstages: [A, B, C]\n"


def test_a_map_that_cites_nothing(find) -> None:
    (found,) = find("JK601", BARE)
    assert found.message == "nothing in 'My trip' cites evidence"
    assert (found.element, found.field, found.span.line) == ("", "evidence", 2)


def test_evidence_that_nothing_cites_is_not_enough(find) -> None:
    (found,) = find("JK601", BARE + "evidence: {talks: {name: Talks}}\n")
    assert found.span.line == 4


def test_a_persona_an_emotion_or_a_metric_that_cites_is_enough(find) -> None:
    talks = "evidence: {talks: {name: Talks}}\n"
    assert find("JK601", BARE + talks + "personas: {ana: {name: Ana, evidence: talks}}\n") == []
    assert find("JK601", BARE + talks + "metrics: {nps: {name: NPS, evidence: talks}}\n") == []
    felt = "journey: 1\ntitle: T\nstages: [{stage: A, emotion: {score: 1, evidence: talks}}]\n"
    assert find("JK601", felt + talks) == []


def test_it_is_off_in_a_future_map(find) -> None:
    assert find("JK601", BARE + "state: future\n") == []
