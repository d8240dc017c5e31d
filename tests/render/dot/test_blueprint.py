from __future__ import annotations

import pytest

from journeykit.render.dot.blueprint import layout
from journeykit.render.dot.drawing import Box, Drawing
from journeykit.render.views.blueprint import blueprint

MAP = """
    channels: {web: Website}
    touchpoints: {chat: {name: Chat, channel: web, quality: 2, expected: 5}}
    help: {guide: {name: Guide}, soon: {name: Soon, state: planned}}
    stages:
      - stage: A
        questions: [{question: Why?, help: [guide, soon]}]
        support: [Ledger]
        backstage: [{backstage: all one, owner: IT}, {backstage: all two, owner: Finance}]
        actions:
          - action: a1
            touchpoint: chat
            emotion: -1
            questions: [{question: How?, help: guide}]
            frontstage: [bot answers]
            backstage: [{backstage: b1, owner: Ops}, {backstage: b2, owner: Risk, wait: 2 days}]
            support: [CRM, Fees]
            physical: [Letter]
          - {action: a2, channel: web}
      - B
      - {stage: C, actions: [c1]}
    """


@pytest.fixture
def drawing(facts_of) -> Drawing:
    return layout(blueprint(facts_of(MAP)))


def by_text(drawing: Drawing) -> dict[str, Box]:
    return {
        " ".join(line for row in box.rows[:1] for line in row.lines): box
        for box in drawing.boxes
        if box.kind != "legend"
    }


def test_nothing_lies_on_anything(drawing: Drawing, sound) -> None:
    sound(drawing)


def test_rows_stand_in_the_order_of_a_service_blueprint(drawing: Drawing) -> None:
    boxes = by_text(drawing)
    order = [
        "Customer", "Line of interaction", "Frontstage", "Help", "Line of visibility", "Backstage",
        "Line of internal interaction", "Support", "Physical evidence",
    ]  # fmt: skip
    heights = [boxes[name].y for name in order]
    assert heights == sorted(heights)


def test_a_column_is_straight(drawing: Drawing) -> None:
    boxes = by_text(drawing)
    assert len({boxes[name].x for name in ("▼ −1", "Chat", "bot answers", "b1", "b2", "CRM", "Letter")}) == 1


def test_arrows_run_from_sight_to_cellar(drawing: Drawing) -> None:
    names = {box.key: " ".join(box.rows[0].lines) for box in drawing.boxes if box.rows}
    ways = [(names[link.source], names[link.target]) for link in drawing.links if link.kind == "arrow"]
    assert ways == [
        ("▼ −1", "Chat"), ("Chat", "bot answers"), ("bot answers", "b1"), ("b1", "b2"), ("b2", "CRM"),
        ("a2", "Website"), ("all one", "all two"), ("all two", "Ledger"), ("▼ −1", "a2"),
    ]  # fmt: skip


def test_hand_offs_are_written_and_drawn_in_their_own_colour(drawing: Drawing) -> None:
    notes = [box for box in drawing.boxes if box.kind == "handoff"]
    assert len(notes) == 2
    assert [link.ink for link in drawing.links if link.title.startswith("Backstage: b1. Ops →")] == ["#9c350b"]


def test_what_belongs_to_a_stage_spans_it(drawing: Drawing) -> None:
    boxes = by_text(drawing)
    assert boxes["all one"].width == boxes["1\u00a0\u00a0A"].width > boxes["b1"].width
    assert boxes["all one"].y > boxes["b2"].y


def test_lines_without_anything_below_are_left_out(facts_of) -> None:
    text = "channels: {web: W}\nstages: [{stage: A, actions: [{action: a, channel: web, physical: [x]}]}]"
    names = by_text(layout(blueprint(facts_of(text))))
    assert "Line of interaction" in names
    assert "Line of visibility" not in names
    assert "Line of internal interaction" not in names


def test_a_map_without_lanes_says_so_kindly(facts_of) -> None:
    boxes = by_text(layout(blueprint(facts_of("stages: [A]"))))
    assert "Nothing is written yet about what happens behind the scenes" in boxes
    assert "No actions here yet" in boxes


@pytest.mark.parametrize("lang", ["en", "he"])
def test_long_journeys_go_on_below(facts_of, sound, lang: str) -> None:
    stages = "\n".join(
        f"  - {{stage: S{n}, actions: [{', '.join(f'act {n}.{k}' for k in range(5))}], backstage: [x]}}"
        for n in range(8)
    )
    drawing = layout(blueprint(facts_of(f"lang: {lang}\nstages:\n{stages}\n")))
    sound(drawing)
    heads = [box for box in drawing.boxes if box.kind == "stage"]
    assert len({box.y for box in heads}) == 3
    assert drawing.width < 2600
    # The last action of a band leads to the first of the next.
    assert any(link.title == "act 2.4 → act 3.0" for link in drawing.links)


def test_a_stage_longer_than_a_band_is_continued(facts_of, sound) -> None:
    actions = ", ".join(f"act {n}" for n in range(40))
    drawing = layout(blueprint(facts_of(f"stages: [{{stage: Long, actions: [{actions}], backstage: [x]}}]")))
    sound(drawing)
    heads = [" ".join(box.rows[0].lines) for box in drawing.boxes if box.kind == "stage"]
    assert heads == ["1\u00a0\u00a0Long", "1\u00a0\u00a0Long, continued", "1\u00a0\u00a0Long, continued"]
