from __future__ import annotations

import json

from journeykit.render.terminal.styled import line
from journeykit.serve.shot import Finding, Shot
from journeykit.serve.state import digest, shell, state_of
from journeykit.serve.watch import Watched

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"


def finding(severity: str = "warning", message: str = "nothing answers it", path: str = "") -> Finding:
    return Finding(severity, "JK202", "unanswered", path, 12, message, "answer it", "", (line("12 | - Why?"),))  # type: ignore[arg-type]


def shot(**given: object) -> Shot:
    return Shot("a.yaml", "A map", Watched(), **given)  # type: ignore[arg-type]


def test_the_state_of_a_map_that_can_be_drawn() -> None:
    state = state_of(shot(page=b"<p>", findings=(finding("error"), finding(), finding())), "old")
    assert state.page == digest(b"<p>")
    assert state.broken == ""
    assert (state.title, state.lang, state.direction) == ("A map", "en", "ltr")
    assert "1 error and 2 warnings" in state.panel
    assert "line 12" in state.panel
    assert "--page:" in state.css


def test_a_severity_is_a_word_and_a_form_not_a_colour_alone() -> None:
    marks = set()
    for severity, word in (("error", "error"), ("warning", "warning"), ("info", "note")):
        panel = state_of(shot(page=b"", findings=(finding(severity),)), "").panel
        assert f"<b>{word}</b>" in panel
        marks.add(panel[panel.index("<svg") : panel.index("</svg>")])
    assert len(marks) == 3


def test_a_broken_map_keeps_its_last_page_and_says_why() -> None:
    broken = shot(errors=(line("error[JK001] no YAML"), line(" | ^^^")))
    state = state_of(broken, "old")
    assert state.page == "old"
    assert "error[JK001] no YAML\n | ^^^\n" in state.broken
    assert "the last picture" in state.broken
    assert "the last picture" not in state_of(broken, "").broken
    assert state.title == "A map cannot be drawn"
    assert "no such folder" in state_of(shot(trouble=OSError("no such folder")), "").broken


def test_a_finding_elsewhere_names_its_file() -> None:
    assert "library/x.yaml, line 12" in state_of(shot(page=b"", findings=(finding(path="library/x.yaml"),)), "").panel


def test_hostile_texts_stay_texts() -> None:
    state = state_of(shot(findings=(finding(message=HOSTILE),), errors=(line(HOSTILE),), trouble=OSError(HOSTILE)), "")
    for part in (state.panel, state.broken):
        assert "<script" not in part
        assert "<img" not in part
    text = shell(state_of(Shot(HOSTILE, HOSTILE, Watched(), page=b""), ""))
    assert text.count("<script") == 2
    assert json.loads(text.split('id="state">')[1].split("</script>")[0])["title"] == HOSTILE
