from __future__ import annotations

from datetime import date

from journeykit.model.derive.arrows import Spot
from journeykit.model.load import load
from journeykit.model.templates import TEMPLATES
from journeykit.rules.look import Look
from journeykit.rules.walking import END, action_at, following, reach
from journeykit.source.text import Source


def look(text: str) -> Look:
    return Look(load(Source("x.journey.yaml", f"journey: 1\ntitle: T\n{text}")), date(2026, 11, 21), dict(TEMPLATES))


def test_all_that_can_be_reached() -> None:
    a, b, c, d = (Spot(0, index) for index in range(4))
    ways = {a: (b,), b: (a,), c: (d,)}
    assert reach(ways, a) == {a, b}
    assert reach(ways, d) == {d}
    assert reach(ways, c, {a}) == {a, c, d}


def test_where_the_order_leads_everywhere_nobody_need_walk() -> None:
    assert look("stages: [{stage: A, actions: [a, {action: b, next: {to: a, when: no}}]}, B]").walks == ()


def test_stages_without_actions_are_walked_too() -> None:
    (walk,) = look("stages: [{stage: A, actions: [{action: a, next: b}]}, B, {stage: C, actions: [c]}]").walks
    assert walk.reached == {Spot(0, 0), Spot(1), Spot(2, 0), END}


def test_each_walks_their_own_and_nobodys_actions() -> None:
    people = "personas: {dan: Dan, mia: Mia}\n"
    dan, mia = look(people + "stages: [{stage: A, actions: [{action: a, persona: dan, next: c}, b, c]}]").walks
    assert (dan.persona, Spot(0, 1) in dan.reached) == ("dan", False)
    assert (mia.persona, Spot(0, 1) in mia.reached) == ("mia", True)


def test_what_stands_at_a_spot_and_after_it() -> None:
    one = look("stages: [{stage: A, actions: [a, b]}, B, {stage: C, actions: [c]}]")
    assert [following(one, spot) for spot in (Spot(0, 0), Spot(0, 1), Spot(1), Spot(2, 0))] == [
        Spot(0, 1),
        Spot(1),
        Spot(2, 0),
        END,
    ]
    assert action_at(one, Spot(2, 0)) is one.stages[2].actions[0]
    assert action_at(one, Spot(1)) is None
