from __future__ import annotations

import textwrap

from journeykit.model.derive import Facts
from journeykit.model.derive.arrows import Arrow, Spot, arrows
from journeykit.model.load import load
from journeykit.source.text import Source


def facts_of(text: str) -> Facts:
    return load(Source("x.journey.yaml", f"journey: 1\ntitle: T\n{textwrap.dedent(text)}")).facts


def ways(facts: Facts) -> list[str]:
    """The arrows of a map as `from > to`, with the case in brackets and = where the order alone leads."""

    def named(spot: Spot) -> str:
        if spot.map is not None:
            return f"map:{spot.map}" + (f"/{spot.map_stage}" if spot.map_stage else "")
        stage = facts.journey.stages[spot.stage]
        return stage.stage if spot.action is None else stage.actions[spot.action].action

    def said(arrow: Arrow) -> str:
        case = f" [{arrow.when}]" if arrow.when else " =" if arrow.ordered else ""
        return f"{named(arrow.source)} > {named(arrow.target)}{case}"

    return [said(arrow) for arrow in arrows(facts)]


def test_actions_and_stages_follow_each_other() -> None:
    facts = facts_of("""
        stages:
          - {stage: A, actions: [a1, a2]}
          - {stage: B, actions: [b1]}
        """)
    assert ways(facts) == ["a1 > a2 =", "a2 > b1 ="]


def test_with_cases_alone_the_next_action_follows_for_everybody_else() -> None:
    facts = facts_of("""
        stages:
          - stage: A
            actions:
              - a1
              - {action: a2, next: [{to: a1, when: it fails}]}
              - a3
        """)
    assert ways(facts) == ["a1 > a2 =", "a2 > a3 =", "a2 > a1 [it fails]"]


def test_an_arrow_without_a_case_replaces_the_order() -> None:
    facts = facts_of("""
        stages:
          - stage: A
            actions:
              - {action: a1, next: [a3, {to: a1, when: again}]}
              - a2
              - a3
        """)
    assert ways(facts) == ["a1 > a3", "a1 > a1 [again]", "a2 > a3 ="]


def test_two_arrows_without_a_case_run_side_by_side() -> None:
    facts = facts_of("""
        stages:
          - stage: A
            actions: [{action: a1, next: [a2, a3]}, a2, a3]
        """)
    assert ways(facts) == ["a1 > a2", "a1 > a3", "a2 > a3 ="]


def test_arrows_lead_to_stages_their_actions_and_other_maps() -> None:
    facts = facts_of("""
        stages:
          - {stage: First one, actions: [a1]}
          - stage: B
            actions:
              - b1
              - {action: b2, next: [{to: first-one, when: again}, {to: first-one/a1, when: x}, {to: "map:m/s", when: y}]}
        """)
    assert ways(facts)[-3:] == ["b2 > First one [again]", "b2 > a1 [x]", "b2 > map:m/s [y]"]


def test_the_last_action_leads_nowhere_by_itself() -> None:
    assert ways(facts_of("stages: [{stage: A, actions: [a1]}]")) == []


def test_a_stage_without_actions_stands_in_the_order_itself() -> None:
    facts = facts_of("stages: [{stage: A, actions: [a1]}, B, {stage: C, actions: [c1]}, D]")
    assert ways(facts) == ["a1 > B =", "B > c1 =", "c1 > D ="]


def test_an_action_of_the_same_stage_is_meant_first() -> None:
    facts = facts_of("""
        stages:
          - {stage: A, actions: [{action: x, next: b}, B]}
          - {stage: B, actions: [c]}
        """)
    assert arrows(facts)[0] == Arrow(Spot(0, 0), Spot(0, 1))


def test_an_arrow_to_nothing_is_left_out() -> None:
    assert ways(facts_of("stages: [{stage: A, actions: [{action: a1, next: nowhere}, a2]}]")) == []
