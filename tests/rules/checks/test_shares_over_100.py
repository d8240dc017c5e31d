from __future__ import annotations


def leaves(find, *shares: str):
    written = ", ".join(f"{{leave: Way {index}, share: {share}}}" for index, share in enumerate(shares))
    return find("JK912", f"stages: [{{stage: Need, leaves: [{written}]}}]")


def personas(find, *personas: str):
    written = ", ".join(f"p{index}: {{name: P, {persona}}}" for index, persona in enumerate(personas))
    return find("JK912", f"journey: 1\ntitle: T\npersonas: {{{written}}}\nstages: [A]\n")


def test_more_leave_than_come(find) -> None:
    (found,) = leaves(find, "60%", "0.41")
    assert found.message == "the shares of those who leave 'Need' add up to 101 %"
    assert (found.element, found.field, found.severity) == ("stages/problem-need", "leaves", "error")


def test_all_may_leave_whatever_the_rounding(find) -> None:
    assert leaves(find, "70%", "10%", "10%", "10%") == []
    assert leaves(find, "60%", "40%") == []


def test_segments_that_do_not_fit_into_one_whole(find) -> None:
    (found,) = personas(find, "segment: Young, share: 60%", "segment: Old, share: 50%")
    assert found.message == "the shares of personas in 2 segments add up to 110 %"
    assert (found.element, found.field, found.span.line) == ("", "personas", 3)


def test_personas_of_one_segment_or_of_none_may_be_the_same_people(find) -> None:
    assert personas(find, "segment: Young, share: 60%", "segment: young, share: 50%") == []
    assert personas(find, "share: 60%", "share: 50%", "segment: Old, share: 50%") == []
    same = personas(find, "segment: Young, share: 60%", "segment: young, share: 30%", "segment: Old, share: 50%")
    assert [found.message for found in same] == ["the shares of personas in 2 segments add up to 110 %"]
