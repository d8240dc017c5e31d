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
    assert found.message == "something breaks on the way from 'Shop' to 'Website': the feeling falls at 'Asks online'"
    assert found.hint == "write what is lost there as a gap or a pain"
    assert found.element == "stages/more/actions/asks-online"
    assert [other.element for other in found.related] == ["stages/more/actions/asks-at-the-counter"]


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


def test_what_a_stage_feels_is_no_action(find) -> None:
    libraries = "journey: 1\ntitle: T\nchannels: {web: Website}\n"
    felt = "stages: [{stage: More, emotion: 1}, {stage: Later, actions: [{action: Asks, channel: web, emotion: -1}]}]\n"
    assert find("JK312", libraries + felt) == []
