from __future__ import annotations

import pytest

from journeykit.render.dot.drawing import Drawing
from journeykit.render.dot.flow import layout
from journeykit.render.views.flow import flow

BUSY = """
    personas: {p: Pat, q: Quinn}
    channels: {web: Website}
    stages:
      - stage: A
        phase: Before
        goal: Be done
        leaves: [Gives up, {leave: Goes elsewhere, because: it is dear}]
        actions:
          - {action: a1, channel: web, emotion: {score: -2, because: it hurts}, next: [a2, a3]}
          - {action: a2, emotion: [{score: 1}, {persona: q, score: -1, because: of him}], moment_of_truth: It decides}
          - {action: a3, optional: true, next: [{to: a1, when: it fails}, {to: d, when: in a hurry}]}
      - {stage: B, phase: Before, actions: [{action: b1, emotion: lost}, {action: b2, next: [{to: a/a2, when: unsure}]}]}
      - C
      - {stage: D, phase: After, actions: [{action: d1, next: [{to: a, when: again}, {to: "map:m/s", when: else}]}, d2]}
    """


@pytest.fixture
def drawing(facts_of) -> Drawing:
    return layout(flow(facts_of(BUSY)))


def test_nothing_lies_on_anything(drawing: Drawing, sound) -> None:
    sound(drawing)


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("stages", [1, 3, 8, 12])
def test_any_number_of_stages(facts_of, sound, stages: int, lang: str) -> None:
    text = "\n".join(f"  - {{stage: Stage {n}, actions: [one {n}, two {n}, three {n}]}}" for n in range(stages))
    drawing = layout(flow(facts_of(f"lang: {lang}\nstages:\n{text}\n")))
    sound(drawing)
    xs = [group.x for group in drawing.groups]
    assert xs == sorted(xs, reverse=lang == "ar")
    assert drawing.rtl == (lang == "ar")


def test_stages_are_columns_and_their_heads_are_level(drawing: Drawing) -> None:
    heads = [box for box in drawing.boxes if box.kind == "stage"]
    assert len({box.y for box in heads}) == 1
    assert len({box.height for box in heads}) == 1
    for group in drawing.groups:
        inside_ = [box for box in drawing.boxes if box.group == group.key]
        assert len({box.x for box in inside_}) == 1


def test_cases_stand_on_the_card_their_arrow_leaves(drawing: Drawing) -> None:
    card = next(box for box in drawing.boxes if box.key.endswith("/a3"))
    said = [" ".join(row.lines) for row in card.rows]
    assert said[-2:] == ["◇\u00a0it fails", "◇\u00a0in a hurry"]
    starts = [link.spline[0][1] for link in drawing.links if link.source == card.key and link.kind == "case"]
    assert starts == [card.row_middle(len(said) - 2), card.row_middle(len(said) - 1)]


def test_ways_side_by_side_are_marked(drawing: Drawing) -> None:
    card = next(box for box in drawing.boxes if box.key.endswith("/a1"))
    assert any("side by side" in line for row in card.rows for line in row.lines)


def test_links_say_in_words_where_they_lead(drawing: Drawing) -> None:
    titles = {link.title for link in drawing.links}
    assert {"a1 → a2", "a1 → a3", "a3 → a1, when it fails", "a3 → D, when in a hurry", "b2 → a2, when unsure"} <= titles
    assert {"d1 → A, when again", "d1 → map m, s, when else", "C → d1"} <= titles
    assert any(title.startswith("A → Leaves: Goes elsewhere") for title in titles)


def test_feelings_stars_and_dashes(drawing: Drawing) -> None:
    cards = {box.key.rsplit("/", 1)[-1]: box for box in drawing.boxes if box.kind == "action"}
    assert " ".join(cards["a1"].rows[0].lines) == "▼▼ −2"
    assert "because it hurts" in [" ".join(row.lines) for row in cards["a1"].rows]
    said = [" ".join(row.lines) for row in cards["a2"].rows]
    assert {"▼ −1, Quinn", "because of him", "★ Moment of truth", "It decides"} <= set(said)
    assert cards["a2"].look.border == 3
    assert cards["a3"].look.dashed
    assert " ".join(cards["b1"].rows[0].lines) == "○ lost"


def test_the_legend_says_what_occurs_and_no_more(drawing: Drawing, facts_of) -> None:
    def legend(picture: Drawing) -> set[str]:
        return {box.rows[0].lines[0] for box in picture.boxes if box.key.startswith("legend-")}

    assert legend(drawing) == {
        "good", "bad", "poor", "feeling without a score", "moment of truth", "not everybody does it",
        "only in this case", "leaves the journey",
    }  # fmt: skip
    assert legend(layout(flow(facts_of("stages: [{stage: A, actions: [a]}]")))) == set()


def test_what_is_missing_is_said_kindly(facts_of) -> None:
    def words(text: str) -> str:
        return " ".join(line for box in layout(flow(facts_of(text))).boxes for row in box.rows for line in row.lines)

    assert "No actions here yet" in words("stages: [A]")
    mostly = "channels: {web: W}\nstages: [{stage: A, actions: [{action: a, channel: web, emotion: 1}, b]}]"
    assert "no feeling recorded" in words(mostly)
    assert "no channel recorded" in words(mostly)
    assert "recorded" not in words("stages: [{stage: A, actions: [a, b]}]")


def test_phases_stand_above_their_stages(drawing: Drawing) -> None:
    phases = [box for box in drawing.boxes if box.kind == "phase"]
    assert [box.title for box in phases] == ["Before", "After"]
    assert phases[0].x == drawing.groups[0].x
    assert phases[0].right == pytest.approx(drawing.groups[1].x + drawing.groups[1].width, abs=1)


def test_long_texts_are_whole(facts_of, sound) -> None:
    long = "word " * 200 + "Donaudampfschifffahrtsgesellschaft" * 5
    drawing = layout(flow(facts_of(f"stages: [{{stage: '{long}', goal: '{long}', actions: ['{long}']}}]")))
    sound(drawing)
    card = next(box for box in drawing.boxes if box.kind == "action")
    assert "".join("".join(row.lines) for row in card.rows).replace(" ", "") == long.replace(" ", "")
