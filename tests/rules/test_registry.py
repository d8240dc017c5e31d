"""Rules of a project's own, with the same object, documentation and output."""

from __future__ import annotations

from pathlib import Path

import pytest

RULE = '''"""A stage whose name shouts.

Customers are not spoken to in capitals.
"""

from journeykit.rules.base import Finding, Option, Rule


def check(look, letters):
    for stage in look.stages:
        if stage.stage.isupper() and len(stage.stage) >= letters:
            yield Finding(stage, f"the stage '{stage.stage}' shouts", "write it in small letters")


RULE = Rule(
    code="ACME1", name="shouting-stage", severity="warning", doc=__doc__, check=check,
    options={"letters": Option(3, "from so many letters on")},
    bad="stages: [{stage: NEED}]", good="stages: [{stage: Need}]",
)
'''
MAP = "journey: 1\ntitle: T\nstages: [NEED, OK]\n"


@pytest.fixture
def project(folder: Path) -> Path:
    (folder / "rules").mkdir()
    (folder / "rules" / "shouting_stage.py").write_text(RULE)
    (folder / "journey.toml").write_text('rules = ["rules/"]\n')
    (folder / "m.journey.yaml").write_text(MAP)
    return folder


def test_a_folder_of_rule_files_is_run_explained_and_listed(journey, project: Path) -> None:
    ended = journey("validate", "--select", "shouting-stage", "-f", "concise")
    assert ended.out == "m.journey.yaml:3:10: warning ACME1 shouting-stage the stage 'NEED' shouts\n"
    assert "Customers are not spoken to in capitals." in journey("explain", "ACME1").out
    assert "shouting-stage" in journey("rules").out
    assert journey("validate", "--isolated", "--select", "shouting-stage").code == 2


def test_its_options_severity_and_suppression_are_as_for_any_rule(journey, project: Path) -> None:
    settings = '[severity]\nshouting-stage = "error"\n[options.ACME1]\nletters = 2\n'
    (project / "journey.toml").write_text('rules = ["rules/shouting_stage.py"]\nselect = ["ACME"]\n' + settings)
    ended = journey("validate", "-f", "concise")
    assert ended.code == 1
    assert [line.split(":")[2] for line in ended.out.splitlines()] == ["10", "16"]
    (project / "m.journey.yaml").write_text("# journey: ignore-file[ACME1] they like it\n" + MAP)
    assert journey("validate", "-f", "concise").out == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = 1\n", "has no RULE"),
        ("import nothing_such\n", "cannot be loaded: ModuleNotFoundError"),
        (RULE.replace("ACME1", "JK999"), "not JK"),
        (RULE.replace("shouting-stage", "unanswered-question"), "has the code or name of another"),
        (RULE.replace('"warning"', '"warn"'), "the severity 'warn' has to be error, warning or info"),
        (RULE.replace("len(", "length("), "ACME1 shouting-stage breaks off with NameError: name 'length' is not"),
        (RULE.replace("yield", "return"), "breaks off with TypeError"),
    ],
)
def test_a_rule_that_cannot_be_used_is_wrong_configuration(journey, project: Path, text: str, told: str) -> None:
    (project / "rules" / "shouting_stage.py").write_text(text)
    ended = journey("validate")
    assert ended.code == 2
    assert told in ended.err


def test_a_name_that_is_nothing_is_wrong_configuration(journey, project: Path) -> None:
    (project / "journey.toml").write_text('rules = ["no-such-thing"]\n')
    ended = journey("validate")
    assert ended.code == 2
    assert "neither a folder, a file nor an entry point" in ended.err
