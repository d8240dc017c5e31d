from __future__ import annotations

HEAD = "journey: 1\ntitle: T\nevidence: {talks: {name: Talks}}\nstages:\n  - stage: A\n"


def test_an_action_that_claims_proof(find) -> None:
    (found,) = find("JK602", HEAD + "    actions:\n      - action: Asks around\n        confidence: validated\n")
    assert found.message == "'Asks around' is marked as validated, and cites no evidence"
    assert (found.element, found.field, found.span.line) == ("stages/a/actions/asks-around", "confidence", 8)
    assert found.severity == "error"


def test_lesser_confidence_claims_nothing(find) -> None:
    for confidence in ("assumption", "reasoned"):
        assert find("JK602", HEAD + f"    actions: [{{action: Asks around, confidence: {confidence}}}]\n") == []


def test_evidence_of_the_action_and_of_its_emotion_count_for_both(find) -> None:
    by_emotion = "confidence: validated, emotion: {score: 1, evidence: talks}"
    by_action = "evidence: talks, emotion: {score: 1, confidence: validated}"
    for written in (by_emotion, by_action):
        assert find("JK602", HEAD + f"    actions: [{{action: Asks around, {written}}}]\n") == []


def test_a_feeling_that_claims_proof(find) -> None:
    at_action = "    actions: [{action: Asks around, emotion: {score: 1, confidence: validated}}]\n"
    (found,) = find("JK602", HEAD + at_action)
    assert found.message == "the feeling at 'Asks around' is marked as validated, and cites no evidence"
    (found,) = find("JK602", HEAD + "    emotion: {score: 1, confidence: validated}\n")
    assert (found.element, found.field, found.span.line) == ("stages/a", "emotion", 6)


def test_an_action_that_claims_it_twice_is_told_once(find) -> None:
    twice = "{action: Asks around, confidence: validated, emotion: {score: 1, confidence: validated}}"
    assert len(find("JK602", HEAD + f"    actions: [{twice}]\n")) == 1


def test_of_several_emotions_it_stands_at_the_one_meant(find) -> None:
    felt = "emotion:\n      - {persona: ana, score: 1}\n      - {persona: ben, score: 1, confidence: validated}\n"
    start = "journey: 1\ntitle: T\npersonas: {ana: Ana, ben: Ben}\nstages:\n  - stage: A\n    "
    (found,) = find("JK602", start + felt)
    assert (found.span.line, found.span.column) == (8, 9)
