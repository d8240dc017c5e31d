from __future__ import annotations

from journeykit.render.dot.drawing import Box, Drawing, Group, Link, Look, Style, fitting, label, mirrored, paragraph
from journeykit.render.dot.measure import width_of


def test_a_box_is_as_tall_as_its_rows() -> None:
    rows = (paragraph("one two three four five six", 50, Style(10)), label("seven", Style(20)))
    box = Box("x", rows, 80, Look(border=2, pad_y=5))
    assert box.height == len(rows[0].lines) * 12 + 25 + 2 * 7
    assert Box("x", rows, 80, least=500).height == 500


def test_lines_and_rows_know_their_place() -> None:
    box = Box("x", (label("a", Style(10)), label("b", Style(20))), 80, Look(border=0, pad_y=0)).at(5, 100)
    assert list(box.lines()) == [(106, 10), (124.5, 20)]
    assert [box.row_middle(0), box.row_middle(1)] == [106, 124.5]
    assert (box.middle, box.right, box.bottom) == (45, 85, 137)


def test_a_fitting_box_has_room_for_its_text() -> None:
    box = fitting("x", [label("some text", Style(12, bold=True))], Look(pad=4, border=1))
    assert box.width - 2 * 5 >= width_of("some text", 12, True)


def test_mirrored_turns_everything_around() -> None:
    drawing = Drawing(
        "x", "T", "D", "ar", 200, 100,
        boxes=(Box("a", (), 40).at(10, 0),),
        links=(Link("a", "a", ((10, 1), (20, 2), (30, 3), (40, 4)), (50, 5)),),
        groups=(Group("g", 0, 0, 60, 10),),
    )  # fmt: skip
    turned = mirrored(drawing)
    assert turned.rtl
    assert turned.boxes[0].x == 150
    assert turned.groups[0].x == 140
    assert turned.links[0].spline[0] == (190, 1)
    assert turned.links[0].tip == (150, 5)
    assert mirrored(turned).boxes == drawing.boxes


def test_text_that_steers_is_shown_as_its_escape() -> None:
    assert paragraph("a\u202eb", 100, Style(10)).lines == ("a\\u202eb",)
