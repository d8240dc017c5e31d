"""Pictures in dots: every view of `.svg`, drawn by resvg."""

from __future__ import annotations

import re
from dataclasses import replace

from journeykit.model.derive import Facts
from journeykit.render.options import Options
from journeykit.render.outputs import svg
from journeykit.render.outputs.svg import VIEWS
from journeykit.render.sheet.fonts import warn_of_missing

__all__ = ["VIEWS", "TooLargeError", "write"]

_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)(pt)?" height="([\d.]+)(pt)?"')
#: The most dots of a picture: few programs open larger ones.
_MOST = 200_000_000


class TooLargeError(ValueError):
    """A picture would have too many dots; the message names the largest scale that it can have."""


def write(facts: Facts, options: Options) -> bytes:
    """The picture as PNG; a page as the reader's screen is set is a light one here.

    Raises `TooLargeError`, and what the SVG raises. Warns of text without a font (`MissingFontWarning`).
    """
    from resvg_py import svg_to_bytes

    theme = "light" if options.theme == "auto" else options.theme
    text = svg.write(facts, replace(options, theme=theme)).decode()
    match = _SIZE.search(text)
    assert match is not None
    wide, tall = (float(match[place]) * (96 / 72 if match[place + 1] else 1) for place in (1, 3))
    if wide * tall * options.scale**2 > _MOST:
        largest = int((_MOST / (wide * tall)) ** 0.5 * 10) / 10
        raise TooLargeError(
            f"at --scale {options.scale:g} the picture would have {wide * options.scale:,.0f} × "
            f"{tall * options.scale:,.0f} dots; the largest scale it can have is {largest:g}"
        )
    warn_of_missing(text)
    # resvg reads a picture as it stands: nothing is fetched, and no file is asked for.
    return bytes(svg_to_bytes(svg_string=text, dpi=96, zoom=options.scale))
