"""What a poster holds: what is there, in its order, and nothing that is not."""

from __future__ import annotations

import textwrap

import pytest
import yaml

from journeykit.model.derive import Facts
from journeykit.model.elements import Journey
from journeykit.render.views.poster import Poster, poster

HEAD = "journey: 1\ntitle: Buying a bicycle\n"


def drawn(text: str, head: str = HEAD) -> Poster:
    journey = Journey.model_validate(yaml.load(head + textwrap.dedent(text), yaml.CBaseLoader))
    return poster(Facts(journey))


def lanes(shown: Poster) -> list[str]:
    return [lane.heading for group in shown.groups for lane in group.lanes]


def test_the_shortest_map_has_heads_and_no_lanes() -> None:
    shown = drawn("stages: [Dream, Choose, Ride]")
    assert [head.name for head in shown.heads] == ["Dream", "Choose", "Ride"]
    assert lanes(shown) == []
    assert (shown.feeling, shown.channels, shown.figures, shown.footer.legend) == (None, None, (), ())


def test_lanes_stand_in_their_order() -> None:
    shown = drawn("""\
        metrics: {m: M}
        touchpoints: {t: {name: T, channel: c}}
        channels: {c: C}
        stages:
          - stage: Dream
            support: [s]
            backstage: [b]
            frontstage: [f]
            physical: [p]
            metrics: [m]
            risks: [r]
            leaves: [l]
            gaps: [g]
            highlights: [h]
            touchpoints: [t]
            questions: [q]
            quotes: [w]
            needs: [n]
            health: [{signal: x, event: y}]
        """)
    assert lanes(shown) == [
        "Needs and checkpoints", "In their words", "Asking", "Touchpoints", "Highlights", "Gaps and opportunities",
        "Risks and leaves", "Metrics", "Health and alerts", "Frontstage", "Backstage", "Support", "Physical evidence",
    ]  # fmt: skip
    assert [group.key for group in shown.groups] == [
        "base", "voices", "asking", "channels", "gaps", "risks", "blueprint",
    ]  # fmt: skip


def test_an_empty_lane_takes_its_toggle_and_its_legend_with_it() -> None:
    shown = drawn("stages: [{stage: Dream, questions: [Why?]}]")
    assert [group.toggle for group in shown.groups if group.shown] == ["Asking"]
    assert [meaning.key for meaning in shown.footer.legend] == ["open"]


def test_stages_are_as_wide_as_their_actions_and_two_at_least() -> None:
    shown = drawn("stages: [{stage: A, actions: [a, b, c]}, {stage: B, actions: [d]}, C]")
    assert [piece.span.width for piece in shown.sheet.pieces] == [3, 2, 2]
    assert shown.density == "few"
    assert len(shown.prints) == 1


def test_neighbouring_stages_share_a_phase() -> None:
    shown = drawn("stages: [{stage: A, phase: Before}, {stage: B, phase: Before}, C, {stage: D, phase: After}]")
    assert [(phase.name, phase.first, phase.last) for phase in shown.phases] == [
        ("Before", 0, 1), ("", 2, 2), ("After", 3, 3),
    ]  # fmt: skip


def test_what_belongs_to_no_stage_stands_below() -> None:
    shown = drawn("""\
        metrics: {here: Here, there: There}
        opportunities: [Do it]
        risks: [Rain]
        stages: [{stage: A, metrics: [here]}]
        """)
    assert [(heading, len(items)) for heading, items in shown.whole] == [
        ("Metrics of the whole journey", 1),
        ("Opportunities for the whole journey", 1),
        ("Risks of the whole journey", 1),
    ]


def test_a_single_persona_needs_no_filter() -> None:
    one = drawn("personas: {a: Ana}\nstages: [{stage: A, actions: [{action: x, persona: a}]}]")
    two = drawn("personas: {a: Ana, b: Ben}\nstages: [{stage: A, actions: [{action: x, persona: b}]}]")
    assert (one.walkers, one.doing[0][0].avatars) == ((), ())
    assert [walker.name for walker in two.walkers] == ["Ana", "Ben"]
    assert [avatar.initial for avatar in two.doing[0][0].avatars] == ["B"]


def test_evidence_has_letters_in_the_librarys_order_and_only_where_cited() -> None:
    shown = drawn("""\
        evidence: {x: Survey, unused: Diary, y: Talks}
        stages: [{stage: A, pains: [{pain: p, evidence: y}, {pain: q, evidence: [y, x]}]}]
        """)
    assert [(source.letter, source.name) for source in shown.footer.sources] == [("A", "Survey"), ("B", "Talks")]
    cell = next(group for group in shown.groups if group.key == "gaps").lanes[0].cells[0]
    assert [item.evidence for item in cell] == [("B",), ("A", "B")]


def test_an_arrow_is_said_in_words() -> None:
    shown = drawn("""\
        stages:
          - {stage: Dream, actions: [Look]}
          - stage: Choose
            actions:
              - {action: Ask, next: [{to: dream, when: too dear}, {to: ride/go}, {to: nowhere}, {to: "map:sale"}]}
          - {stage: Ride, actions: [{action: Off we go, id: go}]}
        """)
    assert [(tag.icon, tag.text) for tag in shown.doing[1][0].tags] == [
        ("reply", "If too dear: Dream"),
        ("arrow", "Then: Off we go"),
        ("arrow", "Then: nowhere"),
        ("arrow", "Then: sale"),
    ]


def test_references_to_nothing_are_left_out() -> None:
    shown = drawn("""\
        stages:
          - stage: A
            touchpoints: nope
            metrics: nope
            help: nope
            actions: [{action: x, channel: nope, touchpoint: nope, persona: ghost, evidence: nope, emotion: 1}]
            questions: [{question: q, channels: nope, help: nope, persona: ghost}]
            gaps: [{gap: g, promise: nope, touchpoint: nope, evidence: nope}]
            risks: [{risk: r, mitigations: nope}]
        """)
    assert lanes(shown) == ["Asking", "Gaps and opportunities", "Risks and leaves"]
    assert shown.channels is None
    assert shown.footer.sources == ()


@pytest.mark.parametrize("lang", ["ar", "he-IL", "fa", "ur_PK", "az-Arab"])
def test_some_languages_run_from_right_to_left(lang: str) -> None:
    assert drawn(f"lang: {lang}\nstages: [A]").direction == "rtl"


@pytest.mark.parametrize("lang", ["en", "ja", "az", "arn", "no such thing"])
def test_others_run_from_left_to_right(lang: str) -> None:
    assert drawn(f"lang: {lang}\nstages: [A]").direction == "ltr"


def test_no_language_tag_is_no_language() -> None:
    assert drawn('lang: en" onload="x\nstages: [A]').lang == "en"
