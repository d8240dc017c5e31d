"""Colours for the page asked for, in the look asked for.

Drawings name their colours by those of the usual light page. A theme's tokens change them: a colour is one token, or
some of one mixed into another. Where a theme says nothing of these tokens, the usual colour stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from journeykit.render.dot.palette import DARK, MADE_OF, Use
from journeykit.render.theme import Theme, default_theme

#: From a use and a usual light colour to the colour drawn.
Paint = Callable[[Use, str], str]


def light(use: Use, colour: str) -> str:
    """The colour itself."""
    return colour


def dark(use: Use, colour: str) -> str:
    """The colour on a dark page."""
    return DARK[use][colour]


@cache
def painter(look: Theme, mode: str) -> Paint:
    """The colours of a look on a `dark` page, or on a light one."""
    usual, plain = default_theme(), dark if mode == "dark" else light
    tokens, known = (look.dark, usual.dark) if mode == "dark" else (look.light, usual.light)
    if tokens == known:
        return plain

    def paint(use: Use, colour: str) -> str:
        parts = MADE_OF[use][colour]
        if all(tokens[name] == known[name] for name, _ in parts):
            return plain(use, colour)
        return mixed(tokens, parts)

    return paint


def mixed(tokens: Mapping[str, str], parts: tuple[tuple[str, float], ...]) -> str:
    """Tokens mixed by their shares, which add up to 1."""
    channels = [sum(int(tokens[name][place : place + 2], 16) * share for name, share in parts) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(channel):02x}" for channel in channels)
