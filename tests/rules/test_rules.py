"""What holds for every rule, written once."""

from __future__ import annotations

from datetime import date

import pytest

from journeykit.model.load import load
from journeykit.model.templates import TEMPLATES
from journeykit.rules.base import Rule
from journeykit.rules.engine import Settled, lint
from journeykit.rules.registry import built_in
from journeykit.rules.samples import BASE, TODAY, sample
from journeykit.source.diagnostic import Diagnostic
from journeykit.source.text import Source

RULES = built_in()
NAMES = [f"{rule.code}-{rule.name}" for rule in RULES]


def all_find(source: Source) -> list[Diagnostic]:
    document = load(source)
    assert document.is_sound, [found.message for found in document.diagnostics]
    settled = Settled(tuple((rule, rule.severity) for rule in RULES))
    return lint(document, settled, date.fromisoformat(TODAY), dict(TEMPLATES))


def test_the_base_map_is_clean() -> None:
    assert [(found.code, found.message) for found in all_find(Source("base.journey.yaml", BASE))] == []


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_the_bad_example_breaks_this_rule_and_no_other(rule: Rule) -> None:
    assert {found.code for found in all_find(sample(rule.bad))} == {rule.code}


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_the_good_example_is_clean(rule: Rule) -> None:
    assert [(found.code, found.message) for found in all_find(sample(rule.good))] == []


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_it_is_documented_and_named_after_its_module(rule: Rule) -> None:
    assert rule.summary
    assert rule.why
    assert rule.check.__module__.rpartition(".")[2].replace("_", "-") == rule.name
    for found in all_find(sample(rule.bad)):
        assert found.message
        assert found.hint
        assert not found.message.endswith(".")


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
