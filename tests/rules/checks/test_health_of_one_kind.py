from __future__ import annotations


def health(find, *signals: str):
    return find("JK907", f"stages: [{{stage: Review, health: [{', '.join(signals)}]}}]")


LOGIN, TICKET = "{signal: Logs in, event: login}", "{signal: Asks for help, event: ticket, at_most: 2}"
CSAT, NPS = "{signal: Says so, survey: csat}", "{signal: Would tell, survey: nps}"


def test_one_signal(find) -> None:
    (found,) = health(find, LOGIN)
    assert found.message == "the health of customers in 'Review' rests on one signal"
    assert (found.element, found.field) == ("stages/review", "health")


def test_one_source(find) -> None:
    (found,) = health(find, LOGIN, TICKET)
    assert found.message == "the health of customers in 'Review' rests on events alone"
    (found,) = health(find, CSAT, NPS)
    assert found.message == "the health of customers in 'Review' rests on surveys alone"


def test_both_sources(find) -> None:
    assert health(find, LOGIN, CSAT) == []


def test_a_signal_without_a_source_is_no_second_one(find) -> None:
    assert len(health(find, LOGIN, "Smiles")) == 1


def test_no_health_is_no_health_of_one_kind(find) -> None:
    assert find("JK907", "summary: Nothing new") == []
