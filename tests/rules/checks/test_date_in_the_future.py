from __future__ import annotations

import pytest

_KEYS = {
    "reviewed": "reviewed: {}\n",
    "updated": "help: {{guide: {{name: Size guide, updated: {}}}}}\n",
    "as_of": "metrics: {{helped: {{name: Say it helped, as_of: {}}}}}\n",
    "date": "evidence: {{talks: {{name: Talks, date: {}}}}}\n",
}


@pytest.mark.parametrize("key", _KEYS)
@pytest.mark.parametrize("when", ["2026-11-21", "2026-11", "2026"])
def test_today_and_what_has_begun_are_not_ahead(find, key: str, when: str) -> None:
    assert find("JK705", _KEYS[key].format(when)) == []


@pytest.mark.parametrize("key", _KEYS)
@pytest.mark.parametrize("when", ["2026-11-22", "2026-12", "2027"])
def test_what_has_not_begun_is(find, key: str, when: str) -> None:
    (found,) = find("JK705", _KEYS[key].format(when))
    assert (found.field, found.severity) == (key, "error")


def test_it_names_what_is_dated_so_and_stands_at_the_date(find) -> None:
    text = "journey: 1\ntitle: T\nhelp:\n  guide:\n    name: Size guide\n    updated: 2027-01\nstages: [A]\n"
    (found,) = find("date-in-the-future", text)
    assert found.message == "the update of 'Size guide' is dated 2027-01, which lies in the future"
    assert (found.element, found.span.line, found.span.column) == ("help/guide", 6, 14)


def test_a_day_to_come_may_be_due(find) -> None:
    assert find("JK705", "help: {guide: {name: Size guide, state: planned, due: 2027-01-01}}\n") == []


def test_a_retired_map_is_checked_too(find) -> None:
    assert len(find("JK705", "status: retired\nreviewed: 2027\n")) == 1
