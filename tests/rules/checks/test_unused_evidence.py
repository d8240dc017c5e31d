from __future__ import annotations

from datetime import date

from journeykit.model.load import load
from journeykit.rules.checks.unused_evidence import RULE
from journeykit.rules.look import Look
from journeykit.source.text import Source


def test_what_nothing_cites(find) -> None:
    (found,) = find("JK607", "evidence: {diary: {name: Diary of one winter}}")
    assert found.message == "nothing cites 'Diary of one winter'"
    assert found.hint.startswith("cite it with `evidence: [diary]`")
    assert (found.element, found.field) == ("evidence/diary", "")


def test_every_place_that_may_cite_counts(find) -> None:
    diary = "evidence: {diary: {name: Diary of one winter}}\n"
    for citing in (
        "personas: {ana: {evidence: [diary]}}",
        "touchpoints: {counter: {evidence: [diary]}}",
        "metrics: {helped: {evidence: [diary]}}",
        "stages: [{stage: Need, thoughts: [{thought: Late again, evidence: diary}]}]",
        "stages: [{stage: Need, emotion: {score: 1, evidence: diary}}]",
        "stages: [{stage: Need, gaps: [{gap: Late, evidence: diary}]}]",
    ):
        assert [one.element for one in find("JK607", diary + citing) if "diary" in one.element] == [], citing


def test_a_citation_that_leads_nowhere_may_have_meant_it() -> None:
    text = "journey: 1\ntitle: T\nevidence: {diary: {name: Diary}}\nstages: [{stage: A, quotes: [{quote: Q, evidence: dairies}]}]\n"
    assert list(RULE.check(Look(load(Source("m.journey.yaml", text)), date(2026, 11, 21), {}))) == []
