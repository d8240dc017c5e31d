from __future__ import annotations

import pytest

from journeykit.model.derive.curve import Curve
from journeykit.model.derive.facts import Facts
from journeykit.model.load import load
from journeykit.source.text import Source


def facts(stages: str, personas: str = "{dan: Dan, mia: Mia}") -> Facts:
    document = load(Source("x", f"journey: 1\ntitle: T\npersonas: {personas}\nstages:\n{stages}"))
    assert document.diagnostics == ()
    return document.facts


def curve(stages: str, persona: str = "dan") -> Curve:
    return facts(stages).curves[persona]


def scores(stages: str, persona: str = "dan") -> list[float]:
    return list(curve(stages, persona).scores)


def test_the_scored_actions_in_order() -> None:
    found = curve(
        "- {stage: a, actions: [{action: x, emotion: 1}, y, {action: z, emotion: -2}]}\n"
        "- {stage: b, actions: [{action: x, emotion: 0.5}]}\n"
    )
    assert [(point.element, point.stage, point.action, point.score) for point in found.points] == [
        ("stages/a/actions/x", "a", 0, 1),
        ("stages/a/actions/z", "a", 2, -2),
        ("stages/b/actions/x", "b", 0, 0.5),
    ]


def test_an_emotion_without_a_persona_is_that_of_those_the_action_names_else_of_the_primary() -> None:
    stages = (
        "- stage: a\n  actions:\n  - {action: nobody, emotion: 1}\n  - {action: mia, persona: mia, emotion: -1}\n"
        "  - {action: both, persona: [dan, mia], emotion: 2}\n"
    )
    assert scores(stages, "dan") == [1, 2]
    assert scores(stages, "mia") == [-1, 2]


def test_an_emotion_that_names_a_persona_comes_before_one_for_all() -> None:
    stages = "- {stage: a, actions: [{action: x, persona: [dan, mia], emotion: [1, {persona: mia, score: -2}]}]}\n"
    assert scores(stages, "dan") == [1]
    assert scores(stages, "mia") == [-2]


def test_the_primary_is_the_one_marked_else_the_first_else_the_customer() -> None:
    stages = "- {stage: a, emotion: 1}\n"
    assert list(facts(stages, "{dan: Dan, mia: {name: M, primary: yes}}").curves["mia"].scores) == [1]
    assert list(facts(stages, "{dan: Dan, mia: {name: M, primary: yes}}").curves["dan"].scores) == []
    assert list(facts(stages, "{dan: Dan, mia: Mia}").curves["dan"].scores) == [1]
    assert {key: list(found.scores) for key, found in facts(stages, "{}").curves.items()} == {"customer": [1]}


def test_a_stage_gives_its_own_point_only_where_no_action_is_scored() -> None:
    assert scores("- {stage: a, emotion: -1, actions: [{action: x, emotion: 2}]}\n") == [2]
    assert scores("- {stage: a, emotion: -1, actions: [x]}\n") == [-1]
    assert scores("- {stage: a, emotion: -1, actions: [{action: x, emotion: sad}]}\n") == [-1]
    # Mia's action leaves Dan without one: the stage speaks for him.
    assert scores("- {stage: a, emotion: -1, actions: [{action: x, persona: mia, emotion: 2}]}\n") == [-1]


def test_a_feeling_without_a_score_has_its_place_and_no_point() -> None:
    found = curve(
        "- {stage: a, actions: [{action: x, emotion: 1}, {action: y, emotion: lost}, {action: z, emotion: 1}]}\n"
    )
    assert [place.score for place in found.places] == [1, None, 1]
    assert [place.emotion.feeling for place in found.places] == [None, "lost", None]
    assert len(found.points) == 2


def test_low_peak_end_mean_and_biggest_fall() -> None:
    found = curve(
        "- stage: a\n  actions:\n" + "".join(f"  - {{action: x{n}, emotion: {score}}}\n" for n, score in enumerate([1, -1, 2, -1, 2, 0]))
    )  # fmt: skip
    assert found.low is not None
    assert found.peak is not None
    assert found.end is not None
    assert found.biggest_fall is not None
    # Of equals the first: x1 and x3 are the lows, x2 and x4 the peaks, x2 to x3 the fall of 3.
    assert (found.low.action, found.peak.action, found.end.action) == (1, 2, 5)
    assert found.mean == pytest.approx(3 / 6)
    assert (found.biggest_fall.start.action, found.biggest_fall.end.action, found.biggest_fall.by) == (2, 3, 3)


def test_a_fall_is_between_neighbouring_points_over_what_has_no_score() -> None:
    found = curve(
        "- {stage: a, actions: [{action: x, emotion: 1}, {action: y, emotion: lost}, {action: z, emotion: -1}]}\n"
    )
    assert found.biggest_fall is not None
    assert found.biggest_fall.by == 2


def test_a_curve_that_never_falls_and_one_that_is_not_there() -> None:
    assert curve("- {stage: a, actions: [{action: x, emotion: 1}, {action: y, emotion: 1}]}\n").biggest_fall is None
    empty = curve("- a\n")
    assert (empty.low, empty.peak, empty.end, empty.mean, empty.biggest_fall) == (None, None, None, None, None)


def test_absent_is_not_zero() -> None:
    assert scores("- {stage: a, emotion: {because: tired}}\n- {stage: b, emotion: 0}\n") == [0]


def test_a_persona_has_no_point_where_it_does_not_walk() -> None:
    from journeykit.model.load import load
    from journeykit.source.text import Source

    facts = load(
        Source(
            "m",
            "journey: 1\ntitle: T\npersonas: {dan: Dan, mia: Mia}\nstages:\n  - stage: A\n    actions:\n"
            "      - {action: a, persona: dan, emotion: {persona: mia, score: 1}}\n",
        )
    ).facts
    assert facts.curves["mia"].points == ()
