from __future__ import annotations

from pathlib import Path

import pytest

from journeykit.model.load import load_path
from journeykit.model.templates import TEMPLATES


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_first_map_is_sound_and_has_its_stages_and_one_is_worked_out(journey, folder: Path, template: str) -> None:
    assert journey("new", "--template", template, "--title", "Moving house: with a dog").code == 0
    path = Path("moving-house-with-a-dog.journey.yaml")
    assert journey("validate", path, "--fail-on", "warning").code == 0
    document = load_path(path)
    assert document.journey is not None
    assert document.journey.title == "Moving house: with a dog"
    assert document.journey.status == "draft"
    assert [document.outline.id(stage) for stage in document.journey.stages] == list(TEMPLATES[template])
    worked = [stage for stage in document.journey.stages if stage.questions and len(stage.actions) > 1]
    assert worked
    assert any(question.help for question in worked[0].questions)
    assert len(document.journey.channels) >= 3
    assert path.read_text().startswith("# ")


def test_nothing_is_overwritten_without_force(journey, folder: Path) -> None:
    Path("a.journey.yaml").write_text("mine")
    ended = journey("new", "a.journey.yaml", "--title", "A")
    assert ended.code == 2
    assert Path("a.journey.yaml").read_text() == "mine"
    assert journey("new", "a.journey.yaml", "--title", "A", "--force").code == 0
    assert "title: A\n" in Path("a.journey.yaml").read_text() or 'title: "A"\n' in Path("a.journey.yaml").read_text()


def test_the_title_comes_from_the_file_where_none_is_given(journey, folder: Path) -> None:
    assert journey("new", "maps/first-bicycle.journey.yaml").code == 0
    assert "title: First bicycle\n" in Path("maps/first-bicycle.journey.yaml").read_text()


def test_without_title_and_file_it_says_what_is_missing(journey, folder: Path) -> None:
    ended = journey("new")
    assert ended.code == 2
    assert "--title" in ended.err


def test_an_unknown_template_is_two_with_a_suggestion(journey, folder: Path) -> None:
    ended = journey("new", "--title", "T", "--template", "buying-proces")
    assert ended.code == 2
    assert "did you mean buying-process?" in ended.err


def test_a_template_of_the_project(journey, folder: Path) -> None:
    Path("journey.toml").write_text('[templates]\nours = ["need", "buy", "after-care"]\n')
    assert journey("new", "--title", "Ours", "--template", "ours").code == 0
    document = load_path("ours.journey.yaml")
    assert document.is_sound
    assert document.journey is not None
    assert [document.outline.id(stage) for stage in document.journey.stages] == ["need", "buy", "after-care"]


@pytest.mark.parametrize("title", ["no", "12:30", "- dash", "a # b", '"quoted"', "日本", "{x}", "x" * 300, "a\tb"])
def test_any_title_stays_what_was_typed(journey, folder: Path, title: str) -> None:
    assert journey("new", "t.journey.yaml", "--title", title).code == 0
    document = load_path("t.journey.yaml")
    assert document.is_sound
    assert document.journey is not None
    assert document.journey.title == " ".join(title.split())
