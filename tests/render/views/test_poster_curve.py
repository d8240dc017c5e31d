"""The curve of a poster: its line, its faces, where its words stand."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import yaml
from hypothesis import given
from hypothesis import strategies as st

from journeykit.model.derive import Facts
from journeykit.model.elements import Journey
from journeykit.render.views.poster import poster
from journeykit.render.views.poster.curve import Feeling, face
from journeykit.render.views.poster.spline import monotone, path


def feeling(text: str) -> Feeling:
    source = "journey: 1\ntitle: T\n" + textwrap.dedent(text)
    found = poster(Facts(Journey.model_validate(yaml.load(source, yaml.CBaseLoader)))).feeling
    assert found is not None
    return found


def stage(*emotions: str) -> str:
    actions = "".join(f"\n      - {{action: a{n}{e and ', emotion: ' + e}}}" for n, e in enumerate(emotions))
    return f"stages:\n  - stage: A\n    actions:{actions}\n"


points = st.lists(st.sampled_from([0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]), min_size=2, max_size=40)


@given(points)
def test_the_line_meets_its_points_and_never_overshoots(levels: list[float]) -> None:
    segments = monotone([(float(x), level) for x, level in enumerate(levels)])
    assert [s.start[1] for s in segments] + [segments[-1].end[1]] == levels
    for segment in segments:
        low, high = sorted((segment.start[1], segment.end[1]))
        heights = [segment.at(segment.start[0] + step / 10) for step in range(11)]
        assert all(low - 1e-9 <= height <= high + 1e-9 for height in heights)
        rising = segment.end[1] >= segment.start[1]
        assert all((b >= a - 1e-9) if rising else (b <= a + 1e-9) for a, b in pairwise(heights))


def test_a_path_begins_a_new_stroke_where_it_does_not_join() -> None:
    segments = [*monotone([(0, 0), (1, 1)]), *monotone([(2, 0), (3, 1)])]
    assert path(segments).count("M") == 2
    assert path([]) == ""


def test_faces_follow_the_score() -> None:
    scores = [-2, -1.6, -1.5, -1, -0.5, -0.2, 0, 0.24, 0.5, 1, 1.4, 1.75, 2, None]
    faces = "n2 n2 n2 n1 n1 z z z p1 p1 p2 p2 p2 x"
    assert [face(score) for score in scores] == faces.split()


def test_scores_are_drawn_to_the_half() -> None:
    spots = feeling(stage("1.3", "-0.6", "0.75")).curves[0].spots
    assert [spot.level for spot in spots] == [0.5, 2.5, 1.0]
    assert [spot.score for spot in spots] == ["+1.3", "−0.6", "+0.8"]


def test_a_feeling_without_a_score_breaks_the_line() -> None:
    curve = feeling(stage("1", "lost", "-1", "0")).curves[0]
    assert [spot.face for spot in curve.spots] == ["p1", "x", "n1", "z"]
    assert curve.spots[1].feeling == "lost"
    assert curve.line.startswith("M250 300")
    assert curve.bridge == ""


def test_over_an_action_without_a_feeling_the_line_is_a_bridge() -> None:
    curve = feeling(stage("1", "", "-1", "0")).curves[0]
    assert curve.bridge.startswith("M50 100")
    assert curve.line.startswith("M250 300")
    assert (curve.spots[1].face, curve.spots[1].small, curve.spots[1].score) == ("x", True, "")


def test_words_alone_draw_no_line() -> None:
    curve = feeling(stage("lost", "glad")).curves[0]
    assert (curve.line, curve.bridge, curve.area) == ("", "", "")
    assert [spot.feeling for spot in curve.spots] == ["lost", "glad"]


def test_a_stage_without_scored_actions_gives_its_own_point() -> None:
    (spot,) = feeling("stages: [{stage: A, emotion: -2, actions: [x, y, z]}]").curves[0].spots
    assert (spot.span.middle, spot.score) == (1.5, "−2")


def test_labels_stand_above_at_neutral_and_better_and_below_under_it() -> None:
    spots = feeling(stage("2", "0", "-0.5", "-2")).curves[0].spots
    assert [spot.side for spot in spots] == ["up", "up", "down", "down"]


def test_reasons_stand_at_the_extremes_only() -> None:
    spots = (
        feeling(stage("{score: 2, because: a}", "{score: 1, because: b}", "{score: -1, because: c}")).curves[0].spots
    )
    assert [spot.because for spot in spots] == ["a", "", "c"]


def test_what_is_too_long_for_the_curve_moves_into_the_notes() -> None:
    long = "word " * 30
    found = feeling(stage(f"{{score: 1, feeling: {long}}}", f"{{score: -1, feeling: sad, because: {long}}}"))
    assert [(spot.feeling, spot.because) for spot in found.curves[0].spots] == [("", ""), ("sad", "")]
    assert found.notes[0][0].feeling == long.strip()
    assert found.notes[1][0].because == long.strip()


def test_room_is_made_for_labels() -> None:
    plain = feeling(stage("2", "-2"))
    wordy = feeling(stage("{score: 2, because: one two three four five six seven}", "-2"))
    assert wordy.top > plain.top
    assert wordy.bottom == plain.bottom


TWO = """\
personas: {a: Ana, b: Ben}
stages:
  - stage: A
    actions:
      - {action: x, emotion: [{score: SCORE, feeling: calm}, {persona: b, score: OTHER, feeling: cross}]}
      - {action: y, emotion: 1}
"""


def two(score: str, other: str) -> Feeling:
    return feeling(TWO.replace("SCORE", score).replace("OTHER", other))


def test_the_others_curves_are_light() -> None:
    first, second = two("1", "-2").curves
    assert (first.primary, first.dots) == (True, ())
    assert (second.primary, [dot.avatar.initial for dot in second.dots]) == (False, ["B"])
    # Ben walks the second action too, and nobody asked how he felt there.
    assert [(spot.feeling, spot.small) for spot in second.spots] == [("cross", False), ("", True)]


def test_a_dot_stands_beside_a_face_at_the_same_height() -> None:
    found = two("1", "1")
    (dot,) = found.curves[1].dots
    assert (dot.shift != 0, dot.label) == (True, "")
    assert [(note.feeling, note.number) for note in found.notes[0]] == [("cross", 2)]


def test_labels_keep_clear_of_each_other() -> None:
    for score in ("-2", "-1", "0", "1", "2"):
        for other in ("-2", "-1", "0", "1", "2"):
            found = two(score, other)
            spot, (dot,) = found.curves[0].spots[0], found.curves[1].dots
            if spot.feeling and dot.label and dot.side != spot.side:
                continue
            gap = abs(spot.level - dot.level) * found.step
            assert not (spot.feeling and dot.label) or gap > 17


def test_a_curve_is_read_aloud_in_full() -> None:
    (curve,) = feeling(stage("{score: 1, feeling: glad, because: sun}", "lost")).curves
    assert curve.spoken == ("a0: glad, +1, because sun", "a1: lost, not scored")
