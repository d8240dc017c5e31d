"""What the page of a comparison shows: columns of both maps, curves over each other, rows, and what stands beside."""

from __future__ import annotations

import textwrap

import pytest

from journeykit.diff.revision import MapDiff, of_documents
from journeykit.model.load import load
from journeykit.render.views.changes import Chart, changes, chart
from journeykit.render.views.changes.grid import union
from journeykit.render.views.changes.rows import Row
from journeykit.source.text import Source


def compared(old: str, new: str) -> MapDiff:
    documents = []
    for name, text in (("2025:a.journey.yaml", old), ("a.journey.yaml", new)):
        body = textwrap.dedent(text)
        documents.append(load(Source(name, f"journey: 1\n{'' if 'title:' in body else 'title: T'}\n{body}")))
    return of_documents(documents[0], documents[1])


def drawn(old: str, new: str) -> Chart:
    diff = compared(old, new).diff
    assert diff is not None
    return chart(diff)


def rows_of(old: str, new: str) -> list[Row]:
    (page,) = changes([compared(old, new)], True).maps
    return [row for group in page.groups for row in group.rows]


def fates(found: Chart) -> list[list[tuple[str, str]]]:
    return [
        [((column.new or column.old).action, column.fate) for column in group.columns]  # type: ignore[union-attr]
        for group in found.whole.groups
    ]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("abc", "abc", "aa bb cc"),
        ("abc", "ac", "aa b- cc"),
        ("ac", "abc", "aa -b cc"),
        ("abc", "axc", "aa b- -x cc"),
        ("", "ab", "-a -b"),
        ("ab", "", "a- b-"),
        ("xa", "a", "x- aa"),
    ],
)
def test_a_union_keeps_both_orders(old: str, new: str, wanted: str) -> None:
    left, right = [[*text] for text in (old, new)]
    boxes = {letter: [letter] for letter in old}
    olds = [boxes[letter] for letter in left]
    news = [[letter] for letter in right]
    found = union(olds, news, lambda item: boxes.get(item[0]))
    assert " ".join(f"{a[0] if a else '-'}{b[0] if b else '-'}" for a, b in found) == wanted


def test_a_moved_action_stands_at_both_places() -> None:
    old = "stages: [{stage: A, actions: [one, two]}, {stage: B, actions: [{action: walk, emotion: -1}, four]}]"
    new = "stages: [{stage: A, actions: [one, two, {action: walk, emotion: 1}]}, {stage: B, actions: [four]}]"
    found = drawn(old, new)
    assert fates(found) == [
        [("one", "same"), ("two", "same"), ("walk", "moved here")],
        [("walk", "moved away"), ("four", "same")],
    ]
    here, away = found.whole.groups[0].columns[2], found.whole.groups[1].columns[0]
    assert (here.other, away.other) == ("B", "A")
    (walk,) = found.walks
    assert [dot.x for dot in walk.dots] == [away.middle]
    assert [spot.x for spot in walk.faces if spot.face != "x"] == [here.middle]
    felt = walk.felt[here.middle]
    assert (felt.old, felt.new, felt.word) == ("−1", "+1", "better")


def test_an_action_that_changed_its_place_in_a_stage_is_moved() -> None:
    found = drawn("stages: [{stage: A, actions: [a, b, c]}]", "stages: [{stage: A, actions: [c, a, b]}]")
    assert fates(found) == [[("c", "moved here"), ("a", "same"), ("b", "same"), ("c", "moved away")]]
    assert found.whole.groups[0].columns[0].other == ""


def test_stages_that_came_and_went() -> None:
    found = drawn("stages: [A, Gone, B]", "stages: [A, B, New]")
    assert [(group.stage.stage, group.fate, group.number) for group in found.whole.groups] == [
        ("A", "same", 1), ("Gone", "removed", None), ("B", "same", 2), ("New", "added", 3),
    ]  # fmt: skip
    assert all(group.width == 2 for group in found.whole.groups)


def test_a_map_without_personas_is_walked_by_the_primary_one_of_the_other() -> None:
    old = "stages: [{stage: A, actions: [{action: x, emotion: -1}, y]}]"
    new = f"personas: {{ann: Ann}}\n{old.replace('-1', '2')}"
    (walk,) = drawn(old, new).walks
    assert walk.name == "Ann"
    assert [(drop.old, drop.new, drop.tone) for drop in walk.drops] == [(3, 0, "up")]


def test_a_persona_that_left_is_still_shown() -> None:
    text = (
        "stages: [{stage: A, actions: [{action: x, emotion: [{persona: ann, score: 1}, {persona: bob, score: -1}]}]}]"
    )
    old = f"personas: {{ann: Ann, bob: Bob}}\n{text}"
    new = "personas: {ann: Ann}\nstages: [{stage: A, actions: [{action: x, emotion: {persona: ann, score: 1}}]}]"
    one, two = drawn(old, new).walks
    assert (one.name, two.name) == ("Ann", "Bob")
    assert two.dots
    assert not two.faces


def test_a_feeling_without_a_score_breaks_the_line_and_is_hollow() -> None:
    old = "stages: [{stage: A, actions: [{action: a, emotion: 1}, {action: b, emotion: 1}, {action: c, emotion: 1}]}]"
    new = old.replace("{action: b, emotion: 1}", "{action: b, emotion: puzzled}")
    (walk,) = drawn(old, new).walks
    assert walk.line == ""
    assert [spot.face for spot in walk.faces] == ["p1", "x", "p1"]
    assert walk.felt[1.5].word == "no longer recorded"


def test_paper_takes_as_many_sheets_as_the_columns_need() -> None:
    actions = ", ".join("abcdefghi")
    text = f"stages: [{', '.join(f'{{stage: S{n}, actions: [{actions}]}}' for n in range(5))}]"
    found = drawn(text, text.replace("S4", "S5"))
    assert len(found.sheets) > 1
    assert sum(sheet.width for sheet in found.sheets) == found.whole.width
    assert all(sheet.width <= 22 for sheet in found.sheets)
    assert found.sheets[1].at(found.sheets[1].start) == "0"


def test_the_two_are_called_by_what_tells_them_apart() -> None:
    def names(old: str, new: str) -> list[str]:
        (page,) = changes([compared(f"{old}\nstages: [A]", f"{new}\nstages: [A, B]")], True).maps
        return [side.name for side in (page.old, page.new) if side]

    assert names("revision: 1", "revision: 2") == ["1", "2"]
    assert names("revision: 1", "revision: 1") == ["2025", "a.journey.yaml"]
    assert names("", "") == ["2025", "a.journey.yaml"]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("2025-03-02", "2026-03-02", "What changed in a year"),
        ("2025-03-02", "2025-03-20", "What changed in 18 days"),
        ("2025-03-02", "2025-08-20", "What changed in 6 months"),
        ("2022-03-02", "2025-02-20", "What changed in 3 years"),
        ("2026-03-02", "2025-03-02", "What changed"),
        ("2026-03-02", "2026-03-02", "What changed"),
    ],
)
def test_the_title_says_in_how_long(old: str, new: str, wanted: str) -> None:
    (page,) = changes([compared(f"reviewed: {old}\nstages: [A]", f"reviewed: {new}\nstages: [B, C]")], True).maps
    assert page.question == wanted


def test_a_row_tells_old_new_and_what_it_means() -> None:
    old = "stages: [{stage: A, actions: [{action: x, emotion: {score: -1, feeling: lost}}]}]"
    (row,) = rows_of(old, old.replace("{score: -1, feeling: lost}", "{score: 1, feeling: glad}"))
    assert (row.kind, row.type, row.text, row.field) == ("changed", "Action", "x", "feeling")
    assert (row.old, row.new, row.tone) == ("−1 lost", "+1 glad", "up")


def test_a_question_shows_its_states_and_what_answers_it() -> None:
    old = "stages: [{stage: A, questions: [Why?]}]"
    new = "help: {guide: Size guide}\nstages: [{stage: A, questions: [{question: Why?, help: guide}]}]"
    row = next(row for row in rows_of(old, new) if row.type == "Question")
    assert (row.was, row.status, row.old, row.new, row.tone) == (
        "open",
        "answered",
        "Open, no help",
        "Size guide",
        "up",
    )
    (page,) = changes([compared(old, new)], True).maps
    assert page.beside is not None
    assert [(asked.text, asked.state, asked.note) for asked in page.beside.asked] == [
        ("Why?", "answered", "Size guide")
    ]


def test_small_changes_of_an_element_stand_in_one_line() -> None:
    old = "stages: [{stage: A, actions: [{action: x, emotion: 1}]}]"
    new = "stages: [{stage: A, actions: [{action: x, emotion: 2, confidence: validated, goal: g, at: noon}]}]"
    first, line = rows_of(old, new)
    assert (first.field, first.leads) == ("feeling", True)
    assert {detail.field for detail in line.details} == {"confidence", "goal", "at"}
    assert not line.leads


def test_a_touchpoint_is_told_in_the_stage_that_uses_it() -> None:
    text = "touchpoints: {shop: {name: Shop, quality: 3}}\nstages: [A, {stage: B, actions: [{action: x, touchpoint: shop}]}]"
    (page,) = changes([compared(text, text.replace("quality: 3", "quality: 2"))], True).maps
    (group,) = page.groups
    assert (group.number, group.name) == (2, "B")
    assert (group.rows[0].old, group.rows[0].new, group.rows[0].tone) == ("3 of 5", "2 of 5", "dn")


GAPS = """stages: [{{stage: A, gaps: [{{gap: g, severity: {0}, state: {1}}}]}}]"""


@pytest.mark.parametrize(
    ("old", "new", "fate", "tone"),
    [
        (("high", "open"), ("low", "open"), "Eased", "up"),
        (("low", "open"), ("critical", "open"), "Graver", "dn"),
        (("low", "open"), ("low", "closed"), "Closed", "up"),
        (("low", "closed"), ("low", "open"), "Opened", "dn"),
        (("low", "open"), ("low", "planned"), "To be closed", "up"),
        (("low", "planned"), ("low", "open"), "Opened", "dn"),
        (("low", "open"), ("low", "accepted"), "Accepted", ""),
    ],
)
def test_what_became_of_a_gap(old: tuple[str, str], new: tuple[str, str], fate: str, tone: str) -> None:
    (page,) = changes([compared(GAPS.format(*old), GAPS.format(*new))], True).maps
    assert page.beside is not None
    assert [(gap.fate, gap.tone) for gap in page.beside.gaps] == [(fate, tone)]


def test_a_gap_that_left_the_map_was_not_closed() -> None:
    (page,) = changes([compared(GAPS.format("low", "open"), "stages: [A]")], True).maps
    assert page.beside is not None
    (gap,) = page.beside.gaps
    assert (gap.fate, gap.tone, gap.bars) == ("Left the map, not closed", "", 0)
    figure = next(figure for figure in page.figures if figure.name == "Open gaps")
    assert (figure.old, figure.new, figure.remark, figure.tone) == ("1", "0", "1 left the map", "")


def test_the_averages_of_two_personas_are_not_judged() -> None:
    text = (
        "personas: {dan: Dan, mia: {name: Mia}}\n"
        "stages: [{stage: A, actions: [{action: x, emotion: 1}, {action: y, persona: mia, emotion: -2}]}]"
    )
    (page,) = changes([compared(text, text.replace("name: Mia", "name: Mia, primary: true"))], True).maps
    figure = page.figures[0]
    assert (figure.old, figure.new, figure.remark, figure.tone) == ("+1", "−0.5", "", "")


def test_a_metric_is_placed_between_the_ends_of_its_scale() -> None:
    text = (
        "metrics: {m: {name: Leave, unit: '%', better: lower, now: 48%, target: 35%}}\nstages: [{stage: A, metrics: m}]"
    )
    (page,) = changes([compared(text, text.replace("48%", "61%"))], True).maps
    assert page.beside is not None
    (meter,) = page.beside.metrics
    assert (meter.old, meter.new, meter.target, meter.tone, meter.word) == ("48%", "61%", "35%", "dn", "worse")
    assert (meter.old_at, meter.new_at, meter.target_at) == (48, 61, 35)
    figure = next(figure for figure in page.figures if figure.name == "Metrics")
    assert (figure.new, figure.remark, figure.tone) == ("0 of 1", "1 moved away", "dn")


def test_evidence_that_came_grew_and_went() -> None:
    old = "evidence: {a: {name: Talks, sample: 9}, b: {name: Calls}}\nstages: [A]"
    new = "evidence: {a: {name: Talks, sample: 14}, c: {name: Poll, date: 2026-02}}\nstages: [A]"
    (page,) = changes([compared(old, new)], True).maps
    assert page.beside is not None
    assert {(source.kind, source.name, source.details) for source in page.beside.sources} == {
        ("added", "Poll", "Feb 2026"), ("changed", "Talks", "Sample of 9 → 14"), ("removed", "Calls", "No longer cited"),
    }  # fmt: skip


def test_the_same_map_in_another_layout_says_so() -> None:
    (page,) = changes([compared("stages: [A]", "stages:\n- A")], True).maps
    assert page.empty == "Only the layout changed."
    assert page.chart is None


def test_several_maps_are_counted() -> None:
    one = compared("stages: [A]", "stages: [A, B]")
    new, gone = MapDiff(None, one.new, None), MapDiff(one.old, None, None)
    page = changes([one, new, gone], False)
    assert page.several
    assert page.title == "3 maps changed"
    assert page.counts == "1 map is new, 1 map is gone"
    assert [found.empty for found in page.maps] == ["", "This map is new.", "This map is gone."]
    assert changes([], False).title == "No map has changed"


def test_the_command_is_one_that_a_shell_takes() -> None:
    one = compared("stages: [A]", "stages: [B, C]")
    assert one.old is not None
    assert one.new is not None
    (page,) = changes([one], True).maps
    assert page.command == "journey diff 2025:a.journey.yaml a.journey.yaml"
