from __future__ import annotations

from datetime import date

from journeykit.model.load import load
from journeykit.model.templates import TEMPLATES
from journeykit.rules.look import Look
from journeykit.rules.template_stages import template_stages
from journeykit.source.text import Source


def places(text: str, **templates: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    document = load(Source("x.journey.yaml", f"journey: 1\ntitle: T\n{text}"))
    return template_stages(Look(document, date(2026, 11, 21), {**TEMPLATES, **templates}))


def test_stages_stand_for_those_of_the_template_by_id_or_as() -> None:
    stages = "stages: [Adoption, Onboarding, {stage: Weekly, as: Adoption}, Other]"
    assert places(f"template: customer-lifecycle\n{stages}") == {"onboarding": (1,), "adoption": (0, 2), "renewal": ()}


def test_a_projects_own_template_keeps_its_own_words() -> None:
    found = places("template: own\nstages: [Erste Hürde, {stage: B, as: zweite}]", own=("Erste Hürde", "zweite"))
    assert found == {"Erste Hürde": (0,), "zweite": (1,)}


def test_there_are_none_without_a_template_or_with_an_unknown_one() -> None:
    assert places("stages: [Adoption]") == {}
    assert places("template: unknown\nstages: [Adoption]") == {}


def test_names_in_the_maps_language_are_understood() -> None:
    found = places("lang: de\ntemplate: buying-process\nstages: [Bedarf, Entscheidung, Rückblick]")
    assert {name for name, where in found.items() if where} == {"problem-need", "decision", "review"}
