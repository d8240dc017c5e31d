from __future__ import annotations


def test_a_date_of_any_age_is_enough(find) -> None:
    assert find("JK702", "reviewed: 1999\n") == []


def test_it_stands_at_the_title(find) -> None:
    (found,) = find("never-reviewed", "journey: 1\nid: t\ntitle: T\nstages: [A]\n")
    assert found.message == "the map does not say when it was last reviewed"
    assert (found.element, found.field, found.span.line) == ("", "reviewed", 3)
