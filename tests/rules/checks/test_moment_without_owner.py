from __future__ import annotations

from datetime import date

import pytest

from journeykit.model.load import load_path
from journeykit.rules.look import Look
from journeykit.rules.registry import built_in


def decides(more: str, moment: str = "true", media: str = "owned") -> str:
    return (
        f"channels: {{phone: {{name: Phone, media: {media}}}}}\n"
        "touchpoints:\n"
        "  line: {name: Hot line, channel: phone}\n"
        f"stages: [{{stage: More, actions: [{{action: Asks, moment_of_truth: {moment}, {more}}}]}}]\n"
    )


def test_the_touchpoint_without_owner(find) -> None:
    (found,) = find("JK311", decides("touchpoint: line"))
    assert found.message == "the moment of truth 'Asks' happens at 'Hot line', which nobody owns"
    assert found.hint == "name those who keep it with `owner:`"
    assert (found.element, found.field) == ("touchpoints/line", "owner")
    assert [(other.element, other.message) for other in found.related] == [
        ("stages/more/actions/asks", "this is the moment of truth")
    ]


def test_an_owned_channel_without_touchpoint(find) -> None:
    (found,) = find("JK311", decides("channel: phone"))
    assert found.message == "the moment of truth 'Asks' has no touchpoint that somebody could own"
    assert found.hint == "name with `touchpoint:` where in 'Phone' it happens, and give that an `owner:`"
    assert (found.element, found.field) == ("stages/more/actions/asks", "touchpoint")


@pytest.mark.parametrize("media", ["earned", "paid", "partner"])
def test_a_channel_of_others_has_no_touchpoint_of_yours(find, media: str) -> None:
    assert find("JK311", decides("channel: phone", media=media)) == []


def test_an_owner_will_do(find) -> None:
    assert find("JK311", decides("touchpoint: counter")) == []


def test_other_actions_are_no_moments_of_truth(find) -> None:
    assert find("JK311", decides("touchpoint: line", moment="false")) == []
    assert find("JK311", decides("touchpoint: line", moment="They stay or go here"))


def test_an_action_that_happens_nowhere_is_another_matter(find) -> None:
    assert find("JK311", decides("optional: true")) == []


def test_a_shared_touchpoint_is_told_at_the_moment(tmp_path) -> None:
    (tmp_path / "journey.toml").write_text('library = ["shared.yaml"]\n')
    (tmp_path / "shared.yaml").write_text(
        "channels: {phone: Phone}\ntouchpoints: {line: {name: Hot line, channel: phone}}\n"
    )
    path = tmp_path / "a.journey.yaml"
    path.write_text(
        "journey: 1\ntitle: T\nstages: [{stage: A, actions: [{action: Asks, touchpoint: line, moment_of_truth: yes}]}]\n"
    )
    document = load_path(path)
    (rule,) = [rule for rule in built_in() if rule.code == "JK311"]
    (found,) = rule.check(Look(document, date(2026, 11, 21), {}))
    assert found.element.text == "Asks"
    assert found.hint == "name its owner in the shared library"


def test_the_owner_of_the_channel_will_do(find) -> None:
    owned = decides("channel: phone").replace("media: owned", "owner: Desk")
    assert find("JK311", owned) == []
    assert len(find("JK311", decides("touchpoint: line").replace("media: owned", "owner: Desk"))) == 1


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ("", 1),
        ("state: research\n", 0),
        ("state: future\n", 1),
        ("state: research\ntouchpoints: {line: {name: Hot line, channel: phone}}\n", 1),
    ],
)
def test_research_that_describes_no_touchpoint_is_not_asked_for_owners(find, more: str, count: int) -> None:
    decided = "stages: [{stage: A, actions: [{action: Asks, channel: phone, moment_of_truth: yes}]}]\n"
    assert len(find("JK311", "journey: 1\ntitle: T\nchannels: {phone: Phone}\n" + more + decided)) == count
