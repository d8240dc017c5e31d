from __future__ import annotations

from xml.etree import ElementTree

from journeykit.render.sheet.pen import Face, Pen, isolated
from journeykit.render.theme import default_theme


def picture(rtl: bool, text: str = "abc") -> ElementTree.Element:
    pen = Pen(200, default_theme(), rtl, "x")
    pen.rect(10, 5, 50, 20, "card")
    pen.text(10, 5, 50, 20, [(text, Face(13))])
    return ElementTree.fromstring(pen.finish(40, "light", "he" if rtl else "en", "T", "D"))


def found(root: ElementTree.Element, name: str) -> ElementTree.Element:
    return [element for element in root.iter() if element.tag.endswith("}" + name)][-1]


def test_a_picture_from_right_to_left_is_mirrored() -> None:
    left, right = (found(picture(rtl), "rect") for rtl in (False, True))
    assert (left.get("x"), right.get("x")) == ("10", "140")
    assert found(picture(False), "text").get("x") == "10"
    assert found(picture(True), "text").get("x") == "190"


def test_hostile_text_is_text() -> None:
    text = '</text><script>alert(1)</script>&"\x07\u202e'
    root = picture(False, text)
    assert not [element for element in root.iter() if "script" in element.tag]
    said = "".join(root.itertext())
    assert "<script>alert(1)</script>" in said
    assert "\u202e" not in said and "\x07" not in said


def test_each_line_keeps_its_own_direction() -> None:
    assert isolated("abc", False) == ("", "")
    assert isolated("שלום", False) == ("\u2067", "\u2069")
    assert isolated("abc", True) == ("\u2066", "\u2069")
