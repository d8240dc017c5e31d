from __future__ import annotations

import pytest

FAX = "channels: {fax: Fax}\n"


def test_it_says_which(find) -> None:
    (found,) = find("JK301", FAX)
    assert found.message == "nothing happens in the channel 'Fax'"
    assert found.hint == "say what customers do or ask there with `channel: fax`, or take the channel out"
    assert found.element == "channels/fax"


def test_a_preference_is_no_use(find) -> None:
    assert find("JK301", f"{FAX}personas: {{ana: {{prefers: [shop, fax], avoids: [fax]}}}}")


@pytest.mark.parametrize(
    "use",
    [
        "touchpoints: {form: {name: Form, channel: fax}}",
        "help: {sheet: {name: Sheet, channels: [fax]}}",
        "stages: [{stage: More, actions: [{action: Writes, channel: fax}]}]",
        "stages: [{stage: More, questions: [{question: Why?, channels: [fax]}]}]",
        "stages: [{stage: More, actions: [{action: Writes, questions: [{question: Why?, channels: [fax]}]}]}]",
        "stages: [{stage: More, pains: [{pain: It jams, channel: fax}]}]",
        "stages: [{stage: More, highlights: [{highlight: It never jams, channel: fax}]}]",
    ],
)
def test_any_other_use_will_do(find, use: str) -> None:
    assert find("JK301", FAX + use) == []


def test_it_stands_at_the_channel(find) -> None:
    (found,) = find("JK301", "journey: 1\ntitle: T\nchannels:\n  web:\n    name: Website\nstages: [A]\n")
    assert (found.span.line, found.span.column) == (5, 11)
