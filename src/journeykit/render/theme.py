"""The look of pictures as named values: colours for a light and a dark page, fonts, a logo."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from journeykit.model.nearest import nearest
from journeykit.resources import templates

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
#: A list of font names as CSS takes it, and nothing that could leave the declaration.
_FONTS = re.compile(r"[\w\s,.\"'-]+")


class ThemeError(Exception):
    """A theme that cannot be used; the message says what is wrong and how to mend it."""


@dataclass(frozen=True)
class Theme:
    """The look of pictures. `light` and `dark` hold a colour (`#rrggbb`) for each token; `fonts` lists for CSS.

    `logo` is a picture as a `data:` address, or None.
    """

    light: Mapping[str, str] = field(hash=False)
    dark: Mapping[str, str] = field(hash=False)
    fonts: Mapping[str, str] = field(hash=False)
    logo: str | None = None

    def css(self, mode: str) -> str:
        """The tokens as custom properties: `light` with the fonts, `dark` the colours alone."""
        colours = self.dark if mode == "dark" else self.light
        fonts = {} if mode == "dark" else self.fonts
        said = [f"--{name}:{value}" for name, value in (*colours.items(), *fonts.items())]
        return f":root{{color-scheme:{mode};{';'.join(said)}}}"


@cache
def default_theme() -> Theme:
    """The look of journeykit."""
    data = tomllib.loads((templates() / "theme.toml").read_text("utf-8"))
    light, dark, fonts = (MappingProxyType(data[part]) for part in ("light", "dark", "fonts"))
    return Theme(light, dark, fonts)


def read_theme(text: str, folder: Path) -> Theme:
    """The default look with what a theme's file says otherwise; its logo is read from the folder of the file.

    Raises `ThemeError`.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(f"is no TOML: {error}") from None
    theme = default_theme()
    _known(data, ("logo", "fonts", "light", "dark"), "key")
    parts: dict[str, Any] = {}
    for part, pattern, what in (
        ("light", _COLOUR, "is no colour; write it like #1a73e8"),
        ("dark", _COLOUR, "is no colour; write it like #1a73e8"),
        ("fonts", _FONTS, "is no list of fonts; write it like Inter, Arial, sans-serif"),
    ):
        said = data.get(part, {})
        if not isinstance(said, dict):
            raise ThemeError(f"{part} must be a table: [{part}]")
        _known(said, tuple(getattr(theme, part)), f"value in [{part}]")
        for name, value in said.items():
            if not isinstance(value, str) or not pattern.fullmatch(value):
                raise ThemeError(f"{part}.{name}: {value!r} {what}")
        parts[part] = MappingProxyType(getattr(theme, part) | {name: _long(value) for name, value in said.items()})
    return replace(theme, **parts, logo=_logo(data.get("logo"), folder))


def _long(value: str) -> str:
    """A colour in its long form; `#abc` is `#aabbcc`."""
    return "#" + "".join(digit * 2 for digit in value[1:]) if value.startswith("#") and len(value) == 4 else value


def _known(said: Mapping[str, Any], known: tuple[str, ...], what: str) -> None:
    for name in said:
        if name not in known:
            guess = nearest(name, known)
            hint = f"did you mean {guess}?" if guess else f"there are {', '.join(known)}"
            raise ThemeError(f"there is no {what} '{name}'; {hint}")


def _logo(name: object, folder: Path) -> str | None:
    """A picture as a `data:` address, so that it travels with the page."""
    if name is None:
        return None
    if not isinstance(name, str):
        raise ThemeError("logo must be the name of a picture, like logo.svg")
    from base64 import b64encode

    kinds = {".svg": "image/svg+xml", ".png": "image/png"}
    kind = kinds.get(Path(name).suffix.lower())
    if kind is None:
        raise ThemeError(f"logo: {name} is no SVG and no PNG")
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        raise ThemeError(f"logo: {name} cannot be read ({(error.strerror or str(error)).lower()})") from None
    return f"data:{kind};base64,{b64encode(content).decode()}"
