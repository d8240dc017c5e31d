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
from journeykit.source.diagnostic import Diagnostic
from journeykit.source.edits import edited
from journeykit.source.text import Source

OPEN = "      - question: Why me?"


def found_in(text: str, *select: str) -> list[Diagnostic]:
    """What is found with these rules alone."""
    selection = Selection(built_in(), Settings(), Wish(select=select or ("JK202",)))
    return Judge(selection, date(2026, 11, 21), dict(TEMPLATES)).judge(load(Source("m", text)))


def told(text: str, *select: str) -> list[tuple[str, int]]:
    """The codes and lines of what is found with these rules alone."""
    return sorted((one.code, one.span.line) for one in found_in(text, *select))


def mended(text: str, *select: str) -> tuple[str, bool]:
    """The text with what is said of its comments mended, and whether that is safe."""
    fixes = [one.fix for one in found_in(text, *select) if one.code == "JK011" and one.fix]
    return edited(text, [edit for fix in fixes for edit in fix.edits]), all(fix.safe for fix in fixes)


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


def test_a_comment_on_the_line_where_a_block_of_text_begins_counts() -> None:
    block = asked().replace("Why me?", "|   # journey: ignore[JK202] they ask it for fun\n          Why me?")
    assert told(block) == []
    assert told(block.replace("|", ">-")) == []
    assert told(block.replace("Why me?", "# journey: ignore[JK204] text")) == []


@pytest.mark.parametrize(
    ("comment", "form"),
    [
        ("# Journey: Ignore[JK202] r", "`# journey: ignore[JK202] reason`"),
        ("# JOURNEY: ignore[JK202] r", "`# journey: ignore[JK202] reason`"),
        ("# journey: ignore_file[JK202, JK205]", "`# journey: ignore-file[JK202, JK205] reason`"),
        ("# journey: ignorefile [JK202] r", "`# journey: ignore-file[JK202] reason`"),
        ("# journey: disable[JK202] r", "`# journey: ignore[JK202] reason`"),
    ],
)
def test_what_is_nearly_a_suppression_is_told_with_the_right_form(comment: str, form: str) -> None:
    idle, other = sorted(found_in(asked(f"  {comment}")), key=lambda one: one.code)
    assert (idle.code, idle.hint, other.code) == ("JK011", f"write it like {form}", "JK202")


@pytest.mark.parametrize("comment", ["# Journey: Ignore the first", "# journey: disable this", "# journey: see [1]"])
def test_what_names_no_rule_and_is_no_suppression_is_a_comment(comment: str) -> None:
    assert told(asked(f"  {comment}")) == [("JK202", 6)]


def test_rules_without_a_comma_are_told_to_have_one() -> None:
    idle = next(one for one in found_in(asked("  # journey: ignore[JK202 JK205] why")) if one.code == "JK011")
    assert idle.hint == "put a comma between the rules: `[JK202, JK205]`"


SLIP = "unanswered-qestion"


def test_a_name_is_put_right_where_it_then_suppresses() -> None:
    text = asked(f"  # journey: ignore[missing-gaol, {SLIP}] why")
    right = text.replace("gaol", "goal").replace(SLIP, "unanswered-question")
    assert mended(text) == (right, True)  # both names at once
    assert mended(right) == (right, True)
    assert [one.hint for one in found_in(text) if one.code == "JK011"] == [
        "did you mean `missing-goal`?", "did you mean `unanswered-question`?",
    ]  # fmt: skip


def test_a_name_written_wrong_suppresses_nothing_until_it_is_put_right() -> None:
    text = asked(f"  # journey: ignore[{SLIP}] why")
    assert told(text) == [("JK011", 6), ("JK202", 6)]
    assert mended(text) == (text.replace(SLIP, "unanswered-question"), True)


def test_a_name_that_would_then_be_idle_goes_with_its_comment_at_once() -> None:
    text = asked(f"\n        answer: Because.  # journey: ignore[{SLIP}] why")
    assert mended(text) == (asked("\n        answer: Because."), True)
    # Where its rule does not run, nobody knows.
    assert mended(text, "JK204") == (text.replace(SLIP, "unanswered-question"), True)


@pytest.mark.parametrize("name", ["JK202", SLIP])
def test_a_reason_in_the_wrong_place_is_not_deleted_unasked(name: str) -> None:
    comment = f"# journey: ignore[{name}] they ask it for fun"
    at_the_end = asked().replace("Why me?", f'"Why\n        me?"  {comment}')
    assert mended(at_the_end) == (at_the_end.replace(f"  {comment}", ""), False)
    assert mended(asked(top=f"{comment}\n")) == (asked(), False)
    idle = next(one for one in found_in(asked(top=f"{comment}\n")) if one.code == "JK011")
    assert name == SLIP or "`ignore-file` on top is for the whole file" in idle.hint
