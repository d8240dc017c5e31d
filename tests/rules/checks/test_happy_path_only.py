from __future__ import annotations

from datetime import date

import pytest

from journeykit.model.load import load
from journeykit.model.templates import TEMPLATES
from journeykit.rules.checks import flat_curve, happy_path_only
from journeykit.rules.engine import Settled, lint
from journeykit.rules.samples import sample

_MAP = """\
journey: 1
title: T
{top}
stages:
  - {{stage: A, emotion: {low}}}
  - stage: B
    emotion: 1
    actions: [{{action: Looks, id: looks, {action}}}, Buys]
    {stage}
  - {{stage: C, emotion: 2}}
"""


def _laid(top: str = "", low: str = "0", action: str = "goal: See", stage: str = "goal: Be sure") -> str:
    return _MAP.format(top=top, low=low, action=action, stage=stage)


def test_nothing_below_zero_and_nothing_else(find) -> None:
    (found,) = find("JK405", _laid())
    assert found.message == "nothing goes wrong here: no score below 0, and no pain, gap, risk, leave or branch"
    assert (found.element, found.field) == ("", "stages")


@pytest.mark.parametrize(
    "laid",
    [
        {"low": "-0.1"},
        {"low": "lost"},
        {"top": "risks: [It rains]"},
        {"action": "pains: [It rains]"},
        {"action": "gaps: [Too dear]"},
        {"stage": "risks: [It rains]"},
        {"stage": "leaves: [Goes home]"},
        {"action": "next: [{to: c, when: it is cheap}]"},
        {"action": "next: [buys, c]"},
    ],
)
def test_a_low_score_or_any_trouble_or_branch_or_only_two_points_keep_it_silent(find, laid: dict[str, str]) -> None:
    assert find("JK405", _laid(**laid)) == []


@pytest.mark.parametrize("laid", [{"action": "next: [c]"}, {"stage": "needs: [A lamp]"}, {"top": "tags: [risk]"}])
def test_an_arrow_that_leads_everybody_the_same_way_is_no_branch(find, laid: dict[str, str]) -> None:
    assert len(find("JK405", _laid(**laid))) == 1


def test_it_speaks_instead_of_flat_curve() -> None:
    rules = tuple((module.RULE, module.RULE.severity) for module in (flat_curve, happy_path_only))
    flat = "journey: 1\ntitle: T\nstages: [{stage: A, emotion: 1}, {stage: B, emotion: 1}, {stage: C, emotion: 1}]\n"
    found = lint(load(sample(flat)), Settled(rules), date(2026, 11, 21), dict(TEMPLATES))
    assert [one.code for one in found] == ["JK405"]
