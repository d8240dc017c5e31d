"""Which rules run, and how grave they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeykit.model.faults import FAULTS
from journeykit.model.project import ConfigurationError, Settings
from journeykit.rules.base import Option, Rule, matches
from journeykit.rules.select import Selection, Wish
from journeykit.source.diagnostic import Diagnostic
from journeykit.source.position import START


def rule(code: str, name: str, severity: str = "warning", keeps: bool = False) -> Rule:
    return Rule(code=code, name=name, severity=severity, doc="A.\n\nB.", check=lambda look: (), bad="", good="",
                keeps_severity=keeps)  # type: ignore[arg-type]  # fmt: skip


RULES = [rule("JK101", "one", "error"), rule("JK102", "two"), rule("JK201", "three", "info"),
         rule("JK602", "kept", "error", keeps=True)]  # fmt: skip


def runs(
    settings: dict | None = None, draft: bool = False, path: str = "a.journey.yaml", **wish: object
) -> dict[str, str]:
    selection = Selection(RULES, Settings.model_validate(settings or {}), Wish(**wish))  # type: ignore[arg-type]
    selection.check_names()
    return {one.code: severity for one, severity in selection.settled(path, draft).rules}


def test_all_run_with_their_own_severity() -> None:
    assert runs() == {"JK101": "error", "JK102": "warning", "JK201": "info", "JK602": "error"}


def test_select_and_ignore_by_code_name_and_family() -> None:
    assert set(runs(select=("JK1",))) == {"JK101", "JK102"}
    assert set(runs(select=("JK1", "three"))) == {"JK101", "JK102", "JK201"}
    assert set(runs(ignore=("JK1",))) == {"JK201", "JK602"}
    assert set(runs({"ignore": ["two"]})) == {"JK101", "JK201", "JK602"}


def test_the_closer_name_wins() -> None:
    assert set(runs(select=("JK102",), ignore=("JK1",))) == {"JK102"}
    assert set(runs(select=("JK1",), ignore=("JK102",))) == {"JK101"}
    assert set(runs({"ignore": ["JK1"]}, extend=("one",))) == {"JK101", "JK201", "JK602"}


def test_profiles_raise_and_lower() -> None:
    assert runs(profile="strict") == {"JK101": "error", "JK102": "error", "JK201": "warning", "JK602": "error"}
    assert runs(profile="sketch") == {"JK101": "info", "JK102": "info", "JK201": "info", "JK602": "error"}
    assert runs({"profile": "strict"}, profile="standard")["JK102"] == "warning"


def test_a_draft_is_a_sketch_unless_a_profile_is_set() -> None:
    assert runs(draft=True)["JK101"] == "info"
    assert runs(draft=True, profile="standard")["JK101"] == "error"


def test_severities_of_the_configuration() -> None:
    assert runs({"severity": {"two": "error", "JK201": "off"}}) == {
        "JK101": "error",
        "JK102": "error",
        "JK602": "error",
    }


def test_per_file_ignores() -> None:
    settings = {"per-file-ignores": {"drafts/*": ["JK1"]}}
    assert set(runs(settings, path="drafts/a.journey.yaml")) == {"JK201", "JK602"}
    assert set(runs(settings, path="maps/a.journey.yaml")) == {"JK101", "JK102", "JK201", "JK602"}


@pytest.mark.parametrize(
    "settings", [{"ignore": ["JK999"]}, {"severity": {"tow": "off"}}, {"options": {"nothing-such": {}}}]
)
def test_a_name_that_is_no_rule_is_an_error(settings: dict) -> None:
    with pytest.raises(ConfigurationError, match="there is no rule"):
        runs(settings)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"two": {"limt": 3}}, "`options.two`: the rule has no option 'limt'; it has none"),
        ({"JK301": {"lmit": 3}}, "`options.JK301`: the rule has no option 'lmit'; it has 'limit' and 'allow'"),
        ({"JK3": {"limit": 3}}, "`options.JK3`: options are those of one rule, by its code or its name"),
        ({"tall": {"limit": "three"}}, "`options.tall.limit`: it should be a number, 0 or more"),
        ({"tall": {"limit": True}}, "`options.tall.limit`: it should be a number, 0 or more"),
        ({"tall": {"limit": float("nan")}}, "`options.tall.limit`: it should be a number, 0 or more"),
        ({"tall": {"limit": float("inf")}}, "`options.tall.limit`: it should be a number, 0 or more"),
        ({"tall": {"limit": -1}}, "`options.tall.limit`: it should be a number, 0 or more"),
        ({"tall": {"min": 9, "max": 3}}, "`options.tall`: `min` 9 is more than `max` 3"),
        ({"tall": {"min": 9}}, "`options.tall`: `min` 9 is more than `max` 7"),
        ({"tall": {"allow": 3}}, "`options.tall.allow`: it should be a list of texts"),
        ({"tall": {"allow": [3]}}, "`options.tall.allow`: it should be a list of texts"),
    ],
)
def test_an_option_that_no_rule_can_take_is_told_before_anything_runs(options: dict, message: str) -> None:
    known = {"limit": Option(3, "the most"), "allow": Option((), "what may stand")}
    if not {"min", "max"}.isdisjoint(next(iter(options.values()))):
        known = {"min": Option(2, "the least"), "max": Option(7, "the most")}
    tall = Rule(code="JK301", name="tall", severity="info", doc="A.\n\nB.", check=lambda look: (), bad="", good="",
                options=known)  # fmt: skip
    with pytest.raises(ConfigurationError) as caught:
        Selection([*RULES, tall], Settings.model_validate({"options": options})).check_names()
    assert str(caught.value) == f"configuration: {message}"
    fine = {"limit": 2.5, "allow": "example.org"} if "limit" in known else {"min": 3, "max": 3}
    Selection([*RULES, tall], Settings.model_validate({"options": {"tall": fine}})).check_names()


@pytest.mark.parametrize(
    ("called_in", "name", "fewer"),
    [("drafts", "a.journey.yaml", 3), (".", "drafts/a.journey.yaml", 3), ("drafts", "../b.journey.yaml", 0)],
)
def test_per_file_ignores_are_named_from_the_configuration_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, called_in: str, name: str, fewer: int
) -> None:
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path / called_in)
    settings = Settings.model_validate({"per-file-ignores": {"drafts/*": ["JK1", "JK2"]}})
    selection = Selection(RULES, settings, root=tmp_path)
    assert len(RULES) - len(selection.settled(name, False).rules) == fewer
    assert selection.patterns(name) == (("drafts/*",) if fewer else ())


def test_a_fault_of_reading_is_as_grave_as_is_wished_but_for_those_that_make_a_file_unreadable() -> None:
    faults = [Diagnostic(code, FAULTS[code][0], "error", "", "", "a", START) for code in ("JK001", "JK002", "JK008")]
    settings = Settings.model_validate({"severity": {"JK0": "warning", "unknown-key": "off"}})
    kept = Selection(RULES, settings).kept(faults, "a")
    assert [(one.code, one.severity) for one in kept] == [("JK001", "error"), ("JK008", "warning")]


@pytest.mark.parametrize(
    ("wanted", "is_meant"), [("JK", True), ("JK2", True), ("J", False), ("JK20", True), ("JKX", False)]
)
def test_a_family_has_all_the_letters_of_its_codes(wanted: str, is_meant: bool) -> None:
    assert matches("JK202", "unanswered-question", wanted) is is_meant


@pytest.mark.parametrize(
    "pattern", ["drafts/*", "drafts", "drafts/", "./drafts/*", "**/drafts/", "**/a.journey.yaml", "*"]
)
def test_patterns_name_files_and_folders(pattern: str) -> None:
    selection = Selection(RULES, Settings.model_validate({"per-file-ignores": {pattern: ["JK1"]}}))
    assert selection.patterns("drafts/a.journey.yaml") == (pattern,)
    assert selection.patterns("draft/b.journey.yaml") == ((pattern,) if pattern == "*" else ())
    assert selection.patterns("a.journey.yaml") == ((pattern,) if pattern in ("*", "**/a.journey.yaml") else ())
