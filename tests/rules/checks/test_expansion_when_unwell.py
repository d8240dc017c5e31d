from __future__ import annotations


def alert(find, when: str, kind: str = "expansion", **options: object):
    text = f"{{alert: Ready for more, when: {when}, kind: {kind}, notify: [sales]}}"
    return find("JK910", f"stages: [{{stage: Review, alerts: [{text}]}}]", **options)


def test_a_health_that_is_too_low(find) -> None:
    (found,) = alert(find, "health > 69")
    assert found.message == "'Ready for more' may ring for customers who are not well"
    assert (found.element, found.field) == ("stages/review/alerts/ready-for-more", "when")
    assert alert(find, "health > 70") == []


def test_no_health_at_all(find) -> None:
    for when in ("nps > 8", "health rose 80 in 30 days", "health < 90", "days in stage > 90"):
        assert len(alert(find, when)) == 1, when


def test_one_clause_of_several_is_enough(find) -> None:
    assert alert(find, "nps > 8 and health > 80") == []


def test_other_alerts_may_ring_for_anybody(find) -> None:
    assert alert(find, "health < 50", "risk") == []


def test_the_limit_is_an_option(find) -> None:
    assert len(alert(find, "health > 80", limit=85)) == 1
