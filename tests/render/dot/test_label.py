from __future__ import annotations

from xml.etree import ElementTree

import pytest

from journeykit.render.dot.drawing import Box, Look, Style, label, paragraph
from journeykit.render.dot.label import escaped, quoted, table
from journeykit.render.dot.paint import dark, light


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("a & b", "a &amp; b"),
        (r"\N \G", r"\\N \\G"),
        ('"x"', "&quot;x&quot;"),
        ("two\nlines", "two lines"),
        ("\ufffe", "\ufffd"),
        ("\u202ereversed", "\\\\u202ereversed"),
    ],
)
def test_text_in_a_label_stays_text(text: str, found: str) -> None:
    assert escaped(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [('say "x"', r'"say \"x\""'), ("ends \\", r'"ends \\"'), ("&amp;", '"&amp;amp;"'), (r"\N", r'"\\N"')],
)
def test_text_in_quotation_marks_stays_text(text: str, found: str) -> None:
    assert quoted(text) == found


def markup(box: Box, rtl: bool = False) -> ElementTree.Element:
    return ElementTree.fromstring(table(box, rtl, light)[1:-1])


def test_the_size_of_a_table_is_said_and_its_rows_fill_it() -> None:
    box = Box("x", (paragraph("One two three four", 60, Style(13, bold=True)), label("five", Style(11))), 90, least=120)
    found = markup(box)
    assert (found.get("WIDTH"), found.get("HEIGHT"), found.get("FIXEDSIZE")) == ("90", "120", "TRUE")
    heights = [max(int(cell.get("HEIGHT", "0")) for cell in row) for row in found.iter("TR")]
    assert sum(heights) == 120 - 2 * box.look.border
    widths = {sum(int(cell.get("WIDTH", "0")) for cell in row) for row in found.iter("TR")}
    assert widths == {90 - 2 * box.look.border}


def test_every_line_is_a_cell_and_says_its_style() -> None:
    box = Box("x", (paragraph("One two three four", 40, Style(13, bold=True, italic=True)),), 60)
    said = [cell.text for cell in markup(box).iter("B")]
    assert " ".join(filter(None, said)) == "One two three four"
    assert len(said) > 1
    assert len(list(markup(box).iter("I"))) == len(said)


def test_an_empty_line_is_no_empty_tag() -> None:
    assert ["".join(font.itertext()) for font in markup(Box("x", (label("", Style(11)),), 40)).iter("FONT")] == [" "]


def test_from_right_to_left_text_stands_on_the_right() -> None:
    box = Box("x", (label("abc", Style(11)),), 40, Look(pad=0))
    assert {cell.get("ALIGN") for cell in markup(box, True).iter("TD") if cell.get("ALIGN")} == {"RIGHT"}


def test_a_bare_box_has_no_surface() -> None:
    assert markup(Box("x", (label("abc", Style(11)),), 40, Look(fill="", border=0))).get("BGCOLOR") is None
    assert "#ffffff" not in table(Box("x", (label("a", Style(11)),), 40), False, dark)
