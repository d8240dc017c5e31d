from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from journeykit.model.project import ConfigurationError, Project, Settings
from journeykit.rules.judge import Judges
from journeykit.rules.select import Wish

PLAIN = "journey: 1\ntitle: {0}\ntemplate: {1}\nstages: [Need, Buy]\n"


def test_each_project_has_its_own_judge_made_once(tmp_path: Path) -> None:
    judges = Judges(Wish(), date(2026, 11, 22))
    one = Project(Settings(ignore=("JK1",)), tmp_path, tmp_path / "journey.toml")
    assert judges.of(one) is judges.of(one) is not judges.of(Project())
    assert len(judges.rules) == len({rule.code for rule in judges.rules}) > 90


def test_what_a_configuration_names_amiss_is_told_with_its_name(tmp_path: Path) -> None:
    settings = Settings.model_validate({"severity": {"jk2": "off"}})
    judges = Judges(Wish(), date(2026, 11, 22))
    with pytest.raises(ConfigurationError) as caught:
        judges.of(Project(settings, tmp_path, tmp_path / "journey.toml"))
    assert str(caught.value).endswith("journey.toml: `severity`: there is no rule 'jk2'; did you mean JK2?")
    with pytest.raises(ConfigurationError, match="--select: there is no rule 'J'"):
        Judges(Wish(select=("J",)), date(2026, 11, 22)).of(Project())


def test_a_map_is_judged_by_the_project_it_lies_in(journey, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "other").mkdir()
    (folder / "sub/journey.toml").write_text(
        '[templates]\nours = ["need", "buy", "after"]\n[severity]\nmissing-owner = "error"\n'
    )
    (folder / "sub/a.journey.yaml").write_text(PLAIN.format("A", "ours"))
    (folder / "other/b.journey.yaml").write_text(PLAIN.format("B", "buying-process"))

    def found(*paths: str) -> list[tuple[str, str, str]]:
        ended = journey("validate", *paths, "--select", "JK101,JK703", "-f", "json")
        return [(one["path"], one["code"], one["severity"]) for one in json.loads(ended.out)["diagnostics"]]

    wanted = [
        ("other/b.journey.yaml", "JK703", "warning"), ("other/b.journey.yaml", "JK101", "error"),
        ("sub/a.journey.yaml", "JK703", "error"), ("sub/a.journey.yaml", "JK101", "error"),
    ]  # fmt: skip
    assert sorted(found(".")) == sorted(found("sub", "other")) == sorted(found("other", "sub")) == sorted(wanted)
    assert journey("validate", ".", "--jobs", "2", "--select", "JK703").code == 1
