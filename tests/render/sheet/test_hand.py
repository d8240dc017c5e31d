from __future__ import annotations

from journeykit.render.sheet.hand import Hand
from journeykit.render.sheet.pen import Pen
from journeykit.render.theme import default_theme


def drawn(hand: Hand, rtl: bool = False) -> str:
    pen = Pen(hand.width, default_theme(), rtl, "t")
    hand.drawn(pen)
    return pen.finish(100, "light", "en", "T", "D")


def test_a_paragraph_says_where_the_next_thing_begins() -> None:
    hand = Hand(400)
    assert hand.paragraph(0, 10, 300, "one line", 10, leading=1.5) == 25
    assert hand.paragraph(0, 10, 30, "two lines", 10, leading=1.5) == 40
    assert hand.paragraph(0, 10, 300, "  ") == 10


def test_a_ground_is_put_behind_what_has_grown_on_it() -> None:
    hand = Hand(400)
    start = hand.now
    hand.write(0, 0, "words")
    hand.rect(0, 0, 10, 10, "card", behind=start)
    text = drawn(hand)
    assert text.index('class="f-card"') < text.index("words")


def test_it_is_mirrored_where_the_language_runs_the_other_way() -> None:
    hand = Hand(400)
    hand.circle(10, 5, 3, "ink")
    assert 'cx="10"' in drawn(hand)
    assert 'cx="390"' in drawn(hand, rtl=True)


def test_hostile_text_is_text() -> None:
    hand = Hand(400)
    hand.paragraph(0, 0, 300, "</svg><script>x</script>\u202e")
    text = drawn(hand)
    assert "<script" not in text
    assert "\u202e" not in text
