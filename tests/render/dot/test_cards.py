from __future__ import annotations

import pytest

from journeykit.render.dot.cards import because_row, felt, head, phrased, remark, spoken, step_look, truth_rows
from journeykit.render.dot.drawing import Style
from journeykit.render.dot.palette import GOLD, tone
from journeykit.render.views.steps import Feeling, Step


def step(*feelings: Feeling, **more) -> Step:
    known = {
        "key": "k",
        "text": "Asks",
        "place": "Shop",
        "channel": "Shop",
        "notes": (),
        "optional": False,
        "truth": None,
    }
    return Step(feelings=feelings, **{**known, **more})


@pytest.mark.parametrize(
    ("feeling", "said"),
    [
        (Feeling(-2, "lost", None, None), "▼▼ −2 lost"),
        (Feeling(1.5, None, "Mia", None), "▲▲ +1.5, Mia"),
        (Feeling(0, None, None, None), "● 0"),
        (Feeling(None, "proud", None, None), "○ proud"),
    ],
)
def test_a_feeling_in_a_line(feeling: Feeling, said: str) -> None:
    assert felt(feeling) == said


def test_the_look_of_an_action() -> None:
    plain, sad = step_look(step(), 12, 8), step_look(step(Feeling(-2, None, None, None)), 12, 8)
    assert sad.fill == tone(-2).fill != plain.fill
    star = step_look(step(truth=""), 12, 8)
    assert (star.line, star.border) == (GOLD, 3)
    # A thicker edge takes nothing from the text.
    assert star.pad + star.border == plain.pad + plain.border
    assert step_look(step(optional=True), 12, 8).dashed


def test_all_of_it_in_words() -> None:
    said = spoken(step(Feeling(1, "glad", None, None), notes=("Mia only",), truth=""))
    assert said == "Asks. ▲ +1 glad. Shop. Mia only. moment of truth"


def test_remarks_are_kept_whole_where_they_fit() -> None:
    style = Style(10)
    assert (
        phrased(["every week", "a very long remark indeed"], 80, style)
        == "every\u00a0week\u00a0· a very long remark indeed"
    )


def test_rows_and_boxes_say_what_they_are_for() -> None:
    assert because_row("it rains", -1, 300, "Mia").lines == ("Mia: because it rains",)
    assert [row.lines[0] for row in truth_rows("It decides", 300, 11)] == ["★ Moment of truth", "It decides"]
    assert [row.lines[0] for row in truth_rows("", 300, 11)] == ["★ Moment of truth"]
    assert head("k", 2, "Buys", "1 week", 200).title == "Stage 2: Buys. 1 week"
    assert remark("k", "Nothing yet", 200, "Write it.").title == "Nothing yet Write it."
