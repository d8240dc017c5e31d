from __future__ import annotations

from datetime import date

from journeykit.model.load import load
from journeykit.rules.checks.personal_data import RULE
from journeykit.rules.look import Look
from journeykit.source.text import Source

HEAD = "journey: 1\ntitle: T\n"


def test_an_address_at_its_exact_place(find) -> None:
    (found,) = find(
        "JK608", HEAD + "stages:\n  - stage: A\n    quotes:\n      - Write to ana.lee@example.org, please\n"
    )
    assert found.message == "this looks like an e-mail address: a…@example.org"
    assert found.element == "stages/a/quotes/write-to-ana-lee-example-org-please"
    assert (found.span.line, found.span.column, found.span.end_column) == (6, 18, 37)
    assert found.severity == "error"


def test_a_report_does_not_tell_what_it_found(find) -> None:
    (found,) = find("JK608", HEAD + "summary: Call +49 170 1234567\nstages: [A]\n")
    assert found.message == "this looks like a telephone number: +49…67"
    assert "1234567" not in found.message + found.hint


def test_keys_and_comments_count(find) -> None:
    (found,) = find("JK608", HEAD + "# ask ana@example.org\nstages: [A]\n")
    assert (found.element, found.span.line, found.span.column) == ("", 3, 7)
    (found,) = find("JK608", HEAD + "x-ana@example.org: yes\nstages: [A]\n")
    assert found.span.line == 3


def test_a_comment_behind_an_exempt_field_counts(find) -> None:
    (found,) = find("JK608", HEAD + "owner: Shop # ana@example.org\nstages: [A]\n")
    assert found.span.line == 3


def test_fields_in_which_the_organisation_names_itself(find) -> None:
    own = """\
owner: shop@example.org
contributors:
  - ana@example.org
  - bo@example.org
channels:
  mail: {name: mail@example.org}
  phone: 0800 123 45 67
touchpoints:
  line: {name: Hotline 0800 123 45 67, channel: phone, url: "https://ana@example.org/", owner: line@example.org}
help:
  desk: {name: help@example.org}
stages:
  - stage: A
    owner: a@example.org
    alerts:
      - {alert: Stuck, when: health < 50, notify: [a@example.org, b@example.org]}
    opportunities:
      - {opportunity: More, ticket: t@example.org}
"""
    assert find("JK608", HEAD + own) == []


def test_other_fields_of_the_same_elements_count(find) -> None:
    own = (
        "channels: {mail: {name: Post, note: a@example.org}}\npromises: {owner: Write to b@example.org}\nstages: [A]\n"
    )
    assert [one.element for one in find("JK608", HEAD + own)] == ["channels/mail", "promises/owner"]


def test_the_element_is_the_innermost_one(find) -> None:
    text = "stages:\n  - stage: A\n    actions:\n      action: Asks\n      pains:\n        pain: Nobody at 0170 1234567\n        because: They are at 0170 7654321\n"
    found = find("JK608", HEAD + text)
    assert [(one.element, one.field) for one in found] == [
        ("stages/a/actions/asks/pains/nobody-at-0170-1234567", "pain"),
        ("stages/a/actions/asks/pains/nobody-at-0170-1234567", "because"),
    ]


def test_each_piece_is_told(find) -> None:
    assert len(find("JK608", HEAD + "summary: ana@example.org and aba@example.org\nstages: [A]\n")) == 2


def test_what_is_allowed(find) -> None:
    text = HEAD + "summary: Ana@Example.org, bo@mail.example.org, 0800 123 45 67\nstages: [A]\n"
    assert len(find("JK608", text)) == 3
    assert len(find("JK608", text, allow=["ana@example.org"])) == 2
    assert len(find("JK608", text, allow="example.org")) == 1
    assert len(find("JK608", text, allow=["@mail.example.org"])) == 2
    assert find("JK608", text, allow=["example.org", "0800-1234567"]) == []
    assert len(find("JK608", text, allow=["ample.org", "org"])) == 3


def test_it_is_for_retired_maps_too_and_keeps_its_severity(find) -> None:
    assert len(find("JK608", HEAD + "status: retired\nsummary: a@example.org\nstages: [A]\n")) == 1
    assert RULE.keeps_severity


def test_a_text_is_read_as_it_stands() -> None:
    document = load(Source("m.journey.yaml", HEAD + 'summary: "line one\\n\n  ana@example.org"\r\nstages: [A]\n'))
    (found,) = RULE.check(Look(document, date(2026, 11, 21), {}), ())
    assert found.span is not None
    assert (found.span.line, found.span.column) == (4, 3)
