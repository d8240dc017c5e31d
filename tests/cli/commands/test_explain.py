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
