from __future__ import annotations

from journeykit.model.derive.facts import CUSTOMER, Facts
from journeykit.model.load import load
from journeykit.source.text import Source


def facts(text: str) -> Facts:
    return load(Source("x", f"journey: 1\ntitle: T\n{text}")).facts


def test_who_walks() -> None:
    found = facts(
        "personas: {dan: Dan, mia: {name: Mia, primary: yes}}\n"
        "stages: [{stage: a, actions: [x, {action: y, persona: dan}, {action: z, persona: [dan, mia]}]}]"
    )
    actions = found.journey.stages[0].actions
    assert (found.primary, found.walkers) == ("mia", ("dan", "mia"))
    assert [found.walks("dan", action) for action in actions] == [True, True, True]
    assert [found.walks("mia", action) for action in actions] == [True, False, True]


def test_without_personas_the_customer_walks() -> None:
    found = facts("stages: [a]")
    assert (found.primary, found.walkers) == (CUSTOMER, (CUSTOMER,))


def test_a_stage_shows_its_own_moments_and_then_its_actions() -> None:
    found = facts(
        "stages: [{stage: a, needs: [one], actions: [{action: x, needs: [two]}], backstage: [s]}, {stage: b, needs: [three]}]"
    )
    first = found.journey.stages[0]
    assert [need.need for need in found.moments(first, "needs")] == ["one", "two"]
    assert [need.need for need in found.every("needs")] == ["one", "two", "three"]
    assert found.address(first.actions[0].needs[0]) == "stages/a/actions/x/needs/two"


def test_everything_of_an_empty_map_is_empty_and_nothing_is_zero() -> None:
    found = facts("stages: [a]")
    assert found.questions == {}
    assert found.promises == {}
    assert found.opportunities == ()
    assert found.gaps.elements == ()
    assert found.evidence.share is None
    assert found.curves[CUSTOMER].mean is None
