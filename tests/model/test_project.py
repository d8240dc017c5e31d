from __future__ import annotations

from pathlib import Path

import pytest

from journeykit.model.project import ConfigurationError, Project, find_project


def project(folder: Path, text: str, name: str = "journey.toml") -> Project:
    (folder / name).write_text(text, encoding="utf-8")
    return find_project(folder)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_configuration(here: Path) -> None:
    found = find_project(here)
    assert (found.root, found.library_files()) == (None, [])
    assert found.settings.fail_on == "error"


def test_the_nearest_configuration_upwards_to_the_repository(here: Path) -> None:
    (here / "a" / "b" / "c").mkdir(parents=True)
    (here / "journey.toml").write_text("profile = 'sketch'")
    assert find_project(here / "a" / "b").settings.profile == "sketch"
    (here / "a" / "pyproject.toml").write_text("[tool.other]\nx = 1")
    assert find_project(here / "a" / "b").settings.profile == "sketch"
    (here / "a" / "pyproject.toml").write_text("[tool.journey]\nprofile = 'strict'")
    found = find_project(here / "a" / "b")
    assert (found.settings.profile, found.root) == ("strict", here / "a")
    (here / "a" / "b" / ".git").mkdir()
    assert find_project(here / "a" / "b" / "c").settings.profile is None


def test_journey_toml_comes_before_pyproject(here: Path) -> None:
    (here / "pyproject.toml").write_text("[tool.journey]\nprofile = 'strict'")
    assert project(here, "profile = 'sketch'").settings.profile == "sketch"


@pytest.mark.parametrize("text", ["[tool.other]\nx = 1", "broken [", "tool = 3", ""])
def test_a_pyproject_without_our_table_is_none_of_ours(here: Path, text: str) -> None:
    assert project(here, text, "pyproject.toml").root is None


def test_named_and_isolated(here: Path) -> None:
    project(here, "profile = 'sketch'")
    (here / "other.toml").write_text("profile = 'strict'")
    assert find_project(here, Path("other.toml")).settings.profile == "strict"
    assert find_project(here, isolated=True).settings.profile is None
    with pytest.raises(ConfigurationError, match=r"missing.toml cannot be read: no such file"):
        find_project(here, Path("missing.toml"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("libary = []", "unknown key `libary`, did you mean `library`?"),
        ("fail_on = 'error'", "unknown key `fail_on`, did you mean `fail-on`?"),
        ("zzz = 1", "unknown key `zzz`"),
        ("library = 3", "`library`: it should be a list of texts"),
        ("library = [3]", "`library.0`: it should be a text"),
        ("fail-on = 'bad'", "`fail-on`: it should be 'error', 'warning', 'info' or 'never'"),
        ("severity = 3", "`severity`: it should be a table"),
        (
            "[severity]\nmissing-goal = 'loud'",
            "`severity.missing-goal`: it should be 'error', 'warning', 'info' or 'off'",
        ),
        ("profile = 'lax'", "`profile`"),
        ("[templates]\nours = 3", "`templates.ours`: it should be a list of texts"),
        ("x = [", "is not TOML"),
    ],
)
def test_a_configuration_that_cannot_be_used_says_why(here: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        project(here, text)
    assert str(refused.value).startswith("journey.toml")
    assert told in str(refused.value)


def test_a_table_of_ours_that_is_none(here: Path) -> None:
    with pytest.raises(ConfigurationError, match="should be a table"):
        project(here, "[tool]\njourney = 3", "pyproject.toml")


def test_a_configuration_that_is_not_utf_8(here: Path) -> None:
    (here / "journey.toml").write_bytes(b"\xff")
    with pytest.raises(ConfigurationError, match="is not TOML"):
        find_project(here)


def test_library_files_in_a_stable_order_each_once(here: Path) -> None:
    for name in ("b.yaml", "a.yaml", "c.txt"):
        (here / name).write_text("")
    (here / "d.yaml").mkdir()
    found = project(here, "library = ['*.yaml', 'a.yaml', 'c.*']")
    assert [path.name for path in found.library_files()] == ["a.yaml", "b.yaml", "c.txt"]
    assert project(here, "library = 'b.yaml'").library_files() == [here / "b.yaml"]


@pytest.mark.parametrize("pattern", ["missing/*.yaml", "/etc/*.yaml", "", "folder"])
def test_a_library_pattern_that_finds_nothing(here: Path, pattern: str) -> None:
    (here / "folder").mkdir()
    with pytest.raises(ConfigurationError, match="`library`"):
        project(here, f"library = ['{pattern}']").library_files()


def test_templates_of_the_project_join_the_built_in_ones(here: Path) -> None:
    templates = project(here, "[templates]\nours = ['need', 'buy', 'after']").templates
    assert templates["ours"] == ("need", "buy", "after")
    assert templates["customer-lifecycle"] == ("onboarding", "adoption", "renewal")
