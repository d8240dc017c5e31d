from __future__ import annotations

import json
from pathlib import Path

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
