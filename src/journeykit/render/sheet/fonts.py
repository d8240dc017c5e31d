"""Text that this machine has no font for: a picture would leave it out without a word."""

from __future__ import annotations

import re
import warnings
from html import unescape
from unicodedata import category, name

_TEXTS = re.compile(r"<text [^>]*>(.*?)</text>", re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
#: Belongs to no script, so no font draws it.
_NOBODYS = "\u0378"
#: As many letters of a script as are tried.
_TRIED = 3


class MissingFontWarning(UserWarning):
    """Text of a picture that cannot be seen; the message names its scripts."""


def scripts(svg: str) -> dict[str, str]:
    """The scripts of the texts of a picture beyond the Latin one, each with some of its letters."""
    found: dict[str, str] = {}
    for letter in sorted(set(unescape(_TAGS.sub("", "".join(_TEXTS.findall(svg)))))):
        if letter < "\u0370" or category(letter)[0] not in "LS" or "\u2000" <= letter < "\u2e80":
            continue
        script = "emoji" if category(letter)[0] == "S" else name(letter, "unknown").split()[0].split("-")[0].title()
        script = {"Cjk": "Chinese characters", "Unknown": "some characters"}.get(script, script)
        if len(found.get(script, "")) < _TRIED:
            found[script] = found.get(script, "") + letter
    return found


def warn_of_missing(svg: str) -> None:
    """Warn of each script that this machine has no font for (`MissingFontWarning`), found out by drawing letters."""
    missing = [script for script, letters in scripts(svg).items() if not any(map(_is_seen, letters))]
    if missing:
        warnings.warn(f"no font on this machine for {', '.join(missing)}; that text is missing", MissingFontWarning, 2)


def _is_seen(letter: str) -> bool:
    from resvg_py import svg_to_bytes

    def drawn(text: str) -> bytes:
        head = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
        return bytes(svg_to_bytes(svg_string=f'{head}<text x="8" y="28" font-size="20">{text}</text></svg>', dpi=96))

    # Without a font a letter leaves nothing, or the box that stands for any letter there is none for.
    return drawn(letter) not in (drawn(""), drawn(_NOBODYS))
