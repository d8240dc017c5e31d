"""The colours that come with the program: they can be read, and told apart by everyone."""

from __future__ import annotations

from itertools import pairwise

import pytest

from journeykit.render.theme import default_theme

# --- contrast --------------------------------------------------------------------------------------------------------

Colour = tuple[float, float, float]
SURFACES = ("page", "card", "sunk")
#: Pairs of tokens and the contrast they need: 4.5 for text, 3 for graphics.
PAIRS = [
    *((text, ground, 4.5) for text in ("ink", "ink2", "ink3", "neg", "pos", "gold-ink") for ground in SURFACES),
    *((f"a{n}", ground, 4.5) for n in range(1, 5) for ground in SURFACES),
    *((text, f"{text}-bg", 4.5) for text in ("neg", "pos")), ("gold-ink", "gold-bg", 4.5),
    *((text, ground, 4.5) for text in ("ink", "ink2", "ink3") for ground in ("neg-bg", "pos-bg", "gold-bg")),
    ("head-ink", "head", 4.5), ("head-ink2", "head", 4.5), ("ink", "pos-line", 4.5), ("page", "p2", 4.5),
    *(("av-ink", f"a{n}", 4.5) for n in range(1, 5)),
    *((step, ground, 3) for step in ("n2", "n1", "z", "p1", "p2") for ground in ("page", "card")),
    *(("face", step, 3) for step in ("n2", "n1", "z", "p1", "p2")),
    ("ink3", "page", 3),
]  # fmt: skip


def channels(colour: str) -> Colour:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def linear(colour: Colour) -> Colour:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 has it, 1 to 21."""
    light, dark = sorted(
        (
            0.2126 * red + 0.7152 * green + 0.0722 * blue
            for red, green, blue in (linear(channels(c)) for c in (one, other))
        ),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_contrast(mode: str) -> None:
    tokens = getattr(default_theme(), mode)
    weak = [(a, b, round(found, 2)) for a, b, least in PAIRS if (found := contrast(tokens[a], tokens[b])) < least]
    assert weak == []


def test_the_contrasts_are_worked_out_right() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_no_token_is_forgotten(mode: str) -> None:
    """Every colour is checked above, but for hairlines, which carry no meaning, and the star, which has an edge."""
    named = {name for pair in PAIRS for name in pair[:2]}
    assert set(getattr(default_theme(), mode)) - named == {"line", "line2", "neg-line", "gold"}


# --- colour blindness ------------------------------------------------------------------------------------------------

#: How full dichromats see linear RGB: Machado, Oliveira and Fernandes 2009, severity 1.
SEEN = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
STEPS = ("n2", "n1", "z", "p1", "p2")


def lab(colour: Colour) -> Colour:
    """A colour of linear RGB in CIELAB under D65."""
    red, green, blue = (min(1.0, max(0.0, part)) for part in colour)
    xyz = (
        (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047,
        0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
        (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883,
    )
    x, y, z = (part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116 for part in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, eyes: str) -> Colour:
    """What someone sees of a colour, in CIELAB."""
    parts = linear(channels(colour))
    red, green, blue = (sum(share * part for share, part in zip(row, parts, strict=True)) for row in SEEN[eyes])
    return lab((red, green, blue))


def apart(one: str, other: str, eyes: str) -> float:
    """The distance of two colours (CIE76); about 2.3 is just noticed."""
    pairs = zip(seen(one, eyes), seen(other, eyes), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_feelings_stay_apart(mode: str, eyes: str) -> None:
    tokens = getattr(default_theme(), mode)
    neighbours = [apart(tokens[one], tokens[other], eyes) for one, other in pairwise(STEPS)]
    assert min(neighbours) >= 15, neighbours
    assert apart(tokens["n2"], tokens["p2"], eyes) >= 40
    assert apart(tokens["n1"], tokens["p1"], eyes) >= 30


@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_what_is_open_and_what_is_answered_stay_apart(mode: str, eyes: str) -> None:
    tokens = getattr(default_theme(), mode)
    assert apart(tokens["neg"], tokens["pos"], eyes) >= 40
    assert apart(tokens["gold"], tokens["page"], eyes) >= 40


def test_red_and_green_are_not_apart_for_everyone() -> None:
    """The measure measures: these two are far from one another, and near for those who see no red or green."""
    assert apart("#b04030", "#707030", "all colours") > 40
    assert apart("#b04030", "#707030", "deuteranopia") < 25
