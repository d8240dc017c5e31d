from __future__ import annotations


def test_nobody_hears_it(find) -> None:
    (found,) = find("JK908", "stages: [{stage: Review, alerts: [{alert: Losing them, when: health < 50}]}]")
    assert found.message == "nobody hears 'Losing them'"
    assert (found.element, found.field) == ("stages/review/alerts/losing-them", "notify")


def test_a_receiver_or_a_deed_is_enough(find) -> None:
    for key in ("notify: [account managers]", "does: opens a ticket"):
        alert = f"{{alert: Losing them, when: health < 50, {key}}}"
        assert find("JK908", f"stages: [{{stage: Review, alerts: [{alert}]}}]") == []
