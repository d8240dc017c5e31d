from __future__ import annotations

from datetime import date

import pytest

from journeykit.model.load import load
from journeykit.rules.engine import Settled, lint
from journeykit.rules.registry import built_in
from journeykit.source.text import Source

_MAP = """\
journey: 1
title: T
help:
  tale: {{name: Tale, kind: {kind}, state: {state}}}
stages:
  - {{stage: Before, emotion: {before}}}
  - {{stage: Purchase, emotion: 0}}
  - stage: After
    emotion: {after}
    {keys}
"""


def _laid(
    keys: str = "goal: Ride", kind: str = "review", state: str = "live", before: float = 0, after: float = 1
) -> str:
    return _MAP.format(keys=keys, kind=kind, state=state, before=before, after=after)


def test_the_peak_after_the_purchase_asks_nobody(find) -> None:
    (found,) = find("JK410", _laid())
    assert found.message == (
        "the peak lies in 'After', and nobody is asked there for a review, a recommendation or a story"
    )
    assert (found.element, found.field, found.span.line) == ("stages/after", "help", 8)


@pytest.mark.parametrize("laid", [{"after": 0.9}, {"before": 1}, {"before": 2, "after": 1}])
def test_a_low_peak_or_one_before_the_purchase(find, laid: dict[str, float]) -> None:
    assert find("JK410", _laid(**laid)) == []


@pytest.mark.parametrize("kind", ["testimonial", "review", "referral"])
def test_help_of_three_kinds_asks(find, kind: str) -> None:
    assert find("JK410", _laid("help: [tale]", kind)) == []


@pytest.mark.parametrize(
    "keys",
    [
        "questions: [{question: How so?, help: [tale]}]",
        "risks: [{risk: Remorse, mitigations: [tale]}]",
        "actions: [{action: Rides, questions: [{question: How so?, help: [tale]}]}]",
        "actions: [{action: Tells a friend, advocacy: yes}]",
    ],
)
def test_anywhere_in_the_stage_will_do(find, keys: str) -> None:
    assert find("JK410", _laid(keys)) == []


@pytest.mark.parametrize("laid", [{"kind": "guide"}, {"state": "retired"}])
def test_other_help_and_retired_help_ask_nobody(find, laid: dict[str, str]) -> None:
    assert len(find("JK410", _laid("help: [tale]", **laid))) == 1


def test_without_a_buying_stage_it_is_silent(find) -> None:
    assert find("no-advocacy", _laid().replace("Purchase", "Walk")) == []


def test_where_advocacy_cannot_be_read_nobody_knows() -> None:
    text = _laid("actions: [{action: Tells a friend, advocacy: perhaps}]")
    (rule,) = [rule for rule in built_in() if rule.code == "JK410"]
    document = load(Source("a.journey.yaml", text))
    assert not document.is_sound
    assert lint(document, Settled(((rule, rule.severity),), {}), date(2026, 11, 22), {}) == []


def test_in_a_part_an_id_makes_no_buying_stage(find) -> None:
    part = _laid() + "parent: whole\n"
    assert find("JK410", part) == []
    assert len(find("JK410", part.replace("stage: Purchase", "stage: Purchase, as: purchase"))) == 1
    assert len(find("JK410", part + "template: buying-process\n")) == 1
