"""Colours for the page asked for."""

from __future__ import annotations

from collections.abc import Callable

from journeykit.render.dot.palette import DARK, Use

#: From a use and a light colour to the colour drawn.
Paint = Callable[[Use, str], str]


def light(use: Use, colour: str) -> str:
    """The colour itself."""
    return colour


def dark(use: Use, colour: str) -> str:
    """The colour on a dark page."""
    return DARK[use][colour]
