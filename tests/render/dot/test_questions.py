from __future__ import annotations

import pytest

from journeykit.render.dot.drawing import Drawing
from journeykit.render.dot.questions import layout
from journeykit.render.views.questions import questions

MAP = """
    channels: {web: Website, shop: Shop}
    help: {guide: {name: Guide, channels: web}, soon: {name: Soon, state: planned}}
    stages:
      - stage: A
        questions:
          - {question: answered, channels: [shop, web], help: guide}
          - {question: misplaced, channels: shop, help: guide}
          - {question: planned, channels: web, help: soon}
      - {stage: B, questions: [{question: nobody knows, channels: shop}, {question: on the spot, answer: "Yes."}]}
    """


@pytest.fixture
def drawing(facts_of) -> Drawing:
    return layout(questions(facts_of(MAP)))


def said(drawing: Drawing, kind: str) -> list[str]:
    return [". ".join(" ".join(row.lines) for row in box.rows) for box in drawing.boxes if box.kind == kind]


def test_three_columns_without_overlap(drawing: Drawing, sound) -> None:
    sound(drawing)
    columns = [{box.x for box in drawing.boxes if box.kind == kind} for kind in ("question", "channel", "help")]
    assert [len(column) for column in columns] == [1, 1, 1]
    assert max(columns[0]) < max(columns[1]) < max(columns[2])


def test_states_in_words_and_looks(drawing: Drawing) -> None:
    assert said(drawing, "question") == [
        "answered. ✓ answered",
        "misplaced. ✓ answered, but not where it is asked",
        "planned. ○ help planned",
        "nobody knows. ? open",
        "on the spot. ✓ answered",
    ]


def test_channels_count(drawing: Drawing) -> None:
    assert set(said(drawing, "channel")) == {
        "Website. 2 asked, 1 answered here",
        "Shop. 3 asked, 0 answered here",
        "no channel recorded. 1 asked, 1 answered here",
    }


def test_open_questions_lead_to_no_help_yet(drawing: Drawing) -> None:
    assert "No help yet. 1 open question" in said(drawing, "help")


def test_every_way_once_and_dashed_where_help_is_elsewhere(drawing: Drawing) -> None:
    names = {box.key: box.rows[0].lines[0] for box in drawing.boxes}
    ways = {(names[link.source], names[link.target]): link.pattern for link in drawing.links}
    assert len(ways) == len(drawing.links)
    assert ways["Website", "Guide"] == "solid"
    assert ways["Shop", "Guide"] == "dashed"
    assert ways["Website", "Soon"] == "dashed"
    assert ways["Shop", "No help yet"] == "solid"


def test_many_questions_are_drawn_some_stages_at_a_time(facts_of, sound) -> None:
    stages = "\n".join(
        f"  - {{stage: S{n}, questions: [{', '.join(f'{{question: Q{n}{k}, channels: web}}' for k in range(5))}]}}"
        for n in range(9)
    )
    drawing = layout(questions(facts_of(f"channels: {{web: Website}}\nstages:\n{stages}\n")))
    sound(drawing)
    assert len({box.x for box in drawing.boxes if box.kind == "question"}) == 2
    assert said(drawing, "total") == ["Website. 45 asked, 0 answered here"]
    assert set(said(drawing, "help")) == {"No help yet. 5 open questions"}
    assert len(said(drawing, "question")) == 45


def test_a_map_without_questions_says_so_kindly(facts_of) -> None:
    drawing = layout(questions(facts_of("stages: [A]")))
    assert "No questions yet" in said(drawing, "remark")[0]
