from __future__ import annotations

from pathlib import Path

from tests.diff.worlds import compared, document

from journeykit.diff.revision import of_documents
from journeykit.model.load import load_path
from journeykit.render.changes import text
from journeykit.render.terminal.styled import plain

BANK = Path(__file__).parents[3] / "examples" / "bank"
MAP = "journey: 1\ntitle: T\nstages:\n- stage: S\n  actions: [{action: A, emotion: -1, note: n}]\n"


def said(old: str, new: str, unicode: bool = True) -> list[str]:
    return plain(text.write([compared(old, new)], unicode)).splitlines()


def test_of_one_element_what_matters_comes_first_and_its_name_once() -> None:
    lines = said(MAP, MAP.replace("emotion: -1, note: n", "note: m, emotion: {score: 1, because: b}"))
    at = lines.index("S")
    assert lines[at + 1 : at + 4] == ["  ▲ A: feeling −1 → +1", "      · note n → m", "      · because now b"]


def test_without_unicode_the_marks_are_plain() -> None:
    lines = said(MAP, MAP.replace("emotion: -1", "emotion: 1"), unicode=False)
    assert any(one.startswith("  + A: feeling") for one in lines)
    assert not any(sign in "\n".join(lines) for sign in "▲▼·")


def test_nothing_and_layout() -> None:
    assert said(MAP, MAP)[1:] == ["Nothing changed."]
    assert said(MAP, f"# a\n{MAP}")[1:] == ["Only the layout changed."]


def test_a_map_that_is_new_gone_or_torn() -> None:
    one = document(MAP)
    assert "This map is new." in plain(text.write([of_documents(None, one)]))
    assert "This map is gone." in plain(text.write([of_documents(one, None)]))
    torn = plain(text.write([of_documents(document("journey: [", "v1:a.yaml"), one)]))
    assert "v1:a.yaml could not be read" in torn


def test_a_text_of_a_map_steers_no_terminal() -> None:
    lines = said(MAP, MAP.replace("action: A", 'action: "A\\e[31m\\nred"'))
    assert "\x1b" not in "\n".join(lines)


def test_the_year_of_the_bank() -> None:
    old, new = (
        load_path(BANK / "2025" / "checking-account.journey.yaml"),
        load_path(BANK / "checking-account.journey.yaml"),
    )
    lines = plain(text.write([of_documents(old, new)])).splitlines()
    assert lines[0] == "Switching to an account that ends the month in the black: 2025 → 2026"
    assert "Questions answered   1 of 6 → 5 of 7" in lines
    assert "  ▼ Leave from the fee table: 48% → 61% (target 35%)" in lines
    assert "  · moved from Review to Decision: Fills in the switching form" in lines
    assert sum("Effortless help" in line for line in lines) == 2  # reworded, and kept less evenly; its id says nothing
    assert not any("due no longer" in line for line in lines)
    assert len(lines) < 140
