from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from journeykit.cli.drawing import views_of
from journeykit.model.derive import Facts
from journeykit.model.elements import Journey
from journeykit.model.load import load
from journeykit.render import kinds
from journeykit.render.options import Options
from journeykit.render.persona import walked_by
from journeykit.render.picture import picture
from journeykit.source.text import Source

PEOPLE = "personas: {ana: Ana, ben: {name: Ben, primary: true}}\n"


def walked(facts_of, text: str, persona: str = "ana") -> Journey:
    return walked_by(facts_of(PEOPLE + dedent(text)), persona)


def test_only_the_walker_is_left_and_is_the_primary_one(facts_of) -> None:
    journey = walked(facts_of, "stages: [A]")
    assert list(journey.personas) == ["ana"]
    assert journey.personas["ana"].primary


def test_actions_of_others_are_left_out(facts_of) -> None:
    text = """
    stages:
    - stage: A
      actions:
      - {action: hers, persona: ana}
      - {action: his, persona: ben}
      - {action: both, persona: [ben, ana]}
      - all
    """
    assert [one.action for one in walked(facts_of, text).stages[0].actions] == ["hers", "both", "all"]
    assert [one.action for one in walked(facts_of, text, "ben").stages[0].actions] == ["his", "both", "all"]


def test_a_stage_may_become_empty_and_stays(facts_of) -> None:
    text = "stages: [{stage: A, actions: [{action: his, persona: ben}]}, B]"
    journey = walked(facts_of, text)
    assert [(stage.stage, len(stage.actions)) for stage in journey.stages] == [("A", 0), ("B", 0)]


def test_feelings_that_name_nobody_are_the_owners_else_the_primary_personas(facts_of) -> None:
    text = """
    stages:
    - stage: A
      emotion: [{score: 2, persona: ana}, {score: 1}]
      actions:
      - {action: all, emotion: 0}
      - {action: hers, persona: ana, emotion: -1}
      - {action: named, emotion: [{score: -2, persona: ana}, {score: 1, persona: ben}]}
    """

    def scores(persona: str) -> list[list[float | None]]:
        stage = walked(facts_of, text, persona).stages[0]
        return [[one.score for one in holder.emotion] for holder in (stage, *stage.actions)]

    assert scores("ana") == [[2], [], [-1], [-2]]
    assert scores("ben") == [[1], [0], [1]]


def test_the_curve_is_the_one_of_the_whole_map(facts_of) -> None:
    text = """
    stages:
    - stage: A
      emotion: -1
      actions: [{action: x, emotion: [{score: 1, persona: ana}, {score: 2}]}, {action: y, persona: ben, emotion: 1}]
    - {stage: B, emotion: [{score: 0, persona: [ana, ben]}]}
    """
    whole = facts_of(PEOPLE + dedent(text))
    for persona in ("ana", "ben"):
        assert Facts(walked_by(whole, persona)).curves[persona].scores == whole.curves[persona].scores != ()


@pytest.mark.parametrize("key", ["needs", "thoughts", "quotes", "questions", "pains", "highlights", "gaps"])
@pytest.mark.parametrize("where", ["stage", "action"])
def test_what_names_another_is_left_out_and_what_names_nobody_stays(facts_of, key: str, where: str) -> None:
    noun = key[:-1]
    items = f"[{{{noun}: his, persona: ben}}, {{{noun}: hers, persona: ana}}, all]"
    held = f"{key}: {items}" if where == "stage" else f"actions: [{{action: a, {key}: {items}}}]"
    stage = walked(facts_of, f"stages: [{{stage: A, {held}}}]").stages[0]
    found = getattr(stage if where == "stage" else stage.actions[0], key)
    assert [one.text for one in found] == ["hers", "all"]


def test_risks_and_opportunities_stay_and_go_with_what_they_stand_on(facts_of) -> None:
    text = """
    stages:
    - stage: A
      risks: [r]
      opportunities: [o]
      pains: [{pain: his, persona: ben, opportunities: [gone]}, {pain: hers, persona: ana, opportunities: [kept]}]
    """
    facts = Facts(walked(facts_of, text))
    assert [one.risk for one in facts.every("risks")] == ["r"]
    assert {one.opportunity.opportunity for one in facts.opportunities} == {"o", "kept"}


def test_lanes_of_the_blueprint_stay_whole(facts_of) -> None:
    text = "stages: [{stage: A, backstage: [{backstage: packs, persona: ben}]}]"
    assert [one.backstage for one in walked(facts_of, text).stages[0].backstage] == ["packs"]


def test_an_arrow_into_what_is_left_out_goes_and_the_order_holds_again(facts_of) -> None:
    text = """
    stages:
    - stage: A
      actions:
      - {action: one, next: [his]}
      - two
      - {action: his, persona: ben}
      - {action: three, next: [{to: B, when: sure}, {to: B/other, when: not}, {to: "map:next", when: never}]}
    - {stage: B, actions: [first, {action: other, persona: ben}]}
    """

    def drawn(persona: str) -> list[tuple[object, object, str | None]]:
        arrows = Facts(walked(facts_of, text, persona)).arrows
        return [((a.source.stage, a.source.action), (a.target.stage, a.target.action), a.when) for a in arrows]

    assert drawn("ana") == [
        ((0, 0), (0, 1), None), ((0, 1), (0, 2), None), ((0, 2), (1, 0), None), ((0, 2), (1, None), "sure"),
        ((0, 2), (-1, None), "never"),
    ]  # fmt: skip
    assert ((0, 0), (0, 2), None) in drawn("ben")
    assert ((0, 3), (1, 1), "not") in drawn("ben")


def test_an_arrow_still_finds_the_second_action_of_a_text(facts_of) -> None:
    text = """
    stages:
    - stage: A
      actions: [{action: asks, persona: ben}, {action: asks, persona: ana}, {action: waits, next: [asks-2]}]
    """
    facts = Facts(walked(facts_of, text))
    assert any(arrow.target.action == 0 and arrow.source.action == 1 for arrow in facts.arrows)


def test_a_metric_that_only_others_actions_name_goes_with_them(facts_of) -> None:
    text = """
    metrics: {his: His, both: Both, whole: Of the whole journey, help: Of help}
    help: {guide: {name: Guide, metric: help}}
    stages:
    - stage: A
      metrics: [both]
      actions: [{action: his, persona: ben, metrics: [his, both, help]}]
    """
    assert list(walked(facts_of, text).metrics) == ["both", "whole", "help"]
    assert list(walked(facts_of, text, "ben").metrics) == ["his", "both", "whole", "help"]


EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.journey.yaml"))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.parent.name)
def test_every_view_in_every_format_for_every_persona_of_the_examples(file: Path) -> None:
    facts = load(Source(file.name, file.read_text(encoding="utf-8"))).facts
    for persona in facts.journey.personas:
        for name in kinds("outputs"):
            for view in views_of(name):
                options = Options(view=view, persona=persona, engine="graphviz-pure", scale=0.25)
                assert picture(name, facts, options)
