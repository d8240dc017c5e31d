from __future__ import annotations

from pathlib import Path

import pytest

from journeykit.cli.showing import Wanted, shot
from journeykit.render.options import Options
from journeykit.render.terminal.styled import plain

pytest.importorskip("watchfiles")

LIBRARY = "channels:\n  shop: {name: Our shop}\n"


def wanted(path: Path, **more: object) -> Wanted:
    return Wanted(path.name, Options, today="2026-11-22", **more)  # type: ignore[arg-type]


def test_a_sound_map_is_drawn_and_judged(bicycle: Path, journey) -> None:
    taken = shot(wanted(bicycle))
    assert taken.title == "Buying a first bicycle"
    assert taken.page and b"Sees a friend ride by" in taken.page
    told = journey("validate", bicycle, "--format", "json", "--today", "2026-11-22").out
    assert {one.code for one in taken.findings} == {part[:5] for part in told.split('"code": "')[1:]}
    severities = [one.severity for one in taken.findings]
    assert severities == sorted(severities, key=("error", "warning", "info").index)
    assert all(one.hint and one.line for one in taken.findings)


def test_errors_are_shown_as_validate_shows_them(bicycle: Path, journey) -> None:
    bicycle.write_text(bicycle.read_text().replace("stages:", "stagez:"))
    taken = shot(wanted(bicycle))
    assert taken.page is None
    said = plain(taken.errors).strip()
    assert "stagez" in said and "^^^^^^" in said
    assert said in journey("validate", bicycle, "--select", "JK0", "--format", "text").out


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a: [", b"- a\n- b\n", b"\0", b"journey: 2\n", b"x" * 100])
def test_what_is_no_map_is_shown_not_raised(folder: Path, content: bytes) -> None:
    path = folder / "x.journey.yaml"
    path.write_bytes(content)
    taken = shot(wanted(path))
    assert (taken.page, taken.trouble) == (None, None)
    assert "error[JK0" in plain(taken.errors)
    assert any(one.severity == "error" for one in taken.findings)


def test_trouble_that_is_not_the_maps_is_told(bicycle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("journey.toml").write_text("profil = 'strict'\n")
    assert "did you mean `profile`" in str(shot(wanted(bicycle)).trouble)
    Path("journey.toml").write_text("")
    assert shot(wanted(bicycle)).trouble is None
    asked = Wanted(bicycle.name, lambda: Options(persona="cem"))
    assert "ana, ben" in str(shot(asked).trouble)

    def fails(*_: object) -> bytes:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("journeykit.cli.showing.picture", fails)
    assert "defect of the program" in str(shot(wanted(bicycle)).trouble)
    bicycle.unlink()
    assert "cannot be read" in str(shot(wanted(bicycle)).trouble)


def test_the_library_and_the_configuration_are_followed(bicycle: Path, folder: Path) -> None:
    (folder / "library").mkdir()
    (folder / "library/channels.yaml").write_text(LIBRARY)
    (folder / "journey.toml").write_text('library = ["library/*.yaml"]\n')
    watched = shot(wanted(bicycle)).watched
    for path in (bicycle, folder / "journey.toml", folder / "library/channels.yaml", folder / "library/new.yaml"):
        assert watched.concerns(path), path
    assert not watched.concerns(folder / "other.journey.yaml")
    (folder / "theme.toml").write_text("")
    watched = shot(wanted(bicycle, others=(folder / "theme.toml",))).watched
    assert watched.concerns(folder / "theme.toml")


def test_a_configuration_that_may_come_is_waited_for_up_to_the_repositorys_root(bicycle: Path, folder: Path) -> None:
    watched = shot(wanted(bicycle)).watched
    assert watched.concerns(folder / "journey.toml")
    assert folder.parent not in watched.places


def test_findings_of_the_library_name_its_file(bicycle: Path, folder: Path) -> None:
    (folder / "lib.yaml").write_text("channels:\n  post: {nam: Letters}\n")
    (folder / "journey.toml").write_text('library = ["lib.yaml"]\n')
    found = [one for one in shot(wanted(bicycle)).findings if one.path]
    assert [(one.path, one.line) for one in found if one.severity == "error"] == [("lib.yaml", 2)]


def test_templates_of_ones_own_are_read_again(bicycle: Path, folder: Path) -> None:
    (folder / "own").mkdir()
    asked = Wanted(bicycle.name, lambda: Options(template_dir=Path("own")), (Path("own"),))
    for text in ("<p>first</p>", "<p>second</p>"):
        (folder / "own/poster.html.j2").write_text(text)
        taken = shot(asked)
        assert taken.page == text.encode()
    assert taken.watched.concerns(folder / "own/poster.html.j2")
