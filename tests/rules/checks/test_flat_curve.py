from __future__ import annotations

import pytest


def _map(*scores: float) -> str:
    stages = "".join(f"  - {{stage: S{number}, emotion: {score}}}\n" for number, score in enumerate(scores))
    return f"journey: 1\ntitle: T\nrisks: [It rains]\nstages:\n{stages}"


@pytest.mark.parametrize("scores", [(0, 0.5, 1), (0.1, 0.5, 1.1), (-1, -1, 0), (1, 1)])
def test_a_range_of_one_or_two_points_alone_are_not_flat(find, scores: tuple[float, ...]) -> None:
    assert find("JK404", _map(*scores)) == []


@pytest.mark.parametrize("scores", [(0, 0.5, 0.9), (-2, -2, -2)])
def test_three_points_and_less_than_one_between_them(find, scores: tuple[float, ...]) -> None:
    (found,) = find("JK404", _map(*scores))
    assert found.message == "the curve is flat: the worst moment and the best lie less than 1 apart"
    assert (found.element, found.field, found.span.line) == ("", "stages", 5)


def test_the_limit_is_an_option(find) -> None:
    assert find("JK404", _map(0, 0.5, 0.9), limit=0.9) == []
    (found,) = find("flat-curve", _map(0, 1, 1), limit=1.5)
    assert found.message.endswith("less than 1.5 apart")


def test_only_the_flat_persona_is_named(find) -> None:
    stages = "".join(f"  - {{stage: S{n}, emotion: [{n}, {{persona: ben, score: 1}}]}}\n" for n in range(3))
    (found,) = find("JK404", f"journey: 1\ntitle: T\npersonas: {{ana: Ana, ben: Ben}}\nstages:\n{stages}")
    assert found.message.startswith("the curve for 'Ben' is flat")


def test_feelings_without_a_score_are_no_points(find) -> None:
    assert find("JK404", "journey: 1\ntitle: T\nstages: [{stage: A, emotion: 1}, {stage: B, emotion: glad}]\n") == []
