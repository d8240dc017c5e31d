"""Mends of findings as edits: what is written, and what is left alone."""

from __future__ import annotations

from datetime import date

import pytest

from journeykit.model.load import load
from journeykit.rules.engine import Settled, lint
from journeykit.rules.registry import built_in
from journeykit.source.diagnostic import Fix
from journeykit.source.edits import edited
from journeykit.source.text import Source

HEAD = "journey: 1\ntitle: T\n"


def fix_of(code: str, text: str) -> Fix | None:
    settled = Settled(tuple((rule, rule.severity) for rule in built_in() if rule.code == code))
    (found,) = lint(load(Source("m", HEAD + text)), settled, date(2026, 11, 22), {})
    return found.fix


def mended(code: str, text: str) -> str:
    fix = fix_of(code, text)
    assert fix is not None
    return edited(HEAD + text, fix.edits).removeprefix(HEAD)


METRIC = "metrics: {m: {name: %s, now: %s, target: %s, as_of: 2026-11%s}}\nstages: [A]\n"


@pytest.mark.parametrize(
    ("name", "now", "target", "more", "better", "safe"),
    [
        ("Time to first report", "9", "3", "", "lower", True),
        ("Drop-offs at the till", "61%", "35%", "", "lower", True),
        ("Delivery", "9", "3", ", kind: duration", "lower", True),
        ("Orders", "9", "3", "", "lower", False),
        ("Orders", "3", "9", "", "higher", False),
        ("Complaints answered", "3", "9", "", "higher", False),
        ("Visit", "3", "9", ", kind: duration", "higher", False),
    ],
)
def test_which_way_is_better(name: str, now: str, target: str, more: str, better: str, safe: bool) -> None:
    text = METRIC % (name, now, target, more)
    fix = fix_of("JK902", text)
    assert fix is not None
    assert fix.safe is safe
    assert mended("JK902", text) == text.replace("}}", f", better: {better}}}}}")


@pytest.mark.parametrize("numbers", [("3", "3"), ("", "3")])
def test_which_way_is_better_is_not_guessed(numbers: tuple[str, str]) -> None:
    assert fix_of("JK902", METRIC % ("Waiting", *numbers, "")) is None


def test_a_review_is_dated_the_day_it_is_asked_for() -> None:
    fix = fix_of("JK702", "stages: [A]\n")
    assert fix is not None
    assert not fix.safe
    assert mended("JK702", "stages: [A]\n") == "reviewed: 2026-11-22\nstages: [A]\n"
    assert mended("JK702", "owner: Us # who\nstages: [A]\n") == "owner: Us # who\nreviewed: 2026-11-22\nstages: [A]\n"
    assert mended("JK701", "reviewed: '2024' # by us\nstages: [A]\n") == "reviewed: 2026-11-22 # by us\nstages: [A]\n"


def test_the_first_persona_is_the_one_taken_for_it() -> None:
    text = "personas:\n  ana: Ana  # her\n  ben: {name: Ben}\nstages: [A]\n"
    assert mended("JK802", text) == text.replace("ana: Ana", "ana: {name: Ana, primary: true}")
    text = "personas:\n  ana:\n    name: Ana\n    goals: [x]\n  ben: Ben\nstages: [A]\n"
    assert mended("JK802", text) == text.replace("name: Ana\n", "name: Ana\n    primary: true\n")


def test_a_claim_of_proof_without_any_becomes_a_guess() -> None:
    text = "stages: [{stage: A, actions: [{action: X, confidence: validated}]}]\n"
    assert mended("JK602", text) == text.replace("validated", "assumption")


def test_what_an_alias_stands_for_is_left() -> None:
    text = "x-m: &m {name: M, now: 1, target: 2, as_of: 2026-11}\nmetrics: {m: *m}\nstages: [A]\n"
    assert fix_of("JK902", text) is None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("JK902", METRIC % ("Waiting", "9", "3", ", better: less")),
        ("JK702", "reviewed: lately\nstages: [A]\n"),
        ("JK802", "personas: {ana: {name: Ana, primary: perhaps}, ben: Ben}\nstages: [A]\n"),
    ],
)
def test_what_is_written_and_could_not_be_read_is_left(code: str, text: str) -> None:
    settled = Settled(tuple((rule, rule.severity) for rule in built_in() if rule.code == code))
    assert lint(load(Source("m", HEAD + text)), settled, date(2026, 11, 22), {}) == []
