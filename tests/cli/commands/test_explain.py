from __future__ import annotations

import pytest


@pytest.mark.parametrize("name", ["JK202", "unanswered-question", "jk202"])
def test_a_rule_is_explained_by_code_or_name(journey, name: str) -> None:
    told = journey("explain", name).out
    assert told.startswith("JK202 unanswered-question (warning)\n")
    assert "This breaks it:" in told
    assert "This is right:" in told


def test_a_fault_of_the_file_has_its_page(journey) -> None:
    assert journey("explain", "unknown-key").out.startswith("JK002 unknown-key (error)")


def test_what_is_no_rule_is_two_with_the_nearest(journey) -> None:
    ended = journey("explain", "unanswered-questoin")
    assert ended.code == 2
    assert "did you mean unanswered-question?" in ended.err


@pytest.mark.parametrize("family", ["JK2", "jk2"])
def test_a_family_is_told_as_one(journey, family: str) -> None:
    ended = journey("explain", family)
    assert ended.code == 2
    assert f"'{family}' is a family, JK201 to JK213; name one of them, `journey rules` lists them" in ended.err
