"""What rules ask of a map: entries that nothing names, and opportunities wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from journeykit.model.anatomy import anatomy
from journeykit.model.elements import Emotion, Journey, Opportunity, Part
from journeykit.model.identity import elements_in
from journeykit.model.load import load
from journeykit.rules.look import Look, unused
from journeykit.source.text import Source

HEAD = "journey: 1\ntitle: T\n"
#: A place for every kind of element that may cite evidence or name a persona, `{}` where it does so.
PLACES = {
    "Persona": "personas: {{dan: {{name: Dan, {}}}}}\nstages: [a]",
    "Touchpoint": "channels: {{c: C}}\ntouchpoints: {{t: {{name: T, channel: c, {}}}}}\nstages: [a]",
    "Metric": "metrics: {{m: {{name: M, {}}}}}\nstages: [a]",
    "Action": "stages: [{{stage: a, actions: [{{action: x, {}}}]}}]",
    "Emotion": "stages: [{{stage: a, emotion: {{score: 1, {}}}}}]",
    **{
        field.rstrip("s").capitalize(): f"stages: [{{{{stage: a, actions: [{{{{action: x, {field}: [{{{{{key}: y, {{}}}}}}]}}}}]}}}}]"
        for field, key in (
            ("needs", "need"), ("thoughts", "thought"), ("quotes", "quote"), ("questions", "question"),
            ("pains", "pain"), ("highlights", "highlight"), ("gaps", "gap"), ("frontstage", "frontstage"),
            ("backstage", "backstage"), ("support", "support"), ("physical", "physical"),
        )
    },
}  # fmt: skip


def look(text: str) -> Look:
    document = load(Source("m.journey.yaml", HEAD + text))
    assert document.is_sound, document.diagnostics
    return Look(document, date(2026, 11, 21), {})


def parts(of: type[Part], seen: set[type[Part]]) -> Iterator[type[Part]]:
    """All classes that a class is made of."""
    for held in anatomy(of).holding:
        if held.part not in seen:
            seen.add(held.part)
            yield held.part
            yield from parts(held.part, seen)


def naming(to: str) -> list[str]:
    """The classes with a field that refers to a library."""
    return [part.__name__ for part in parts(Journey, set()) if any(field.to == to for field in anatomy(part).referring)]


@pytest.mark.parametrize("kind", naming("evidence"))
def test_whatever_cites_evidence_counts(kind: str) -> None:
    entry = "\nevidence: {diary: Diary, talks: Talks}\n"
    assert look(PLACES[kind].format("evidence: [diary]") + entry).uncited == {"talks"}


@pytest.mark.parametrize("kind", naming("persona"))
def test_whatever_names_a_persona_counts(kind: str) -> None:
    found = look(PLACES[kind].format("persona: mia") + "\npersonas: {mia: Mia, dan: Dan}\n")
    assert unused(found.journey.personas, found.named("persona")) == {"dan"}


def test_nothing_more_is_asked_for_once_all_are_found() -> None:
    mentions = iter([["a"], ["b", "x"], ["never asked for"]])
    assert unused(["a", "b"], mentions) == set()
    assert next(mentions) == ["never asked for"]
    assert unused([], mentions) == set()


def test_opportunities_are_found_wherever_they_stand() -> None:
    found = look(
        "opportunities: [one]\n"
        "risks: [{risk: r, opportunities: [two]}]\n"
        "stages:\n"
        "  - stage: a\n"
        "    opportunities: [three]\n"
        "    gaps: [{gap: g, opportunities: [four]}]\n"
        "    actions: [{action: x, opportunities: [five], pains: [{pain: p, opportunities: [six]}], "
        "risks: [{risk: r, opportunities: [seven]}]}]\n"
    )
    everywhere = [element for _, element in elements_in(found.journey) if isinstance(element, Opportunity)]
    assert len(everywhere) == 7
    assert {id(one) for one in found.opportunities} == {id(one) for one in everywhere}
    assert {part.__name__ for part in parts(Journey, set()) if "opportunities" in part.model_fields} == {
        "Stage", "Action", "Gap", "Pain", "Risk",
    }  # fmt: skip


def test_every_feeling_stands_with_its_owner_in_order() -> None:
    found = look("stages: [{stage: a, emotion: 1, actions: [{action: x, emotion: [-1, sad]}]}, {stage: b, emotion: 2}]")
    told = [(owner.text, emotion.score) for owner, emotion in found.felt]
    assert told == [("a", 1), ("x", -1), ("x", None), ("b", 2)]
    assert all(isinstance(emotion, Emotion) for _, emotion in found.felt)
