from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from journeykit.model.load import load_path
from journeykit.rules.engine import Settled, lint
from journeykit.rules.registry import built_in

ASKED = "stages: [{stage: Need, questions: [{question: Why me?, help: [sim]}]}]\n"


def help_(written: str) -> str:
    return f"help: {{sim: {{name: Simulator, {written}}}}}\n"


@pytest.mark.parametrize("state", ["planned", "draft"])
def test_a_question_that_waits_for_help(find, state: str) -> None:
    (found,) = find("JK203", help_(f"state: {state}") + ASKED)
    assert found.message == "'Why me?' waits for 'Simulator', which is not there yet"
    assert (found.element, found.field) == ("stages/problem-need/questions/why-me", "help")
    assert found.severity == "info"


@pytest.mark.parametrize(("due", "severity"), [("2026-11-21", "info"), ("2026-11", "info"), ("2026-11-20", "warning")])
def test_it_is_graver_once_the_help_was_due(find, due: str, severity: str) -> None:
    (found,) = find("JK203", help_(f"state: planned, due: {due}") + ASKED)
    assert found.severity == severity


def test_overdue_help_is_told_once_at_its_date_with_the_questions_that_wait(find) -> None:
    asked = "stages: [{stage: Need, questions: [{question: Why me?, help: [sim]}, {question: Now?, help: [sim]}]}]\n"
    (found,) = find("JK203", help_("state: planned, due: 2026-09") + asked)
    assert found.message == "'Simulator' was due 2026-09 and is not there yet, while 2 questions wait for it"
    assert (found.element, found.field) == ("help/sim", "due")
    assert [related.element for related in found.related] == [
        "stages/problem-need/questions/why-me",
        "stages/problem-need/questions/now",
    ]


def test_one_waiting_question_is_named(find) -> None:
    (found,) = find("JK203", help_("state: planned, due: 2026-09") + ASKED)
    assert found.message == "'Simulator' was due 2026-09 and is not there yet, while 'Why me?' waits for it"


def test_an_answer_or_live_help_beside_the_plan_is_enough(find) -> None:
    plan = help_("state: planned, due: 2026-09")
    assert find("JK203", plan + ASKED.replace("[sim]", "[sim, guide]")) == []
    assert find("JK203", plan + ASKED.replace("[sim]", "[sim], answer: Because")) == []


def test_it_is_off_in_a_future_map(find) -> None:
    assert find("JK203", "state: future\n" + help_("state: draft") + ASKED) == []


def test_overdue_help_of_the_shared_library_is_told_at_the_question(tmp_path: Path) -> None:
    (rule,) = [rule for rule in built_in() if rule.code == "JK203"]
    (tmp_path / "journey.toml").write_text('library = ["shared.yaml"]\n')
    (tmp_path / "shared.yaml").write_text("help: {sim: {name: Simulator, state: planned, due: 2026-09}}\n")
    own = "help: {own: {name: Page, state: planned}}\n"
    asked = "stages: [{stage: A, questions: [{question: Why?, help: [sim, own]}]}]\n"
    (tmp_path / "m.journey.yaml").write_text(f"journey: 1\ntitle: T\n{own}{asked}")
    document = load_path(tmp_path / "m.journey.yaml")
    (found,) = lint(document, Settled(((rule, rule.severity),)), date(2026, 11, 21), {})
    assert found.message == "'Why?' waits for 'Simulator', which is overdue"
    assert (found.element, found.severity) == ("stages/a/questions/why", "warning")
