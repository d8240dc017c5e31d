"""How wide text is, and how it is broken into lines.

Engines guess or look up widths, each in its own way; a picture must not depend on it. The widths here are those of
Inter, the widest of the fonts named in a picture, so text that fits here fits wherever Inter is missing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, combining, east_asian_width, normalize

#: Width of characters in hundredths of the font's size, regular weight.
_BY_WIDTH = {
    20: "'’",
    28: " \u00a0.,:;!Iijl·ı",
    37: 'frt()[]/"“”|{}‘',
    47: "-1",
    54: "szxJ?*–_",
    58: "aceknuvy7F^~`",
    63: "bdghopqLEPZRST0235689$#€ß",
    67: "ABKVXY4+−=<>&N",
    76: "CDGHOQU━╍",
    87: "mw%",
    97: "MW@—…→←↗↷æœÆŒ",
    92: "●○✓",
    102: "▲▼★◇",
}
_WIDTHS = {character: width for width, characters in _BY_WIDTH.items() for character in characters}
_BOLD = 1.08
#: Line height as a multiple of the font's size; Graphviz wants 1.2 at least.
LEADING = 1.25
_JOINER = "\u200d"
#: What binds the character after it: no line of Chinese or Japanese ends with an opening bracket.
_BINDING = frozenset("（［｛「『【〈《〔‘“([{" + _JOINER)
#: No line of Chinese or Japanese begins with one of these.
_NEVER_FIRST = frozenset("、。，．・：；？！）］｝」』】〉》〕’”)]}!?,.:;%ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ")


def _is_joined(character: str) -> bool:
    """Whether a character belongs to the one before it: a mark, a joiner, a variation of an emoji."""
    return bool(combining(character)) or category(character)[0] == "M" or character == _JOINER or (
        "\U0001f3fb" <= character <= "\U0001f3ff"
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _width(character: str) -> int:
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    kind = category(character)
    if kind in ("Mn", "Me", "Cf") or combining(character):
        return 0
    if character >= "\U0001f000" or kind == "So":
        return 140
    if east_asian_width(character) in "WF":
        return 104
    base = normalize("NFD", character)[0]
    if base != character:
        return _width(base)
    # Cyrillic, Greek, Arabic, Hebrew and the scripts of India: by case alone, on the wide side.
    return 100 if kind == "Lu" else 76


def width_of(text: str, size: float, bold: bool = False) -> float:
    """The width of a text in points at a font size in points."""
    return sum(map(_width, text)) * size / 100 * (_BOLD if bold else 1)


def _clusters(word: str) -> list[str]:
    """The pieces of a word that stay together: a letter with its marks, an emoji with its joiners."""
    found: list[str] = []
    for character in word:
        if found and (_is_joined(character) or found[-1][-1] in _BINDING or character in _NEVER_FIRST):
            found[-1] += character
        else:
            found.append(character)
    return found


def _runs(word: str) -> list[str]:
    """A word with ideographs at all its breaks: between any of them, but not within Latin words and numbers."""
    found: list[str] = []
    for cluster in _clusters(word):
        if found and not _is_ideograph(found[-1][-1]) and not _is_ideograph(cluster[0]):
            found[-1] += cluster
        else:
            found.append(cluster)
    return found


def _is_ideograph(character: str) -> bool:
    """Whether a line may break before and after a character; Korean is written with blanks."""
    return "\u2e80" <= character < "\U0001f000" and east_asian_width(character) in "WF" and not (
        "\uac00" <= character <= "\ud7a3"
    )  # fmt: skip


def pieces(text: str, width: float, size: float, bold: bool) -> list[tuple[str, bool]]:
    """What a line so many points wide can be filled with, each with whether a blank goes before it."""
    found: list[tuple[str, bool]] = []
    for word in filter(None, re.split(r"[ \t\r\n]+", text)):
        ideographs = any(map(_is_ideograph, word))
        if not ideographs and width_of(word, size, bold) <= width:
            found.append((word, True))
            continue
        parts = _runs(word) if ideographs else [word]
        parts = [piece for part in parts for piece in _broken(part, width, size, bold)]
        found += [(part, place == 0) for place, part in enumerate(parts)]
    return found


def _broken(word: str, width: float, size: float, bold: bool) -> list[str]:
    """A word too wide for a line: broken after blanks that should not break, hyphens and the like, else anywhere."""
    parts: list[str] = [""]
    for cluster in _clusters(word):
        if parts[-1] and width_of(parts[-1] + cluster, size, bold) > width:
            cut = max(parts[-1].rfind(mark) for mark in "\u00a0-/_.@&=?")
            rest = parts[-1][cut + 1 :] if len(parts[-1]) // 3 < cut < len(parts[-1]) - 1 else ""
            parts[-1] = parts[-1][: len(parts[-1]) - len(rest)]
            parts.append(rest)
        parts[-1] += cluster
    return parts


def _filled(pieces: list[tuple[str, bool]], width: float, size: float, bold: bool) -> list[str]:
    lines = [""]
    for piece, spaced in pieces:
        longer = f"{lines[-1]} {piece}" if spaced and lines[-1] else lines[-1] + piece
        if lines[-1] and width_of(longer, size, bold) > width:
            lines.append(piece)
        else:
            lines[-1] = longer
    return lines


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """A text in lines no wider than `width` points; nothing is cut, and the lines are about equally long."""
    parts = pieces(text, width, size, bold)
    lines = _filled(parts, width, size, bold)
    narrower = width
    # The narrowest width with as many lines, and without a word broken that was not: balanced, as a typesetter would.
    while len(lines) > 1 and len(lines) < 8:
        narrower -= max(4.0, width / 40)
        if narrower < width * 0.55 or any(width_of(piece, size, bold) > narrower for piece, _ in parts):
            break
        tighter = _filled(parts, narrower, size, bold)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return tuple(line.strip("\u00a0") for line in lines)
