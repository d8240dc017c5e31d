from __future__ import annotations

from journeykit.model.load import load
from journeykit.source.text import Source

TEXT = """\
journey: 1
title: T
stages:
- stage: a
  gaps: [{gap: one, severity: high}, {gap: closed, severity: high, state: closed}, two]
  pains: [{pain: three, severity: critical, state: planned}]
  actions:
  - action: x
    gaps: [{gap: four, severity: low, state: accepted}, {gap: five, severity: high}]
    pains: [six]
- stage: b
  pains: [{pain: seven, severity: medium}]
"""


def test_open_and_planned_gaps_and_pains_of_stages_and_actions() -> None:
    found = load(Source("x", TEXT)).facts.gaps
    assert {element.text for element in found.elements} == {"one", "two", "three", "five", "six", "seven"}
    assert found.by_severity == {"critical": 1, "high": 2, "medium": 1, "low": 0, "unrated": 2}
    assert list(found.by_severity) == ["critical", "high", "medium", "low", "unrated"]
