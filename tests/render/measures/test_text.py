from __future__ import annotations

from journeykit.render.measures.text import write
from journeykit.render.terminal.styled import Line, text_of

EVENTS = "customer,at,event\nann,2026-06-29 10:00,signed_up\n"


def told(lines: list[Line]) -> list[str]:
    return list(map(text_of, lines))


def test_one_is_no_plural(made) -> None:
    answers = "customer,at,kind,score\nann,2026-06-29,nps,9\n"
    text = "\n".join(told(write(*made(events=EVENTS, answers=answers))))
    assert "1 customer seen, 0 in no stage" in text
    assert "NPS: only 1 answer, which says little" in text
    assert "1 answers" not in text


def test_a_step_is_told_with_how_often(made) -> None:
    twice = "ann,2026-06-29 11:00,shared\nann,2026-06-29 12:00,signed_up\nann,2026-06-29 13:00,shared\n"
    lines = told(write(*made(events=EVENTS + twice, answers="")))
    assert "  Skips: signed_up → shared 2 times" in lines
    assert "  Goes back: shared → signed_up once" in lines


def test_who_has_no_health_is_told(made) -> None:
    lines = told(write(*made(events=EVENTS, answers="")))
    (at,) = [number for number, one in enumerate(lines) if one == "Health, 0 to 100"]
    assert lines[at + 1].split("  ")[-1] == "No data"
    assert lines[at + 2].split() == ["Start", "0", "–", "0", "0", "0", "1"]


def test_what_goes_together_has_its_interval_and_says_few(made) -> None:
    (line,) = [one for one in told(write(*made())) if one.startswith("Reads the guide")]
    # One of one passed with it and one of two without; with two added to each side 2 of 3 and 2 of 4.
    assert line.split()[-5:] == ["+50", "(few)", "−56", "to", "+89"]
