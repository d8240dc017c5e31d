from __future__ import annotations

from pathlib import Path


def test_a_map_is_shown_with_its_stages_and_questions(journey, bicycle: Path) -> None:
    ended = journey("show", bicycle, "--today", "2026-11-21")
    assert ended.code == 0
    for told in ("Buying a first bicycle", "1 Dream", "2 Choose", "Which size am I?", "Asks in the chat"):
        assert told in ended.out


def test_a_line_for_each_map(journey, bicycle: Path) -> None:
    (line,) = journey("show", "--line", bicycle, "--today", "2026-11-21").out.splitlines()
    assert "1/3" in line
    assert "Buying a first bicycle" in line


def test_it_fits_the_width_asked_for(journey, bicycle: Path) -> None:
    for width in (60, 100):
        lines = journey("show", bicycle, "--width", str(width), "--ascii").out.splitlines()
        assert max(map(len, lines)) <= width


def test_a_broken_map_is_told(journey, folder: Path) -> None:
    Path("m.journey.yaml").write_text("journey: 1\n")
    ended = journey("show", "m.journey.yaml")
    assert (ended.code, ended.out) == (1, "")
    assert "JK004" in ended.err


def test_a_folder_without_maps_is_said(journey, folder: Path) -> None:
    ended = journey("show", ".")
    assert (ended.code, ended.out, ended.err) == (0, "", "No maps found.\n")
