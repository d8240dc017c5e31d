from __future__ import annotations

from journeykit.render.views.arrows import Arrow, Spot, arrows


def ways(facts) -> list[str]:
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


def test_actions_and_stages_follow_each_other(facts_of) -> None:
    facts = facts_of("""
        stages:
          - {stage: A, actions: [a1, a2]}
          - {stage: B, actions: [b1]}
        """)
    assert ways(facts) == ["a1 > a2 =", "a2 > b1 ="]


def test_with_cases_alone_the_next_action_follows_for_everybody_else(facts_of) -> None:
    facts = facts_of("""
        stages:
          - stage: A
            actions:
              - a1
              - {action: a2, next: [{to: a1, when: it fails}]}
              - a3
        """)
    assert ways(facts) == ["a1 > a2 =", "a2 > a3 =", "a2 > a1 [it fails]"]


def test_an_arrow_without_a_case_replaces_the_order(facts_of) -> None:
    facts = facts_of("""
        stages:
          - stage: A
            actions:
              - {action: a1, next: [a3, {to: a1, when: again}]}
              - a2
              - a3
        """)
    assert ways(facts) == ["a1 > a3", "a1 > a1 [again]", "a2 > a3 ="]


def test_two_arrows_without_a_case_run_side_by_side(facts_of) -> None:
    facts = facts_of("""
        stages:
          - stage: A
            actions: [{action: a1, next: [a2, a3]}, a2, a3]
        """)
    assert ways(facts) == ["a1 > a2", "a1 > a3", "a2 > a3 ="]


def test_arrows_lead_to_stages_their_actions_and_other_maps(facts_of) -> None:
    facts = facts_of("""
        stages:
          - {stage: First one, actions: [a1]}
          - stage: B
            actions:
              - b1
              - {action: b2, next: [{to: first-one, when: again}, {to: first-one/a1, when: x}, {to: "map:m/s", when: y}]}
        """)
    assert ways(facts)[-3:] == ["b2 > First one [again]", "b2 > a1 [x]", "b2 > map:m/s [y]"]


def test_the_last_action_leads_nowhere_by_itself(facts_of) -> None:
    assert ways(facts_of("stages: [{stage: A, actions: [a1]}]")) == []


def test_a_stage_without_actions_stands_in_the_order_itself(facts_of) -> None:
    facts = facts_of("stages: [{stage: A, actions: [a1]}, B, {stage: C, actions: [c1]}, D]")
    assert ways(facts) == ["a1 > B =", "B > c1 =", "c1 > D ="]


def test_an_action_of_the_same_stage_is_meant_first(facts_of) -> None:
    facts = facts_of("""
        stages:
          - {stage: A, actions: [{action: x, next: b}, B]}
          - {stage: B, actions: [c]}
        """)
    assert arrows(facts)[0] == Arrow(Spot(0, 0), Spot(0, 1))


def test_an_arrow_to_nothing_is_left_out(facts_of) -> None:
    assert ways(facts_of("stages: [{stage: A, actions: [{action: a1, next: nowhere}, a2]}]")) == []
