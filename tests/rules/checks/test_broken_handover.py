from __future__ import annotations

import pytest


def two(first: str = "0", second: str = "-1", more: str = "", between: str = "", channel: str = "web") -> str:
    return (
        "stages:\n"
        "  - stage: More\n"
        "    actions:\n"
        f"      - {{action: Asks at the counter, channel: shop, emotion: {first}}}\n"
        f"{between}"
        f"      - {{action: Asks online, channel: {channel}, emotion: {second}}}\n"
        f"{more}"
    )


def test_it_names_both_channels(find) -> None:
    (found,) = find("JK312", two())
    assert found.message == (
        "the feeling falls from 0 to −1 between 'Asks at the counter' (Shop) and 'Asks online' (Website), "
        "and no pain or gap says why"
    )
    assert found.hint == "write what is lost or hurts there as a gap or a pain"
    assert found.element == "stages/more/actions/asks-online"
    assert [(other.message, other.element) for other in found.related] == [
        ("0, before it falls", "stages/more/actions/asks-at-the-counter")
    ]


@pytest.mark.parametrize(
    ("first", "second", "fires"),
    [("0", "-1", True), ("0", "-0.9", False), ("0.5", "-0.5", True), ("2", "0", False), ("-1", "-2", True)],
)
def test_how_far_and_how_low(find, first: str, second: str, fires: bool) -> None:
    assert bool(find("JK312", two(first, second))) is fires


def test_the_fall_is_an_option(find) -> None:
    assert find("JK312", two("0", "-0.5"), limit=0.5)
    assert find("JK312", two("0", "-1"), limit=1.5) == []


def test_one_channel_is_no_handover(find) -> None:
    assert find("JK312", two(channel="shop")) == []


@pytest.mark.parametrize(
    ("told", "fires"), [("gaps: [Begins again]", False), ("pains: [Begins again]", False), ("risks: [Leaves]", True)]
)
def test_a_gap_or_a_pain_tells_it(find, told: str, fires: bool) -> None:
    assert bool(find("JK312", two(more=f"    {told}\n"))) is fires


def test_the_stage_before_may_tell_it_as_well(find) -> None:
    def across(told: str) -> str:
        return (
            "stages:\n"
            f"  - {{stage: More, actions: [{{action: Asks, channel: shop, emotion: 1}}]{told}}}\n"
            "  - {stage: Later, actions: [{action: Asks again, channel: web, emotion: -1}]}\n"
        )

    assert find("JK312", across(""))
    assert find("JK312", across(", pains: [Begins again]")) == []


def test_an_action_between_them_parts_them(find) -> None:
    assert find("JK312", two(between="      - {action: Goes home, channel: shop}\n")) == []


def test_what_somebody_else_does_between_does_not(find) -> None:
    ben = "personas: {ben: {name: Ben}}\n"
    assert find("JK312", ben + two(between="      - {action: Goes home, channel: shop, persona: ben}\n"))


def test_two_personas_are_told_once(find) -> None:
    both = "{{persona: ana, score: {0}}}, {{persona: ben, score: {0}}}"
    fragment = two(f"[{both.format(1)}]", f"[{both.format(-1)}]")
    assert len(find("JK312", "personas: {ben: {name: Ben}}\n" + fragment)) == 1
    other = two("[{persona: ana, score: 1}, {persona: ben, score: 2}]", f"[{both.format(-1)}]")
    (found,) = find("JK312", "personas: {ben: {name: Ben}}\n" + other)
    assert found.message.startswith("the feeling falls from 1 to −1 between ")


def test_what_a_stage_feels_is_no_action(find) -> None:
    libraries = "journey: 1\ntitle: T\nchannels: {web: Website}\n"
    felt = "stages: [{stage: More, emotion: 1}, {stage: Later, actions: [{action: Asks, channel: web, emotion: -1}]}]\n"
    assert find("JK312", libraries + felt) == []


@pytest.mark.parametrize(
    ("before", "first", "fires"),
    [
        ("next: [{to: asks-at-the-counter, when: a}, {to: asks-online, when: b}]", "", False),
        ("next: [{to: asks-at-the-counter}, {to: asks-online}]", "", False),
        ("next: [{to: asks-online, when: b}]", ", next: [{to: later}]", False),
        ("next: [{to: asks-online, when: b}]", "", True),
        ("next: [{to: asks-at-the-counter, when: a}]", "", True),
        ("next: [{to: asks-at-the-counter, when: a}, {to: asks-online, when: b}]", ", next: [asks-online]", True),
        ("next: [{to: later, when: b}]", "", True),
    ],
)
def test_branches_of_one_choice_are_no_handover(find, before: str, first: str, fires: bool) -> None:
    start = f"    actions:\n      - {{action: Wonders, channel: shop, {before}}}\n"
    fragment = two(more="  - stage: Later\n").replace("    actions:\n", start)
    fragment = fragment.replace("emotion: 0", f"emotion: 0{first}")
    assert bool(find("JK312", fragment)) is fires


@pytest.mark.parametrize(("onward", "fires"), [("", True), (", next: [last]", False)])
def test_a_way_past_the_rest_of_a_stage_is_no_choice_between_the_two(find, onward: str, fires: bool) -> None:
    stages = (
        "stages:\n"
        "  - stage: More\n"
        "    actions:\n"
        "      - {action: Wonders, channel: shop, next: [{to: asks, when: a}, {to: later, when: b}]}\n"
        f"      - {{action: Asks, channel: shop, emotion: 1{onward}}}\n"
        "  - {stage: Later, actions: [{action: Asks again, channel: web, emotion: -1}]}\n"
        "  - stage: Last\n"
    )
    assert bool(find("JK312", stages)) is fires


def test_it_shows_the_emotion_of_the_one_meant(find) -> None:
    felt = "\n          - {persona: ana, score: 0}\n          - {persona: ben, score: 1}"
    first = f"      - action: Asks at the counter\n        channel: shop\n        emotion:{felt}\n"
    second = "      - {action: Asks online, channel: web, emotion: {persona: ben, score: -1}}\n"
    head = "journey: 1\ntitle: T\npersonas: {ana: Ana, ben: Ben}\nchannels: {shop: Shop, web: Web}\n"
    (found,) = find("JK312", f"{head}stages:\n  - stage: More\n    actions:\n{first}{second}")
    (other,) = found.related
    assert (other.span.line, other.span.column) == (12, 13)
