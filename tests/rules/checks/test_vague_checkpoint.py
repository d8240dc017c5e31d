from __future__ import annotations


def test_what_no_data_can_tell(find) -> None:
    (found,) = find("JK906", "journey: 1\ntitle: T\nstages:\n  - stage: A\n    gate:\n      - Is happy\n")
    assert found.message == "nothing tells when 'Is happy' holds"
    assert (found.element, found.field, found.span.line) == ("stages/a/gate/is-happy", "event", 6)


def test_an_event_or_a_metric_tells(find) -> None:
    assert find("JK906", "stages: [{stage: Need, gate: [{checkpoint: Is happy, event: smiled}]}]") == []
    assert find("JK906", "stages: [{stage: Need, gate: [{checkpoint: Is happy, metric: helped}]}]") == []
