"""The colours of diagrams, each with its counterpart on a dark page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journeykit.render.language import noted

#: What a colour is used for; the same light colour may be another dark one as text than as a surface.
Use = Literal["text", "fill", "line"]

INK, INK2, INK3 = "#14171f", "#434956", "#5f6673"
NEG, POS, GOLD_INK = "#9c350b", "#0b5380", "#7a5200"
ON_HEAD, ON_HEAD2 = "#ffffff", "#c9cfde"
ON_OPEN, ON_OPEN2 = "#fff6f0", "#fbe3d6"
PAGE, GROUP, CARD, SUNK, HEAD = "#fafaf8", "#f1f2ef", "#ffffff", "#ecedea", "#232a3d"
POS_BG, NEG_BG = "#e8f2f8", "#fcf0e8"
LINE, LINE2, GREY, GOLD = "#e5e6e3", "#c9ccd1", "#9aa0ab", "#eeb01a"

#: Light to dark, by use.
DARK: dict[Use, dict[str, str]] = {
    "text": {
        INK: "#eceef2",
        INK2: "#bcc2cd",
        INK3: "#969eac",
        NEG: "#ff9563",
        POS: "#9fd6f7",
        GOLD_INK: "#ffcb52",
        ON_HEAD: "#ffffff",
        ON_HEAD2: "#c9cfde",
        ON_OPEN: "#2a1208",
        ON_OPEN2: "#3a1a0c",
        "#8a2e08": "#ffb08a",
        "#9c4a14": "#ffb08a",
        "#1f6f95": "#9fd6f7",
    },
    "fill": {
        PAGE: "#101217",
        GROUP: "#181b22",
        CARD: "#222732",
        SUNK: "#2a303c",
        HEAD: "#2b3347",
        POS_BG: "#14242f",
        NEG_BG: "#2a1c17",
        NEG: "#ff9563",
        "#f7dccb": "#4a2413",
        "#fceee2": "#33211a",
        "#f2f3f4": "#2a2f3a",
        "#e6f2f8": "#162b3a",
        "#cde3f0": "#123a55",
    },
    "line": {
        INK: "#eceef2",
        INK2: "#bcc2cd",
        INK3: "#969eac",
        PAGE: "#101217",
        GROUP: "#181b22",
        CARD: "#222732",
        HEAD: "#2b3347",
        LINE: "#262b35",
        LINE2: "#4a5263",
        GREY: "#6b7486",
        GOLD: "#ffcb52",
        NEG: "#ff9563",
        POS: "#86d0f8",
        "#d27a38": "#be6430",
        "#8a909c": "#8a92a1",
        "#4d97bd": "#559fc7",
    },
}


Parts = tuple[tuple[str, float], ...]


def _of(name: str, share: float = 1, rest: str = "card") -> Parts:
    return ((name, share), (rest, 1 - share)) if share < 1 else ((name, 1),)


#: The tokens of a theme that each colour is made of, with their shares.
MADE_OF: dict[Use, dict[str, Parts]] = {
    "text": {
        INK: _of("ink"),
        INK2: _of("ink2"),
        INK3: _of("ink3"),
        NEG: _of("neg"),
        POS: _of("pos"),
        GOLD_INK: _of("gold-ink"),
        ON_HEAD: _of("head-ink"),
        ON_HEAD2: _of("head-ink2"),
        ON_OPEN: _of("face"),
        ON_OPEN2: _of("face", 0.86, "neg"),
        "#8a2e08": _of("n2", 0.8, "ink"),
        "#9c4a14": _of("n1", 0.5, "ink"),
        "#1f6f95": _of("p1", 0.5, "ink"),
    },
    "fill": {
        PAGE: _of("page"),
        GROUP: _of("sunk"),
        CARD: _of("card"),
        SUNK: _of("line", 0.6),
        HEAD: _of("head"),
        POS_BG: _of("pos-bg"),
        NEG_BG: _of("neg-bg"),
        NEG: _of("neg"),
        "#f7dccb": _of("n2", 0.2),
        "#fceee2": _of("n1", 0.14),
        "#f2f3f4": _of("z", 0.1),
        "#e6f2f8": _of("p1", 0.14),
        "#cde3f0": _of("p2", 0.2),
    },
    "line": {
        INK: _of("ink"),
        INK2: _of("ink2"),
        INK3: _of("ink3"),
        PAGE: _of("page"),
        GROUP: _of("sunk"),
        CARD: _of("card"),
        HEAD: _of("head"),
        LINE: _of("line"),
        LINE2: _of("line2"),
        GREY: _of("ink3", 0.65),
        GOLD: _of("gold"),
        NEG: _of("neg"),
        POS: _of("pos"),
        "#d27a38": _of("n1"),
        "#8a909c": _of("z"),
        "#4d97bd": _of("p1"),
    },
}


@dataclass(frozen=True)
class Tone:
    """How a feeling looks: the surface, its edge, its words, the mark that says it without colour, and its name."""

    fill: str
    line: str
    text: str
    mark: str
    name: str


#: The looks by step, the worst first.
TONES = {
    -2: Tone("#f7dccb", NEG, "#8a2e08", "▼▼", noted("bad")),
    -1: Tone("#fceee2", "#d27a38", "#9c4a14", "▼", noted("poor")),
    0: Tone("#f2f3f4", "#8a909c", INK2, "●", noted("neutral")),
    1: Tone("#e6f2f8", "#4d97bd", "#1f6f95", "▲", noted("good")),
    2: Tone("#cde3f0", POS, POS, "▲▲", noted("great")),
}
#: The look of an action whose feeling has no score.
UNSCORED = Tone(CARD, GREY, INK3, "○", noted("feeling without a score"))


def step_of(score: float) -> int:
    """The step of the scale that a score from −2 to 2 is drawn as; halves count as the stronger one."""
    strength = 2 if abs(score) >= 1.5 else 1 if abs(score) >= 0.5 else 0
    return strength if score > 0 else -strength


def tone(score: float | None) -> Tone:
    """The look of a feeling from −2 to 2, or of one without a score."""
    return UNSCORED if score is None else TONES[step_of(score)]
