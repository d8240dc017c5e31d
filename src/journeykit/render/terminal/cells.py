"""How wide text is on a terminal, and where it may be cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, east_asian_width

_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_JAMO_TAILS = range(0x1160, 0x1200)
#: More characters than this to a cell are no writing; a text of nothing but marks is broken all the same.
_MARKS = 8


def widths(text: str) -> Iterator[int]:
    """The width of the text up to and with each of its characters, in terminal cells."""
    total, last, joined = 0, 0, False
    for character in text:
        if character == _JOINER:
            joined = True
        elif character == _EMOJI_STYLE:
            # A sign that is narrow by itself is drawn two cells wide as an emoji.
            total, last = total + (last == 1), max(last, 2 * (last > 0))
        elif (cells := _cells(character)) and not (last == 2 and (joined or ord(character) in _SKIN_TONES)):
            total, last, joined = total + cells, cells, False
        else:
            joined = False
        yield total


def _cells(character: str) -> int:
    if " " <= character <= "~":
        return 1
    if category(character) in ("Mn", "Me", "Cf") or ord(character) in _JAMO_TAILS:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """How many cells of a terminal the text takes: two for CJK and emoji, none for combining marks."""
    if text.isascii():
        return len(text)
    return max(widths(text), default=0)


def fitting(text: str, limit: int) -> int:
    """How many characters from the start fit into so many cells; a mark stays with its letter."""
    if text.isascii():
        return max(0, min(len(text), limit))
    return sum(1 for total in widths(text) if total <= limit)


def cut(text: str, limit: int | None, ellipsis: str = "…") -> str:
    """The text within so many cells, with an ellipsis where something is left out; whole when `limit` is None."""
    if limit is None or width(text) <= limit:
        return text
    room = limit - width(ellipsis)
    return text[: fitting(text, room)].rstrip() + ellipsis if room >= 0 else ""


def breaks(text: str, limit: int) -> list[tuple[int, int]]:
    """Where a text parts into lines of at most so many cells, as starts and ends.

    Lines part at blanks, inside a word only where it is longer than a line or written in wide letters.
    """
    lines, start, end = [], 0, 0
    for word in re.finditer(r"\S+", text):
        if _fits(text, start, word.end(), limit):
            end = word.end()
            continue
        breakable = _is_wide(word[0]) or not _fits(text, word.start(), word.end(), limit)
        if end > start and not (breakable and width(text[start : word.start()]) < limit - 1):
            lines.append((start, end))
            start = word.start()
        while not _fits(text, start, word.end(), limit):
            stop = start + max(1, fitting(text[start : start + limit * _MARKS], limit))
            lines.append((start, start + len(text[start:stop].rstrip())))
            start = stop
        end = word.end()
    return [*lines, (start, max(start, end))]


def _fits(text: str, start: int, end: int, limit: int) -> bool:
    return end - start <= limit * _MARKS and width(text[start:end]) <= limit


def _is_wide(word: str) -> bool:
    return not word.isascii() and sum(east_asian_width(c) in "WF" for c in word) * 2 > len(word)
