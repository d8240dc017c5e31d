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


@pytest.mark.parametrize(
    ("gives", "told"),
    [
        ("look.actions[0]", "it gave (Stage("),
        ("None", "it gave None"),
        ("Finding(look.actions[0], 'm', 'h')", "has to be one of the map, and not tuple; `look.actions` has pairs"),
        ("Finding('need', 'm', 'h')", "and not str"),
        ("Finding(look.stages[0], None, 'h')", "the message of a finding has to be a text"),
        ("Finding(look.stages[0], 'm', 3)", "the hint of a finding has to be a text"),
        ("Finding(look.stages[0], 'm', 'h', severity='bad')", "the severity of a finding has to be"),
        ("Finding(look.stages[0], 'm', 'h', span=3)", "has to be a Span or None"),
        ("Finding(look.stages[0], 'm', 'h', span=Span(-5, 1, 1, 1))", "count from 1"),
        ("Finding(look.stages[0], 'm', 'h', span=Span('a', 1, 1, 1))", "count from 1"),
        ("Finding(look.stages[0], 'm', 'h', related=(Elsewhere('x', look.journey, span=3),))", "has to be a Span"),
        ("Finding(look.stages[0], 'm', 'h', related=('x',))", "has to be an Elsewhere"),
        ("Finding(look.stages[0], 'm', 'h', mend='x')", "has to be a Mend"),
        ("Finding(look.stages[0], 'm', 'h', mend=Mend(3, 'x', True))", "the key of a mend has to be a text"),
        ("Finding(look.stages[0], 'm', 'h', mend=Mend('k', None, True))", "the value of a mend has to be a text"),
        ("Finding(look.stages[0], 'm', 'h', mend=Mend('k', 'v', True, element=3))", "and not int"),
        ("Finding(look.stages[0], 'm', 'h', instead_of=(1,))", "it gave 1, which is no Finding"),
        ("Finding(look.stages[0], 'm', 'h', instead_of=(Finding(None, 'a', 'b'),))", "and not NoneType"),
        ("Finding(look.stages[0], 'm', 'h', related=(Elsewhere('x', 'y'),))", "and not str"),
        ("__import__('sys').exit(4)", "SystemExit"),
    ],
)
def test_a_finding_that_cannot_be_told_is_its_authors_matter(journey, project: Path, gives: str, told: str) -> None:
    text = RULE.replace("import Finding, Option", "import Elsewhere, Finding, Mend, Option")
    text = text.replace("\n\n\ndef", "\nfrom journeykit.source.position import Span\n\n\ndef", 1)
    text = text.replace(
        'yield Finding(stage, f"the stage \'{stage.stage}\' shouts", "write it in small letters")', f"yield {gives}"
    )
    (project / "rules" / "shouting_stage.py").write_text(text)
    (project / "m.journey.yaml").write_text(MAP.replace("OK]", "{stage: GO, actions: [Goes]}]"))
    ended = journey("validate", "m.journey.yaml", "--select", "ACME")
    assert ended.code == 2, ended
    assert "the rule ACME1 shouting-stage breaks off with" in ended.err
    assert told in ended.err


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('code="ACME1"', "code=1", "`code` has to be a text"),
        ("doc=__doc__", "doc=None", "`doc` has to be a text, the docstring of its module"),
        ('name="shouting-stage"', "name=3", "`name` has to be a text"),
        ('name="shouting-stage"', 'name=""', "the name '' has to be letters"),
        ('options={"letters": Option(3, "from so many letters on")}', "options=3", "`options` has to be a mapping"),
        ('Option(3, "from so many letters on")', "1", "`options` has to be a mapping"),
        ("doc=__doc__,", "doc=__doc__, gives_way_to=3,", "`gives_way_to` has to be a tuple"),
    ],
)
def test_a_rule_without_its_words_is_wrong_configuration(journey, project: Path, old: str, new: str, told: str) -> None:
    (project / "rules" / "shouting_stage.py").write_text(RULE.replace(old, new))
    ended = journey("rules")
    assert ended.code == 2
    assert told in ended.err


def test_what_is_no_python_file_or_ends_the_program_is_wrong_configuration(journey, project: Path) -> None:
    (project / "journey.toml").write_text('rules = ["m.journey.yaml"]\n')
    assert "which is no Python file" in journey("rules").err
    (project / "journey.toml").write_text('rules = ["rules"]\n')
    (project / "rules" / "shouting_stage.py").write_text("import sys\nsys.exit(4)\n")
    ended = journey("rules")
    assert (ended.code, "cannot be loaded: SystemExit" in ended.err) == (2, True)
