"""Colours of diagrams in a look: the usual ones stay as they are, a theme's take their place by day and by night."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any, Literal

import pytest

from journeykit.render.dot import palette
from journeykit.render.dot.paint import dark, light, mixed, painter
from journeykit.render.theme import Theme, default_theme


def look(mode: Literal["light", "dark"], **tokens: str) -> Theme:
    usual = default_theme()
    named = {name.replace("_", "-"): value for name, value in tokens.items()}
    changed: dict[str, Any] = {mode: MappingProxyType({**getattr(usual, mode), **named})}
    return replace(usual, **changed)


def test_the_usual_look_changes_nothing() -> None:
    for use, colours in palette.MADE_OF.items():
        for colour in colours:
            assert painter(default_theme(), "light")(use, colour) == light(use, colour) == colour
            assert painter(default_theme(), "auto")(use, colour) == colour
            assert painter(default_theme(), "dark")(use, colour) == dark(use, colour)


def test_every_colour_is_made_of_tokens_and_has_its_counterpart() -> None:
    assert {use: set(colours) for use, colours in palette.MADE_OF.items()} == {
        use: set(colours) for use, colours in palette.DARK.items()
    }
    for colours in palette.MADE_OF.values():
        for parts in colours.values():
            assert {name for name, _ in parts} <= set(default_theme().light)
            assert sum(share for _, share in parts) == pytest.approx(1)


def test_a_token_of_a_theme_takes_the_place_of_the_usual_colour() -> None:
    paint = painter(look("light", ink="#001133"), "light")
    assert paint("text", palette.INK) == "#001133"
    assert paint("line", palette.INK) == "#001133"
    assert paint("text", palette.INK2) == palette.INK2


def test_tints_are_mixed_from_the_tokens() -> None:
    paint = painter(look("light", n2="#ff0000", card="#ffffff"), "light")
    assert paint("fill", palette.TONES[-2].fill) == "#ffcccc"


def test_day_and_night_are_told_apart() -> None:
    own = look("dark", head="#0b5a4e")
    assert painter(own, "light")("fill", palette.HEAD) == palette.HEAD
    assert painter(own, "dark")("fill", palette.HEAD) == "#0b5a4e"


def test_the_made_colours_are_near_the_usual_ones() -> None:
    """A theme that changes one token a little does not make the diagram another."""
    usual = default_theme()
    for mode, tokens in (("light", usual.light), ("dark", usual.dark)):
        for use, colours in palette.MADE_OF.items():
            for colour, parts in colours.items():
                made, was = mixed(tokens, parts), colour if mode == "light" else dark(use, colour)
                far = max(abs(int(made[at : at + 2], 16) - int(was[at : at + 2], 16)) for at in (1, 3, 5))
                assert far <= 70, (mode, use, colour, made, was)
