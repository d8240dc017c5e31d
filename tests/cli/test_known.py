from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.repository import Repository, repository

#: A question that nothing answers, JK202; of a shared library, JK208 in its file.
OPEN = "journey: 1\ntitle: {0}\nstages:\n  - stage: A\n    questions: [{{question: Why?, channels: web}}]\n"
LIBRARY = "channels: {web: Website}\nhelp:\n  guide: {name: Guide}\n  kept: {name: Kept, owner: Web}\n"


@pytest.fixture
def told(journey) -> Callable[..., list[str]]:
    """What is told since a revision: file, rule and place."""

    def run(*arguments: str) -> list[str]:
        ended = journey("validate", "--select", "JK0,JK202,JK208", "-f", "json", *arguments)
        assert ended.code in (0, 1), ended.err
        return [f"{one['path']} {one['code']} {one['element']}" for one in json.loads(ended.out)["diagnostics"]]

    return run


@pytest.fixture
def repo(folder: Path) -> Repository:
    made = repository(folder)
    made.put("journey.toml", 'library = "lib.yaml"\n')
    made.put("lib.yaml", LIBRARY)
    made.put("a.journey.yaml", OPEN.format("T"))
    made.put("b.journey.yaml", OPEN.format("T"))
    made.commit()
    return made


def test_what_nobody_touched_is_not_new(repo: Repository, told) -> None:
    assert {one.split()[1] for one in told()} == {"JK007", "JK202", "JK208"}
    assert told("--since", "HEAD") == []


def test_what_came_into_the_library_is_new(repo: Repository, told) -> None:
    repo.put("lib.yaml", LIBRARY + "  tour: {name: Tour}\n")
    assert told("--since", "HEAD") == ["lib.yaml JK208 help/tour"]


def test_a_map_that_was_renamed_is_known_by_its_old_name(repo: Repository, told) -> None:
    repo.git("mv", "a.journey.yaml", "z.journey.yaml")
    assert told("--since", "HEAD") == []
    text = OPEN.format("T") + "  - {stage: B, questions: [{question: How?, channels: web}]}\n"
    repo.put("z.journey.yaml", text)
    assert told("--since", "HEAD") == ["z.journey.yaml JK202 stages/b/questions/how"]


def test_a_reference_to_a_map_that_is_gone_is_new(repo: Repository, told) -> None:
    repo.put("a.journey.yaml", OPEN.format("Whole"))
    repo.put("b.journey.yaml", OPEN.format("Part") + "parent: whole\n")
    repo.commit()
    assert told("--since", "HEAD") == []
    (repo.folder / "a.journey.yaml").unlink()
    assert told("--since", "HEAD") == ["b.journey.yaml JK008 "]


def test_a_submodule_is_compared_with_what_was_recorded_of_it(repo: Repository, told, tmp_path_factory) -> None:
    other = repository(tmp_path_factory.mktemp("other"))
    other.put("c.journey.yaml", OPEN.format("C"))
    other.put("journey.toml", "")
    other.commit()
    repo.git("submodule", "add", str(other.folder), "sub")
    repo.git("submodule", "add", str(other.folder), "aaa")  # sorted before the maps around it
    repo.commit(tag="v1")
    assert "sub/c.journey.yaml JK202 stages/a/questions/why" in told()
    assert told("--since", "v1") == told("--since", "HEAD") == []


def test_what_lies_in_no_repository_is_all_new(repo: Repository, told, tmp_path_factory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "o.journey.yaml"
    outside.write_text(OPEN.format("O").replace(", channels: web", ""))
    assert told("--since", "HEAD", "a.journey.yaml", str(outside)) == [f"{outside} JK202 stages/a/questions/why"]


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        "{}",
        '{"version": 1, "fingerprints": "abc"}',
        '{"version": 1, "fingerprints": {"a": 1}}',
        "x",
        "[" * 200_000,
        '{"version": 1, "fingerprints": [1, null]}',
    ],
)
def test_a_file_that_is_no_baseline_is_refused(journey, bicycle: Path, content: str) -> None:
    Path("known.json").write_text(content)
    ended = journey("validate", bicycle, "--baseline", "known.json")
    assert ended.code == 2
    assert "is no baseline" in ended.err


def test_a_baseline_of_a_later_version_is_refused_and_a_mark_at_its_beginning_is_not(journey, bicycle: Path) -> None:
    Path("known.json").write_text('{"version": 2, "fingerprints": []}')
    ended = journey("validate", bicycle, "--baseline", "known.json")
    assert (ended.code, "version 2" in ended.err) == (2, True)
    journey("validate", bicycle, "--baseline", "known.json", "--write-baseline")
    content = Path("known.json").read_bytes()
    Path("known.json").write_bytes(b"\xef\xbb\xbf" + content)
    assert journey("validate", bicycle, "--baseline", "known.json", "--fail-on", "info").code == 0


def test_names_that_are_not_utf_8_can_be_written_down(journey, folder: Path) -> None:
    name = b"bad\xff.journey.yaml".decode("utf-8", "surrogateescape")
    try:
        (folder / name).write_text(OPEN.format("T"))
    except OSError:
        pytest.skip("this file system takes no such name")
    ended = journey("validate", name, "--baseline", "known.json", "--write-baseline")
    assert ended.code == 0, ended.err
    assert journey("validate", name, "--baseline", "known.json", "--fail-on", "info").code == 0


def test_a_baseline_of_another_folder_is_told(journey, bicycle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journey("validate", "--baseline", "known.json", "--write-baseline")
    assert "holds was found" not in journey("validate", "--baseline", "known.json").err
    (bicycle.parent / "sub").mkdir()
    monkeypatch.chdir(bicycle.parent / "sub")
    ended = journey("validate", "..", "--baseline", "../known.json")
    assert "Nothing that ../known.json holds was found: it counts paths from" in ended.err


def test_each_repository_is_asked_by_itself(repo: Repository, told, tmp_path_factory) -> None:
    other = repository(tmp_path_factory.mktemp("second"))
    other.put("journey.toml", "")
    other.put("c.journey.yaml", OPEN.format("C"))
    other.commit()
    assert told("--since", "HEAD", ".", str(other.folder)) == told("--since", "HEAD", str(other.folder), ".") == []


def test_a_new_map_does_not_make_its_library_new(repo: Repository, told) -> None:
    repo.put("n.journey.yaml", OPEN.format("New"))
    assert told("--since", "HEAD", "n.journey.yaml") == ["n.journey.yaml JK202 stages/a/questions/why"]
    repo.git("mv", "lib.yaml", "shared.yaml")
    repo.put("journey.toml", 'library = "shared.yaml"\n')
    assert told("--since", "HEAD", "a.journey.yaml") == []


def test_a_map_whose_new_name_git_was_not_told_is_known_by_its_id(repo: Repository, told) -> None:
    repo.put("a.journey.yaml", OPEN.format("Alone"))
    repo.commit()
    (repo.folder / "a.journey.yaml").rename(repo.folder / "z.journey.yaml")
    assert told("--since", "HEAD") == []


def test_a_link_is_the_map_it_leads_to(repo: Repository, told) -> None:
    (repo.folder / "l.journey.yaml").symlink_to("a.journey.yaml")
    repo.commit()
    assert told("--since", "HEAD") == []


def test_standard_input_is_compared_under_the_name_it_is_said_to_have(repo: Repository, told, monkeypatch) -> None:
    text = OPEN.format("T") + "  - {stage: B, questions: [{question: How?, channels: web}]}\n"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    found = told("--since", "HEAD", "--stdin-filename", "a.journey.yaml", "-")
    assert found == ["a.journey.yaml JK202 stages/b/questions/how"]
