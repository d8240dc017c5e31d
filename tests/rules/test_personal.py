from __future__ import annotations

from time import perf_counter

import pytest

from journeykit.rules.personal import personal_data


@pytest.mark.parametrize(
    "text",
    [
        "max@example.org",
        "a.b+c@mail.example.co.uk",
        "müller@straße.de",
        "+491701234567",
        "+49 170 1234567",
        "+49 (0)30 1234567",
        "0170 1234567",
        "0170/1234567",
        "030 - 1234567",
        "(030) 1234567",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "020 7946 0958",
        "044 668 18 00",
        "0049 170 1234567",
        "4111 1111 1111 1111",
        "4111111111111111",
        "3782 822463 10005",
        "4111-1111-1111-1111",
        "+358 401 234 567",
        "+1 (555) 123-4567",
        "1234567812345670",
        "tel:+491701234567",
        "01-23-45-67-89",
        "+33 6 12 34 56 78",
        '"0170 1234567".',
        "0800 123 45 67",
        "call 0170 1234567, please.",
        "<max@example.org>",
        "Asked in 2024 (030) 1234567",
    ],
)
def test_it_finds(text: str) -> None:
    (hit,) = personal_data(text)
    assert text[hit.start : hit.end] == hit.text


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-02 2026-03-04",
        "9783161484094",
        "01.02.2026 10",
        "01.02.2026 - 03.04.2026",
        "01.02.26 - 03.04.26",
        "08.00-12.30 13.00-17.00",
        "09-17 10-18 08-16",
        "0.123456789",
        "40000 EUR",
        "1 000 000 000 EUR",
        "+100 000 000 EUR",
        "T-0045 123456",
        "DE02 1203 0000 0000 2020 51",
        "550e8400-e29b-41d4-a716-446655440000",
        "550e8400-e29b-41d4-a716-012345678901",
        "ORD-20261121-0001",
        "0004512345",
        "0045-123456-A",
        "2023 2024 2025 2026",
        "#0170 1234567",
        "https://example.org/t/0012-3456-789",
        "0000000000000",
        "@handle",
        "git@1.2.3",
        "name@1.2.3",
        "shoe@2x.png",
        "a @ b.de",
        "978-0-306-40615-7",
        "0 1 2 3 4 5 6 7 8 9 10",
        "+48.1371541",
        "1,012 345 678",
        "1700000000001",
        "00 01 02 03 04",
        "2026-11-21T10:00:00+01:00",
        "v0.10.200.3000",
        "0.25 0.31 0.44 0.55",
        "01/02/2026 03/04/2026",
        "2026-09-30 0123",
        "012 345 EUR",
        "+12.5 000 000 %",
    ],
)
def test_it_is_not_alarmed_by(text: str) -> None:
    assert list(personal_data(text)) == []


def test_the_kinds() -> None:
    found = list(personal_data("ana@example.org, +49 170 1234567, 4111 1111 1111 1111"))
    assert [(hit.kind, hit.masked) for hit in found] == [
        ("e-mail address", "a…@example.org"),
        ("telephone number", "+49…67"),
        ("card number", "411…11"),
    ]


def test_nine_digits_to_fifteen() -> None:
    assert list(personal_data("+12 345 678")) == []
    assert len(list(personal_data("+12 345 6789"))) == 1
    assert len(list(personal_data("+12 345 678 901 2345"))) == 1
    assert list(personal_data("+12 345 678 901 23456")) == []


def test_a_card_is_known_by_its_check() -> None:
    assert list(personal_data("4111 1111 1111 1112")) == []


def test_two_numbers_beside_each_other() -> None:
    found = list(personal_data("030 1234567 / 030 7654321"))
    assert [hit.text for hit in found] == ["030 1234567", "030 7654321"]


@pytest.mark.parametrize("text", ["a" * 200_000 + "@", "0 " * 100_000, "a.@" * 70_000, "0" * 200_000, "(0-" * 70_000])
def test_hostile_texts_cost_no_more_than_long_ones(text: str) -> None:
    before = perf_counter()
    list(personal_data(text))
    assert perf_counter() - before < 1
