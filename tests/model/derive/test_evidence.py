from __future__ import annotations

from journeykit.model.load import load
from journeykit.source.text import Source

TEXT = """\
journey: 1
title: T
evidence: {talks: Talks}
stages:
- stage: a
  emotion: {score: 1, evidence: talks}
  pains: [{pain: p, evidence: talks}, q]
  gaps: [g]
  highlights: [{highlight: h, evidence: talks}]
  questions: [{question: w, evidence: talks}]
  actions:
  - {action: by its emotion, emotion: {score: 1, evidence: talks}}
  - {action: by itself, emotion: -1, evidence: talks}
  - {action: by nothing, emotion: 0}
  - {action: felt and not scored, emotion: sad, evidence: talks}
  - {action: in a pain, pains: {pain: r, evidence: talks}}
"""


def test_the_share_of_claims_that_cite_evidence() -> None:
    found = load(Source("x", TEXT)).facts.evidence
    # Scored actions: three, two backed. Pains p, q, r; gap g; highlight h: five, three backed.
    assert (found.claims, found.backed) == (8, 5)
    assert found.share == 5 / 8


def test_without_claims_there_is_no_share() -> None:
    found = load(Source("x", "journey: 1\ntitle: T\nstages: [a]")).facts.evidence
    assert (found.claims, found.backed, found.share) == (0, 0, None)
