from __future__ import annotations

import pytest


def _map(*scores: float) -> str:
    stages = "".join(f"  - stage: S{number}\n    emotion: {score}\n" for number, score in enumerate(scores))
    return f"journey: 1\ntitle: T\nstages:\n{stages}"


@pytest.mark.parametrize("scores", [(0,), (-2, 0), (2, 1.1, 0.2), (2, 2, 0.6)])
def test_an_end_at_zero_or_above_and_near_the_mean(find, scores: tuple[float, ...]) -> None:
    assert find("JK407", _map(*scores)) == []


def test_an_end_below_zero(find) -> None:
    (found,) = find("JK407", _map(0, -2, -0.1))
    assert found.message == "the last feeling on the way is a bad one: −0.1 at 'S2'"
    assert (found.element, found.field, found.span.line) == ("stages/s2", "emotion", 9)


def test_an_end_one_below_the_mean(find) -> None:
    (found,) = find("bad-ending", _map(2, 2, 0.5))
    assert found.message == "the last feeling on the way is well below the mean: 0.5 at 'S2'"


def test_the_limit_is_an_option(find) -> None:
    assert find("JK407", _map(2, 0), limit=1.5) == []
    assert len(find("JK407", _map(2, 2, 0.8), limit=0.8)) == 1


def test_it_is_told_once_for_several_personas_and_looks_at_each(find) -> None:
    emotions = (
        "{emotion: [1, {persona: ben, score: 2}], stage: A}",
        "{emotion: [%s, {persona: ben, score: -1}], stage: B}",
    )
    stages = f"journey: 1\ntitle: T\npersonas: {{ana: Ana, ben: Ben}}\nstages: [{', '.join(emotions)}]\n"
    (both,) = find("JK407", stages % "-1")
    assert both.message == "the last feeling on the way is a bad one: −1 at 'B'"
    (one,) = find("JK407", stages % "1")
    assert one.message == "the last feeling on the way for 'Ben' is a bad one: −1 at 'B'"


def test_a_single_feeling_has_no_end(find) -> None:
    assert find("JK407", _map(-2)) == []
    assert len(find("JK407", _map(-2, -2))) == 1


@pytest.mark.parametrize(("last", "count"), [("note: later", 0), ("emotion: sad", 1), ("emotion: -1", 1)])
def test_where_nothing_is_known_of_the_last_stage_nobody_knows_the_end(find, last: str, count: int) -> None:
    assert len(find("JK407", _map(1, -2) + f"  - stage: Last\n    {last}\n")) == count


def test_it_stands_at_the_emotion_of_the_persona_meant(find) -> None:
    ends = "\n    emotion:\n      - {persona: ana, score: 1}\n      - {persona: ben, score: -1}\n"
    start = "journey: 1\ntitle: T\npersonas: {ana: Ana, ben: Ben}\nstages:\n"
    (found,) = find("JK407", start + "  - {stage: A, emotion: [1, {persona: ben, score: 1}]}\n  - stage: B" + ends)
    assert (found.span.line, found.span.column) == (9, 9)


@pytest.mark.parametrize(
    ("walked", "count"), [("{action: Goes, emotion: 1}", 0), ("{action: Goes, persona: ana, emotion: 1}", 1)]
)
def test_who_goes_on_without_a_word_has_not_ended_badly(find, walked: str, count: int) -> None:
    start = "journey: 1\ntitle: T\npersonas: {ana: Ana, ben: Ben}\nstages:\n"
    felt = "{stage: A, emotion: [1, {persona: ben, score: 1}]}, {stage: B, emotion: [1, {persona: ben, score: -1}]}"
    stages = start.replace("stages:\n", f"stages: [{felt}, {{stage: C, actions: [{walked}]}}]\n")
    assert len(find("JK407", stages)) == count


_ENDS = "journey: 1\ntitle: T\npersonas: {{ana: Ana, ben: Ben}}\nstages:\n  - {{stage: A, emotion: [1, {{persona: ben, score: 1}}]}}\n{}"


@pytest.mark.parametrize(
    ("stages", "ending"),
    [
        ("  - {stage: B, emotion: {persona: ben, score: -1}}\n  - {stage: C, emotion: 1}\n", ", and nothing after it is mapped for them"),
        (
            "  - {stage: B, emotion: {persona: ben, score: -1}}\n  - {stage: C, actions: [{action: Goes, persona: ben}]}\n"
            "  - {stage: D, emotion: 1}\n",
            "",
        ),
        (
            "  - {stage: B, emotion: {persona: ben, score: -1}}\n  - {stage: C, emotion: {persona: ben, feeling: sad}}\n"
            "  - {stage: D, emotion: 1}\n",
            "",
        ),
        ("  - {stage: B, emotion: [1, {persona: ben, score: -1}]}\n", ""),
        ("  - {stage: B, optional: yes, emotion: [1, {persona: ben, score: -1}]}\n", ", on an optional way"),
    ],
)  # fmt: skip
def test_it_says_what_kind_of_end_it_is(find, stages: str, ending: str) -> None:
    (found,) = find("JK407", _ENDS.format(stages))
    assert found.message == f"the last feeling on the way for 'Ben' is a bad one: −1 at 'B'{ending}"


@pytest.mark.parametrize(
    ("stage", "action", "ending"),
    [("", "", ""), ("", "optional: yes, ", ", on an optional way"), ("optional: yes, ", "", ", on an optional way")],
)
def test_an_optional_action_is_an_optional_way(find, stage: str, action: str, ending: str) -> None:
    waits = f"{{action: Waits, {action}persona: ben, emotion: -1}}"
    (found,) = find("JK407", _ENDS.format(f"  - {{stage: B, {stage}emotion: 1, actions: [{waits}]}}\n"))
    assert found.message == f"the last feeling on the way for 'Ben' is a bad one: −1 at 'Waits'{ending}"


def test_what_is_done_later_in_the_same_stage_is_mapped(find) -> None:
    waits = "{action: Waits, persona: ben, emotion: -1}"
    last = "  - {stage: C, emotion: 1}\n"
    (over,) = find("JK407", _ENDS.format(f"  - {{stage: B, actions: [Comes, {waits}]}}\n{last}"))
    assert over.message.endswith("at 'Waits', and nothing after it is mapped for them")
    (on,) = find("JK407", _ENDS.format(f"  - {{stage: B, actions: [{waits}, Goes]}}\n{last}"))
    assert on.message.endswith("at 'Waits'")
