"""Comments that suppress findings, and those that suppress nothing."""

from __future__ import annotations

from datetime import date

import pytest

from journeykit.model.load import load
from journeykit.model.project import Settings
from journeykit.model.templates import TEMPLATES
from journeykit.rules.judge import Judge
from journeykit.rules.registry import built_in
from journeykit.rules.select import Selection, Wish
from journeykit.source.text import Source

OPEN = "      - question: Why me?"


def told(text: str, *select: str) -> list[tuple[str, int]]:
    """The codes and lines of what is found with these rules alone."""
    selection = Selection(built_in(), Settings(), Wish(select=select or ("JK202",)))
    found = Judge(selection, date(2026, 11, 21), dict(TEMPLATES)).judge(load(Source("m", text)))
    return sorted((one.code, one.span.line) for one in found)


def asked(comment: str = "", above: str = "", top: str = "") -> str:
    return f"{top}journey: 1\ntitle: T\nstages:\n  - stage: A\n    questions:\n{above}{OPEN}{comment}\n"


def test_it_is_told_without_a_comment() -> None:
    assert told(asked()) == [("JK202", 6)]


@pytest.mark.parametrize("name", ["JK202", "unanswered-question", "JK2", "JK", "JK404, JK202"])
def test_a_comment_on_the_line_suppresses_by_code_name_or_family(name: str) -> None:
    assert told(asked(f"  # journey: ignore[{name}] they ask it for fun")) == []


def test_a_comment_alone_on_the_line_above_suppresses() -> None:
    assert told(asked(above="      # journey: ignore[JK202] known\n      # and another remark\n")) == []


def test_a_comment_before_the_first_key_is_for_the_file() -> None:
    assert told(asked(top="# journey: ignore-file[JK202] a sketch\n")) == []
    assert told(asked(above="      # journey: ignore-file[JK202] too late\n")) == [("JK011", 6), ("JK202", 7)]


def test_without_a_reason_it_suppresses_and_is_told() -> None:
    assert told(asked("  # journey: ignore[JK202]")) == [("JK011", 6)]


def test_a_name_that_is_no_rule_is_told() -> None:
    assert told(asked("  # journey: ignore[JK2O2] why")) == [("JK011", 6), ("JK202", 6)]


def test_nothing_to_suppress_is_told_only_when_its_rules_ran() -> None:
    text = asked("\n        answer: Because.  # journey: ignore[JK202] known")
    assert told(text) == [("JK011", 7)]
    assert told(text, "JK204") == []


@pytest.mark.parametrize("text", ['"# journey: ignore[JK202] no comment"', "'# journey: ignore[JK202] x'"])
def test_text_in_quotes_is_no_suppression(text: str) -> None:
    assert told(asked(f"\n        note: {text}")) == [("JK202", 6)]


def test_text_in_a_block_is_no_suppression() -> None:
    assert told(asked("\n        note: |\n          # journey: ignore[JK202] x")) == [("JK202", 6)]


def test_it_does_not_reach_the_next_element() -> None:
    text = asked("  # journey: ignore[JK202] known") + "      - Why now?\n"
    assert told(text) == [("JK202", 7)]


def test_a_file_that_cannot_be_read_is_never_fine() -> None:
    assert told("# journey: ignore-file[JK] all\n- a list\n") == [("JK001", 2)]


GOALS = "{top}journey: 1\ntitle: T\nstages:\n  - {{stage: A, needs: [x]}}{one}\n  - {{stage: B, needs: [x]}}{two}\n"
ASIDE = "  # journey: ignore[JK108] it has none"


def test_what_is_told_of_all_is_suppressed_where_each_is() -> None:
    assert told(GOALS.format(top="", one="", two=""), "JK108", "JK011") == [("JK108", 4)]
    assert told(GOALS.format(top="", one=ASIDE, two=ASIDE), "JK108", "JK011") == []
    assert told(GOALS.format(top="# journey: ignore-file[JK108] so be it\n", one="", two=""), "JK108", "JK011") == []
    at_the_key = GOALS.format(top="", one="", two="").replace("stages:", f"stages:{ASIDE}")
    assert told(at_the_key, "JK108", "JK011") == []


def test_what_is_told_of_all_is_not_suppressed_by_one_of_them_which_is_not_idle() -> None:
    assert told(GOALS.format(top="", one=ASIDE, two=""), "JK108", "JK011") == [("JK108", 4)]


@pytest.mark.parametrize(
    "comment", ["ignore JK202 they ask it for fun", "ignore[] for fun", "ignore-file JK202 fun", "ignore"]
)
def test_a_comment_without_a_rule_in_brackets_is_told(comment: str) -> None:
    assert told(asked(f"  # journey: {comment}")) == [("JK011", 6), ("JK202", 6)]


def test_another_word_is_a_comment_like_any() -> None:
    assert told(asked("  # journey: ignored by all")) == [("JK202", 6)]
