import pytest

from journeykit.render.taming import one_line, tame


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("bell\x07 and \x9b31m", r"bell\x07 and \x9b31m"),
        ("\u202egnp.exe", r"\u202egnp.exe"),
        ("\u2066a\u2069", r"\u2066a\u2069"),
        ("\ud800", r"\ud800"),
        ("plain – ünï 評", "plain – ünï 評"),
        ("a\nb\tc", r"a\x0ab\x09c"),
    ],
)
def test_what_could_steer_is_shown_as_its_escape(text: str, shown: str) -> None:
    assert tame(text) == shown


def test_one_line_joins_lines_and_keeps_blanks_that_are_no_ascii() -> None:
    assert one_line("  a\r\n  b\u2028c\u00a0d ") == "a b c\u00a0d"
