from __future__ import annotations

from journeykit.render.views.flow import Exit, flow


def test_stages_with_their_line_and_their_ways_out(facts_of) -> None:
    view = flow(
        facts_of("""
        stages:
          - stage: A
            goal: Be done
            duration: 2 weeks
            phase: Before
            optional: true
            leaves: [{leave: Gives up, because: too long, share: 12%, to: a rival}]
            actions: [a1, a2]
          - B
        """)
    )
    first, second = view.stages
    assert (first.number, first.name, first.facts, first.phase) == (1, "A", "2 weeks, optional. Be done", "Before")
    assert first.exits == (Exit("stages/a/leaves/gives-up", "Gives up", "too long", "12%, to a rival"),)
    assert [step.text for step in first.steps] == ["a1", "a2"]
    assert (second.facts, second.steps) == ("", ())


def test_the_subtitle_counts_and_says_whose_feelings(facts_of) -> None:
    assert flow(facts_of("stages: [A]")).subtitle == "1 stage, no actions yet"
    assert flow(facts_of("stages: [{stage: A, actions: [a]}]")).subtitle == "Flow of 1 action in 1 stage"
    feeling = "stages: [{stage: A, actions: [{action: a, emotion: 1}]}]"
    assert flow(facts_of(feeling)).subtitle.endswith(", coloured by feeling")
    two = f"personas: {{p: {{name: 'Pat, a buyer'}}, q: Quinn}}\n{feeling}"
    assert flow(facts_of(two)).subtitle.endswith(", coloured by the feelings of Pat")


def test_other_maps_are_named_once(facts_of) -> None:
    view = flow(
        facts_of("""
        stages:
          - stage: A
            actions:
              - {action: a1, next: [{to: "map:other", when: x}]}
              - {action: a2, next: [{to: "map:other", when: y}, {to: "map:other/late", when: z}]}
        """)
    )
    assert [(spot.map, spot.map_stage) for spot in view.others] == [("other", None), ("other", "late")]
