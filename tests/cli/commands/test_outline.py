from __future__ import annotations

from pathlib import Path


def test_a_map_as_one_fact_a_line(journey, bicycle: Path) -> None:
    ended = journey("outline", bicycle)
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert lines[0] == "map bicycle: Buying a first bicycle"
    assert "    action asks-in-the-chat: Asks in the chat" in lines
    assert "      emotion: score -1; because nobody answers" in lines


def test_what_cannot_be_read_is_shown_as_it_is(journey, folder: Path) -> None:
    (folder / "x.journey.yaml").write_text("stages: [\n")
    assert journey("outline", "x.journey.yaml").out == "stages: [\n"


def test_errors_are_remarks_behind_the_facts(journey, folder: Path) -> None:
    (folder / "x.journey.yaml").write_text("journey: 1\ntitle: T\nstages: [A]\nstaet: x\n")
    ended = journey("outline", "x.journey.yaml")
    assert ended.code == 0
    assert ended.out.splitlines()[-1].startswith("# ")
