from __future__ import annotations


def test_it_stands_at_the_title(find) -> None:
    (found,) = find("JK801", "journey: 1\ntitle: T\nstages: [A]\n")
    assert found.message == "nobody walks this journey: the map has no persona"
    assert found.hint == "say whose journey it is with `personas:`"
    assert (found.element, found.field) == ("", "personas")
    assert (found.span.line, found.span.column) == (2, 8)


def test_one_is_enough(find) -> None:
    assert find("JK801", "journey: 1\ntitle: T\npersonas: {ana: Ana}\nstages: [A]\n") == []
