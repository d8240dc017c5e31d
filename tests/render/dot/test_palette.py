from __future__ import annotations

import pytest

from journeykit.render.dot import palette
from journeykit.render.dot.paint import dark, light


@pytest.mark.parametrize(
    ("score", "mark"),
    [
        (-2, "▼▼"),
        (-1.5, "▼▼"),
        (-1, "▼"),
        (-0.5, "▼"),
        (0, "●"),
        (0.4, "●"),
        (0.5, "▲"),
        (1.4, "▲"),
        (2, "▲▲"),
        (None, "○"),
    ],
)
def test_marks_say_without_colour_what_the_score_is(score: float | None, mark: str) -> None:
    assert palette.tone(score).mark == mark


def contrast(one: str, two: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light_, dark_ = sorted((luminance(one), luminance(two)), reverse=True)
    return (light_ + 0.05) / (dark_ + 0.05)


PAIRS = [
    *((look.text, look.fill) for look in palette.TONES.values()),
    *((palette.INK, look.fill) for look in palette.TONES.values()),
    *((palette.INK2, look.fill) for look in palette.TONES.values()),
    *((palette.GOLD_INK, look.fill) for look in palette.TONES.values()),
    (palette.INK3, palette.PAGE), (palette.INK3, palette.CARD), (palette.INK2, palette.SUNK), (palette.NEG, palette.SUNK),
    (palette.NEG, palette.NEG_BG), (palette.NEG, palette.POS_BG), (palette.POS, palette.POS_BG),
    (palette.ON_HEAD, palette.HEAD), (palette.ON_HEAD2, palette.HEAD),
    (palette.ON_OPEN, palette.NEG), (palette.ON_OPEN2, palette.NEG),
]  # fmt: skip


@pytest.mark.parametrize("paint", [light, dark])
@pytest.mark.parametrize(("ink", "surface"), PAIRS)
def test_text_can_be_read(ink: str, surface: str, paint) -> None:
    assert contrast(paint("text", ink), paint("fill", surface)) >= 4.5


def test_every_colour_of_a_feeling_has_its_counterpart() -> None:
    for look in (*palette.TONES.values(), palette.UNSCORED):
        assert {dark("fill", look.fill), dark("line", look.line), dark("text", look.text)}
