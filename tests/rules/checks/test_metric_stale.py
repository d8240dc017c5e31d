from __future__ import annotations


def test_older_than_half_a_year(find) -> None:
    (found,) = find("JK903", "metrics: {helped: {as_of: 2026-05-20}}")
    assert found.message == "'Say it helped' was last taken on 2026-05-20, more than 6 months ago"
    assert (found.element, found.field) == ("metrics/helped", "as_of")
    assert find("JK903", "metrics: {helped: {as_of: 2026-05-21}}") == []


def test_the_last_day_of_a_month_counts(find) -> None:
    (found,) = find("JK903", "metrics: {helped: {as_of: 2026-04}}")
    assert found.message == "'Say it helped' was last taken in 2026-04, more than 6 months ago"
    assert find("JK903", "metrics: {helped: {as_of: 2026-05}}") == []


def test_only_where_live_is_written(find) -> None:
    old = "metrics: {helped: {as_of: 2025}}\n"
    assert len(find("JK903", old)) == 1
    assert find("JK903", old + "status:\n") == []
    assert find("JK903", old + "status: in-review\n") == []


def test_the_limit_is_an_option(find) -> None:
    assert find("JK903", "metrics: {helped: {as_of: 2025-11-21}}", limit=12) == []
    assert len(find("JK903", "metrics: {helped: {as_of: 2025-11-20}}", limit=12)) == 1
