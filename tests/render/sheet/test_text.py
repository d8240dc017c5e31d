from __future__ import annotations

import pytest

from journeykit.render.sheet.parts import Stack
from journeykit.render.sheet.pen import Face, Pen
from journeykit.render.sheet.text import Inline, Run, Text
from journeykit.render.sheet.widths import measured
from journeykit.render.theme import default_theme

BODY = Face(13)
TEXTS = [
    "a",
    "Compares the fee tables of three banks before the salary comes",
    "Donaudampfschifffahrtsgesellschaftskapitän " * 6,
    "請求書を支払い、残高がマイナスになってしまう。" * 4,
    "تدفع فاتورة ويصبح حسابها مكشوفاً قبل نهاية الشهر",
    "🎉👩‍👩‍👧 " * 20,
]


def drawn(text: Text, width: float) -> Pen:
    pen = Pen(width, default_theme())
    text.fit(width).draw(pen, 0, 0)
    return pen


@pytest.mark.parametrize("width", [60, 118, 400])
@pytest.mark.parametrize("text", TEXTS)
def test_no_line_is_wider_than_the_room_and_nothing_is_lost(text: str, width: float) -> None:
    pen = drawn(Text((Run(text, BODY),)), width)
    assert all(measured(line.text, BODY) <= width + 0.5 for line in pen.written)
    assert "".join("".join(line.text for line in pen.written).split()) == "".join(text.split())


def test_lines_stand_below_one_another_in_its_height() -> None:
    text = Text((Run(TEXTS[1], BODY),), 1.5)
    lines = drawn(text, 118).written
    assert len(lines) > 1
    assert [line.y for line in lines] == [13 * 1.5 * place for place in range(len(lines))]
    assert text.fit(118).height == pytest.approx(13 * 1.5 * len(lines))


def test_its_natural_width_takes_one_line() -> None:
    text = Text((Run("Some words", BODY), Run(" and more", Face(13, 600))))
    assert len({line.y for line in drawn(text, text.natural).written}) == 1


def test_a_mark_stands_after_the_words_and_takes_its_room() -> None:
    places = []
    mark = Inline(15, lambda pen, x, y: places.append(x))
    drawn(Text((Run("Word", BODY), mark)), 200)
    assert places == [pytest.approx(measured("Word", BODY) + mark.space)]


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    lines = drawn(Text((Run(TEXTS[1], BODY),), most=1), 118).written
    assert len(lines) == 1
    assert lines[0].text.endswith("…")


def test_no_text_has_no_height() -> None:
    assert Text(()).fit(100).height == 0
    assert Stack((Text(()), Text((Run("a", BODY),), 1)), 10).fit(100).height == 13
