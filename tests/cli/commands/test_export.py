from __future__ import annotations

import json
from pathlib import Path

import pytest

from journeykit.model.load import load_path


def test_a_map_written_as_json_loads_to_an_equal_journey(journey, bicycle: Path) -> None:
    assert journey("export", bicycle, "--to", "json", "-o", "bicycle.json").code == 0
    assert load_path("bicycle.json").journey == load_path(bicycle).journey
    assert list(json.loads(Path("bicycle.json").read_text()))[:2] == ["journey", "title"]


def test_an_export_is_whole_inside_and_outside_its_project(journey, folder: Path) -> None:
    Path("library").mkdir()
    Path("library/channels.yaml").write_text("channels: {web: Website, unused: Unused}\n")
    Path("journey.toml").write_text('library = ["library/*.yaml"]\n')
    Path("m.journey.yaml").write_text(
        "journey: 1\ntitle: T\nx-own: {a: [1, no, null]}\nstages: [{stage: A, actions: [{action: Looks, channel: web}]}]\n"
    )
    assert journey("export", "m.journey.yaml", "-o", "m.json").code == 0
    exported = json.loads(Path("m.json").read_text())
    assert exported["channels"] == {"web": {"name": "Website", "overrides": True}}
    assert exported["x-own"] == {"a": [1, "no", None]}
    for ended in (journey("validate", "m.json"), journey("validate", "m.json", "--isolated")):
        assert ended.code == 0, ended.out


def test_a_broken_map_is_not_exported(journey, folder: Path) -> None:
    Path("m.journey.yaml").write_text("journey: 1\ntitle: T\nstages: [A]\nowner: []\nfoo: 1\n")
    ended = journey("export", "m.journey.yaml", "-o", "m.json")
    assert ended.code == 1
    assert "JK002" in ended.err
    assert not Path("m.json").exists()


@pytest.mark.parametrize(
    ("name", "begins"), [("json", b"{"), ("csv", b"\xef\xbb\xbfstage_number,"), ("xlsx", b"PK"), ("mmd", b"---")]
)
def test_the_ending_is_the_format_and_the_writer_is_that_of_render(
    journey, bicycle: Path, name: str, begins: bytes
) -> None:
    assert journey("export", bicycle, "-o", f"a.{name}").code == 0
    assert journey("export", bicycle, "--to", name, "-o", "same").code == 0
    assert journey("render", bicycle, "--view", "map", "-o", f"b.{name}").code == 0
    written = Path(f"a.{name}").read_bytes()
    assert written.startswith(begins)
    assert written == Path("same").read_bytes() == Path(f"b.{name}").read_bytes()


def test_a_mermaid_journey_goes_to_standard_output(journey, bicycle: Path) -> None:
    ended = journey("export", bicycle, "--to", "mmd")
    assert "\njourney\n  section Dream\n    Sees a friend ride by: 4: Ana\n" in ended.out
    assert journey("export", bicycle, "-o", "-").out.startswith("{")


def test_a_library_that_is_missing_is_named_in_a_line(journey, bicycle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    # What is None there cannot be imported.
    for module in ("xlsxwriter", "pptx"):
        monkeypatch.setitem(sys.modules, module, None)
    for ending in ("xlsx", "pptx"):
        ended = journey("render", bicycle, "-o", f"x.{ending}")
        assert (ended.code, ended.out) == (3, "")
        assert ended.err.count("\n") == 1
        assert "pip install 'journeykit[office]'" in ended.err
        assert not Path(f"x.{ending}").exists()
