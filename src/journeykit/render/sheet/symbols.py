"""The symbols of the poster, as SVG that any program understands: their colours are classes, not variables."""

from __future__ import annotations

import re
from functools import cache

from journeykit.resources import templates

#: Symbols that point somewhere, and so point the other way in a picture from right to left.
MIRRORED = frozenset({"i-arrow", "i-reply", "i-exit", *(f"v{n}" for n in range(1, 5)), *(f"d{n}" for n in range(1, 6))})
_SYMBOL = re.compile(r'<symbol id="([^"]+)"( viewBox="[^"]+")>(.*?)</symbol>')
_PAINT = re.compile(r' (fill|stroke)="var\(--([\w-]+)\)"')
#: How icons are drawn: in lines of the colour of their use.
_DRAWN = 'fill="none" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"'
_TAG = re.compile(r"<\w[^>]*>")


@cache
def _all() -> dict[str, tuple[str, str]]:
    text = (templates() / "poster" / "icons.svg.j2").read_text("utf-8")
    return {name: (box, body) for name, box, body in _SYMBOL.findall(text)}


def known(icon: str) -> str:
    """The symbol of an icon: a plain ring for one that nobody has drawn."""
    return f"i-{icon}" if f"i-{icon}" in _all() else "i-ring"


def symbol(name: str, scope: str) -> tuple[str, set[tuple[str, str]]]:
    """A symbol for the definitions of a picture, and the colours in it: (f)ill or (s)troke, and the token."""
    box, body = _all()[name]
    used: set[tuple[str, str]] = set()

    def painted(match: re.Match[str]) -> str:
        found = [(kind[0], token) for kind, token in _PAINT.findall(match[0])]
        if not found:
            return match[0]
        used.update(found)
        classes = " ".join(f"{kind}-{token}" for kind, token in found)
        tag = _PAINT.sub("", match[0])
        head = re.match(r"<\w+", tag)
        assert head is not None
        return f'{head[0]} class="{classes}"{tag[head.end() :]}'

    body = _TAG.sub(painted, body)
    if name.startswith("i-"):
        body = f"<g {_DRAWN}>{body}</g>"
    return f'<symbol id="{scope}-{name}"{box}>{body}</symbol>', used
