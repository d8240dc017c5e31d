from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

SOUND = "journey: 1\ntitle: {0}\nstages: [A]\n"
WRONG = SOUND + "owner: [a, b]\n"


@pytest.fixture
def maps(folder: Path) -> Path:
    (folder / "a.journey.yaml").write_text(SOUND.format("A"))
    (folder / "z.journey.yaml").write_text(WRONG.format("Z"))
    return folder


def test_the_worst_are_told_where_not_all_are(maps: Path, journey) -> None:
    ended = journey("validate", "--max-findings", "1", "-f", "json")
    (one,) = json.loads(ended.out)["diagnostics"]
    assert (one["path"], one["severity"]) == ("z.journey.yaml", "error")
    told = journey("validate", "--max-findings", "1", "-f", "github").out.splitlines()
    assert told[0].startswith("::error file=z.journey.yaml")
    assert told[-1].startswith("::notice::")
    assert told[-1].endswith("more findings not told")
    assert "more findings not told." in journey("validate", "--max-findings", "1", "-f", "markdown").out


def test_a_map_whose_findings_are_not_told_is_no_test_that_passed(maps: Path, journey) -> None:
    (maps / "clean.journey.yaml").write_text(SOUND.format("Clean"))
    ended = journey("validate", "--select", "JK003,JK004,JK703", "--ignore", "JK703", "-f", "junit")
    assert {suite.get("name") for suite in Xml.fromstring(ended.out)} == {
        "a.journey.yaml", "clean.journey.yaml", "z.journey.yaml",
    }  # fmt: skip
    ended = journey("validate", "--select", "JK0,JK703", "--max-findings", "1", "-f", "junit")
    assert [suite.get("name") for suite in Xml.fromstring(ended.out)] == ["z.journey.yaml"]


def test_a_file_that_cannot_be_read_is_told_in_every_report(maps: Path, journey) -> None:
    for form in ("junit", "markdown", "github"):
        ended = journey("validate", "nope.journey.yaml", "a.journey.yaml", "--select", "JK0", "-f", form)
        assert ended.code == 3
        assert "nope.journey.yaml cannot be read: no such file" in ended.out
        if form == "junit":
            root = Xml.fromstring(ended.out)
            assert (root.get("errors"), root.get("tests")) == ("1", "2")
            assert root.find("testsuite[@name='nope.journey.yaml']") is None


def test_links_lead_into_the_repository_also_from_a_folder_in_it(
    maps: Path, journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    (maps / "my maps").mkdir()
    (maps / "my maps/b.journey.yaml").write_text(WRONG.format("B"))
    for name, value in (("SERVER_URL", "https://git"), ("REPOSITORY", "o/r"), ("SHA", "abc"), ("WORKSPACE", str(maps))):
        monkeypatch.setenv(f"GITHUB_{name}", value)
    monkeypatch.chdir(maps / "my maps")
    out = journey("validate", "--select", "JK0", "-f", "markdown").out
    assert "(https://git/o/r/blob/abc/my%20maps/b.journey.yaml#L4)" in out
    assert "::error file=my maps/b.journey.yaml,line=4" in journey("validate", "--select", "JK0", "-f", "github").out
    assert (
        "(https://git/o/r/blob/abc/z.journey.yaml#L4)"
        in journey("validate", "--select", "JK0", "-f", "markdown", "../z.journey.yaml").out
    )
    monkeypatch.chdir(maps)
    out = journey("validate", "--select", "JK0", "-f", "markdown", "z.journey.yaml").out
    assert "(https://git/o/r/blob/abc/z.journey.yaml#L4)" in out


@pytest.mark.parametrize(
    ("formats", "message"),
    [
        (("json", "sarif"), "--format sarif: standard output is another format's already; name a file: sarif=FILE"),
        (("json=x", "text", "sarif=x"), "--format sarif: x is another format's already"),
        (("json", "junit=-"), "standard output is another format's already"),
        (("json=",), "--format json= names no file"),
        (("json=x", "text=./y/../x"), "--format text: y/../x is another format's already"),
        (("json=a.journey.yaml",), "--format json: a.journey.yaml is a map already"),
        (("text", "json=/dev/stdout"), "/dev/stdout is another format's already"),
    ],
)
def test_each_format_has_a_place_of_its_own(maps: Path, journey, formats: tuple[str, ...], message: str) -> None:
    ended = journey("validate", *(part for name in formats for part in ("-f", name)))
    assert ended.code == 2
    assert message in ended.err
    assert journey("validate", "-f", "json=-").out.startswith("{")


def test_a_configuration_that_is_broken_is_told_where_it_speaks_of_maps(maps: Path, journey) -> None:
    (maps / "pyproject.toml").write_text("[tool.other]\nx = [\n")
    assert journey("validate", "a.journey.yaml", "--select", "JK0").code == 0
    for text in ("[tool.journey]\nx=", "[ tool.journey ]\nx=", '["tool"."journey"]\nx=', "[tool.journey.severity]\nx="):
        (maps / "pyproject.toml").write_text(text)
        ended = journey("validate", "a.journey.yaml")
        assert ended.code == 2
        assert "pyproject.toml is not TOML" in ended.err
    for text in ("[tool.journeyx]\nx=", "# [tool.journey\nx="):
        (maps / "pyproject.toml").write_text(text)
        assert journey("validate", "a.journey.yaml", "--select", "JK0").code == 0


def test_a_revision_without_a_name_is_wrong_usage(maps: Path, journey) -> None:
    assert journey("validate", "--since", "").code == 2


def test_a_file_named_twice_is_checked_once(maps: Path, journey) -> None:
    name = f"../{maps.name}/a.journey.yaml"
    ended = journey("validate", name, "a.journey.yaml", str(maps / "a.journey.yaml"), "--select", "JK0")
    assert ended.out == "Checked 1 map: nothing found.\n"


def test_a_link_to_a_map_is_no_second_map_of_its_id(maps: Path, journey) -> None:
    (maps / "link.journey.yaml").symlink_to("a.journey.yaml")
    assert "JK007" not in journey("validate", "--select", "JK0", "-f", "concise").out
    (maps / "copy.journey.yaml").write_text(SOUND.format("A"))
    assert "JK007" in journey("validate", "--select", "JK0", "-f", "concise").out


def test_what_is_named_first_says_what_fails(maps: Path, journey) -> None:
    for name, limit in (("one", "info"), ("two", "never")):
        (maps / name).mkdir()
        (maps / name / "journey.toml").write_text(f'fail-on = "{limit}"\n')
        (maps / name / "m.journey.yaml").write_text(SOUND.format(name))
    assert journey("validate", "one/m.journey.yaml", "two").code == 1
    assert journey("validate", "two", "one/m.journey.yaml").code == 0
