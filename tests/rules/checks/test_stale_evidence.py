from __future__ import annotations


def test_older_than_two_years(find) -> None:
    (found,) = find("JK604", "evidence: {talks: {date: 2024-11-20}}")
    assert found.message == "'Talks with riders' dates from 2024-11-20, more than 24 months ago"
    assert (found.element, found.field) == ("evidence/talks", "date")


def test_two_years_to_the_day_are_not_yet_old(find) -> None:
    assert find("JK604", "evidence: {talks: {date: 2024-11-21}}") == []


def test_the_last_day_of_a_month_or_a_year_counts(find) -> None:
    assert find("JK604", "evidence: {talks: {date: 2024-11}}") == []
    assert find("JK604", "evidence: {talks: {date: 2024}}") == []
    assert len(find("JK604", "evidence: {talks: {date: 2024-10}}")) == 1


def test_what_nothing_cites_is_not_judged(find) -> None:
    assert find("JK604", "evidence: {old: {name: Old diary, date: 2019}}") == []


def test_the_limit_is_an_option(find) -> None:
    assert len(find("JK604", "evidence: {talks: {date: 2026-04-30}}", limit=6)) == 1
    assert find("JK604", "evidence: {talks: {date: 2026-05-31}}", limit=6) == []


def test_it_stands_at_the_date(find) -> None:
    text = "journey: 1\ntitle: T\nevidence:\n  talks:\n    name: Talks\n    date: 2020\npersonas: {ana: {name: Ana, evidence: talks}}\nstages: [A]\n"
    (found,) = find("JK604", text)
    assert (found.span.line, found.span.column) == (6, 11)
