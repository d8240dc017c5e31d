from __future__ import annotations

from pathlib import Path

import pytest

from journeykit.render import kinds


@pytest.mark.parametrize("ending", ["html", "svg", "dot", "md", "mmd", "json"])
def test_the_ending_is_the_format(journey, bicycle: Path, ending: str) -> None:
    ended = journey("render", bicycle, "-o", f"out/map.{ending}")
    assert ended.code == 0, ended.err
    assert "Buying a first bicycle" in " ".join(Path(f"out/map.{ending}").read_text().split())
    assert ended.out == ""


def test_the_same_map_gives_the_same_bytes(journey, bicycle: Path) -> None:
    for ending in ("html", "svg", "dot", "md", "mmd", "json", "csv", "xlsx", "pptx"):
        journey("render", bicycle, "-o", f"a.{ending}")
        journey("render", bicycle, "-o", f"b.{ending}")
        assert Path(f"a.{ending}").read_bytes() == Path(f"b.{ending}").read_bytes()


def test_a_folder_gets_a_file_a_map_and_a_format(journey, bicycle: Path) -> None:
    Path("old").mkdir()
    Path("old/bicycle.journey.yaml").write_text(bicycle.read_text().replace("2026", "2025"))
    assert journey("render", ".", "-o", "out", "-f", "dot", "-f", "md").code == 0
    assert sorted(file.name for file in Path("out").iterdir()) == [
        "bicycle.dot", "bicycle.md", "old-bicycle.dot", "old-bicycle.md",
    ]  # fmt: skip
    assert journey("render", bicycle, "-o", "out/", "-f", "dot", "--view", "questions").code == 0
    assert Path("out/bicycle.questions.dot").is_file()


def test_a_view_stands_in_the_name_unless_it_is_the_map_or_of_dot_the_flow(journey, bicycle: Path) -> None:
    assert journey("render", bicycle, "-o", "out", "-f", "svg", "-f", "dot", "-f", "html", "--view", "flow").code == 0
    assert journey("render", bicycle, "-o", "out", "-f", "html", "--view", "map").code == 0
    assert sorted(file.name for file in Path("out").iterdir()) == [
        "bicycle.dot", "bicycle.flow.html", "bicycle.flow.svg", "bicycle.html",
    ]  # fmt: skip


def test_several_maps_do_not_go_into_one_file(journey, bicycle: Path) -> None:
    # A folder that holds one map is one map.
    assert journey("render", ".", "-o", "map.dot").code == 0
    assert Path("map.dot").is_file()
    Path("other.journey.yaml").write_text("journey: 1\ntitle: T\nstages: [a]\n")
    for named in ([bicycle, "other.journey.yaml"], ["."]):
        ended = journey("render", *named, "-o", "all.html")
        assert (ended.code, ended.out) == (2, "")
        assert "2 maps" in ended.err
        assert not Path("all.html").exists()
    assert journey("render", ".", "-o", "v1.2", "-f", "dot").code == 0
    assert Path("v1.2/other.dot").is_file()


def test_a_folder_without_maps_is_said(journey, folder: Path) -> None:
    Path("empty").mkdir()
    ended = journey("render", "empty", "-o", "out")
    assert (ended.code, ended.out, ended.err) == (0, "", "No maps found.\n")


def test_standard_output(journey, bicycle: Path) -> None:
    assert journey("render", bicycle, "-o", "-", "-f", "dot").out.startswith("digraph")
    assert journey("render", bicycle, "-o", "-").out.lower().startswith("<!doctype html>")


def test_what_a_format_cannot_hold_is_two_and_says_what_it_can(journey, bicycle: Path) -> None:
    ended = journey("render", bicycle, "-o", "x.dot", "--view", "map")
    assert ended.code == 2
    assert "it can hold flow, blueprint, questions" in ended.err
    assert "did you mean flow?" in journey("render", bicycle, "-o", "x.dot", "--view", "flwo").err
    ended = journey("render", bicycle, "-o", "x.gif")
    assert ended.code == 2
    assert f"there is no format 'gif'; there are {', '.join(kinds('outputs'))}" in ended.err
    assert "(did you mean html?); there are csv, dot, html" in journey("render", bicycle, "-o", "x.htm").err
    assert not Path("x.gif").exists()


def test_a_broken_map_leaves_nothing_and_the_others_are_drawn(journey, bicycle: Path) -> None:
    Path("a.journey.yaml").write_text("journey: 1\ntitle: T\n")
    Path("out").mkdir()
    Path("out/a.dot").write_text("as it was")
    ended = journey("render", ".", "-o", "out", "-f", "dot")
    assert ended.code == 1
    assert "JK004" in ended.err
    assert Path("out/a.dot").read_text() == "as it was"
    assert Path("out/bicycle.dot").is_file()


def test_without_an_engine_it_is_three_and_dot_still_works(
    journey, bicycle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journeykit.render.engine._runner", lambda name: None)
    ended = journey("render", bicycle, "-o", "x.svg", "--view", "flow")
    assert ended.code == 3
    assert "graphviz-pure" in ended.err
    assert not Path("x.svg").exists()
    assert journey("render", bicycle, "-o", "x.dot").code == 0


def test_a_place_that_cannot_be_written_is_three(journey, bicycle: Path) -> None:
    Path("file").write_text("")
    ended = journey("render", bicycle, "-o", "file/x.dot")
    assert ended.code == 3
    assert "cannot be written" in ended.err


def test_lanes_that_are_asked_for(journey, bicycle: Path) -> None:
    assert journey("render", bicycle, "-o", "all.md").code == 0
    assert journey("render", bicycle, "-o", "some.md", "--lanes", "doing,gaps").code == 0
    whole, some = Path("all.md").read_text(), Path("some.md").read_text()
    assert "Sees a friend ride by" in some
    assert "The chat knows less than the counter" in some
    assert "Which size am I?" in whole
    assert "Which size am I?" not in some
    assert "curious" in whole
    assert "curious" not in some


def test_lanes_belong_to_the_map(journey, bicycle: Path) -> None:
    ended = journey("render", bicycle, "-o", "x.html", "--view", "personas", "--lanes", "doing")
    assert (ended.code, ended.out) == (2, "")
    assert "--lanes belongs to the view map" in ended.err
    assert not Path("x.html").exists()


def test_paper_is_named_in_any_letters_and_others_are_told(journey, bicycle: Path) -> None:
    assert journey("render", bicycle, "--paper", "A4", "-o", "x.pdf").code == 0
    ended = journey("render", bicycle, "--paper", "A9", "-o", "x.pdf")
    assert ended.code == 2
    assert "'--paper': 'A9' is not one of 'a4'" in ended.err
