from dataclasses import replace

import pytest

from journeykit.render.reports.text import report
from journeykit.render.terminal.styled import Run, plain
from journeykit.source.diagnostic import Diagnostic, Related, Severity, Summary
from journeykit.source.position import Lines, Span

MAP = Lines(
    """\
journey: 1
channels: {branch: Branch}
stages:
  - stage: 評価 e\u0301
    questions:
      - question: 銀行\tを変える？ 👍 done
\t\tchannels: [web, brunch]
      - question: {long}
""".replace("{long}", "x" * 100 + " HERE " + "y" * 100)
)
NONE = Summary(1, 0, 0, 0)


def found(line: int, start: int, end: int, severity: Severity = "warning", end_line: int = 0) -> Diagnostic:
    span = Span(line, start, end_line or line, end)
    return Diagnostic("JK202", "some-rule", severity, "it is so", "mend it", "a.yaml", span)


def told(*findings: Diagnostic, width: int | None = None, unicode: bool = True) -> str:
    summary = Summary.of(1, list(findings))
    return plain(report(findings, summary, lambda path, number: MAP.line(number), width, unicode))


def test_the_place_the_related_places_and_the_help() -> None:
    related = Related("the channels stand here", "a.yaml", Span(2, 1, 2, 9))
    error = replace(found(7, 19, 25, "error"), related=(related,))
    assert (
        told(error)
        == """\
error[JK202] some-rule: it is so
 --> a.yaml:7:19
  |
2 | channels: {branch: Branch}
  | -------- the channels stand here
...
6 |       - question: 銀行    を変える？ 👍 done
7 |         channels: [web, brunch]
  |                         ^^^^^^
  |
  = help: mend it

Checked 1 map: 1 error.
"""
    )


def test_a_related_place_in_another_file_names_it() -> None:
    related = Related("and there", "lib.yaml", Span(3, 1, 3, 7))
    assert """\
 ::: lib.yaml:3:1
  |
3 | stages:
  | ------ and there
  |
""" in told(replace(found(4, 5, 10), related=(related,)))


@pytest.mark.parametrize(
    ("line", "start", "end", "blanks", "carets"),
    [
        (4, 12, 14, 11, 4),  # two wide letters
        (4, 15, 17, 16, 1),  # a letter and its mark
        (6, 19, 21, 18, 4),  # wide letters before a tab
        (6, 21, 22, 22, 4),  # the tab itself
        (6, 28, 29, 37, 2),  # an emoji
        (6, 50, 50, 44, 1),  # past the end
    ],
)
def test_the_caret_stands_under_the_place(line: int, start: int, end: int, blanks: int, carets: int) -> None:
    caret = told(found(line, start, end)).splitlines()[-4 - 1]
    assert caret == f"  | {' ' * blanks}{'^' * carets}"


def test_a_place_over_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    assert "  |   ^^^^^^^^^^^^^^^ to line 6\n" in told(found(4, 3, 5, end_line=6))


def test_a_long_line_is_shortened_around_the_place_only_for_a_width() -> None:
    long = found(8, 120, 124)
    shown, caret = told(long, width=60).splitlines()[3:5]
    at = caret.index("^")
    assert shown[at : at + 4] == "HERE"
    assert len(shown) <= 60
    assert shown.startswith("8 | …x")
    assert shown.endswith("…")
    assert told(long, width=60, unicode=False).isascii()
    assert MAP.line(8) in told(long)


def test_without_the_line_the_place_is_named_all_the_same() -> None:
    assert told(found(99, 1, 1)).splitlines()[1:3] == ["  --> a.yaml:99:1", "   = help: mend it"]


def test_an_info_is_a_note_told_once_a_map() -> None:
    text = told(found(1, 1, 2, "info"), found(2, 1, 2, "info"), found(3, 1, 2, "info"))
    assert text.count("note[JK202]") == 1
    assert "  = note: also in lines 2 and 3\n" in text
    assert text.endswith("Checked 1 map: 3 notes.\n")


def test_the_last_line_sums_up() -> None:
    def last(summary: Summary) -> str:
        return plain(report([], summary, lambda path, number: ""))

    assert last(Summary(3, 1, 4, 2)) == "Checked 3 maps: 1 error, 4 warnings, 2 notes.\n"
    assert last(Summary(3, 0, 0, 0)) == "Checked 3 maps: nothing found.\n"
    assert last(Summary(0, 0, 0, 0)) == "No maps found.\n"


def test_nothing_in_a_map_steers_the_terminal() -> None:
    hostile = replace(found(1, 1, 3), message="a\x1b[2J\nb", hint="\u202e", path="x\x07.yaml")
    text = plain(report([hostile], NONE, lambda path, number: "\x1b]0;title\x07 \u202e"))
    assert "\x1b" not in text and "\x07" not in text and "\u202e" not in text
    assert r"1 | \x1b]0;title\x07 \u202e" in text
    assert "  | ^^^^^\n" in text  # the two characters \x1b and ] take five cells


def test_severities_have_styles() -> None:
    lines = report([found(1, 1, 2, "error")], NONE, lambda path, number: "")
    assert lines[0][0] == Run("error[JK202]", "error")
