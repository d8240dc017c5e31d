"""How pictures say numbers, dates and lists. What we say is English; the map's own texts stay as written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from math import floor
from unicodedata import east_asian_width

from journeykit.model.values import CalendarDate

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "ps", "sd", "ug", "ur", "yi"})
_TIMES = {1: "", 2: "twice"}
_LINK = re.compile(r"(?:https?://[^\s/]|mailto:[^\s/])\S*", re.IGNORECASE)


def direction(lang: str) -> str:
    """`rtl` for a language written from right to left, else `ltr`."""
    parts = re.split(r"[-_]", lang.lower())
    return "rtl" if parts[0] in _RIGHT_TO_LEFT or {"arab", "hebr"} & set(parts[1:]) else "ltr"


def language(lang: str) -> str:
    """The language as HTML takes it; `en` where it is no language tag."""
    tag = lang.replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", tag) else "en"


def link(text: str | None) -> str | None:
    """The text where it is an address that may become a link: http, https or mailto; else None."""
    return text if text and _LINK.fullmatch(text) else None


def plain(number: float, digits: int = 2) -> str:
    """A number without needless zeros, with the minus sign of typesetters and thousands set apart."""
    text = f"{round(number, digits):,.{digits}f}"
    text = text.rstrip("0").rstrip(".") if digits else text
    return text.replace("-", "−") if text not in ("-0", "") else "0"


def signed(score: float) -> str:
    """A score with its sign: −2, 0, +1.5."""
    text = plain(score, 1)
    return text if score <= 0 or text == "0" else f"+{text}"


def percent(share: float) -> str:
    """A share from 0 to 1 in per cent: whole from 1 % on, with a digit below."""
    value = share * 100
    return f"{plain(value, 0 if value >= 1 else 1)}%"


def day(when: CalendarDate | date) -> str:
    """A date as people write it: 2 Mar 2026, Mar 2026, 2026."""
    if isinstance(when, CalendarDate):
        if when.first != when.last:
            year_long = (when.last - when.first).days > 31
            return str(when.first.year) if year_long else f"{_MONTHS[when.first.month - 1]} {when.first.year}"
        when = when.first
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def human(word: str) -> str:
    """A word of a closed list as people read it: social-proof becomes social proof."""
    return word.replace("-", " ").replace("_", " ")


def joined(items: Iterable[str]) -> str:
    """Items in a sentence: a, b and c."""
    *head, last = list(items) or [""]
    return f"{', '.join(head)} and {last}" if head else last


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number and its noun: 1 stage, 5 stages."""
    return f"{plain(number)} {noun if number == 1 else plural or noun + 's'}"


def span_of(days: float) -> tuple[str, str]:
    """A length of time as a number and its unit, in the largest unit that keeps it readable."""
    for size, unit, least in ((365.25, "year", 730), (30.4375, "month", 120), (7, "week", 14), (1, "day", 1)):
        if days >= least:
            number = plain(days / size, 1 if days / size < 10 else 0)
            return number, unit if number == "1" else unit + "s"
    hours = days * 24
    size, unit = (hours, "hour") if hours >= 1 else (hours * 60, "minute")
    number = plain(size, 0)
    return number, unit if number == "1" else unit + "s"


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def times(number: int) -> str:
    """How often, in a word; nothing for once."""
    return _TIMES.get(number, f"{number} times")


def short(text: str, letters: int) -> str:
    """The text, or its beginning to the end of a word and an ellipsis, at most so many letters."""
    if len(text) <= letters:
        return text
    cut = text[: letters - 1]
    end = cut.rfind(" ")
    return (cut[:end] if end > letters // 2 else cut).rstrip(" ,;:.") + "…"


def half(score: float) -> float:
    """A score to the half, as it is drawn."""
    return floor(score * 2 + 0.5) / 2


def lines(text: str, letters: int) -> int:
    """About how many lines a text takes in a column so many Latin letters wide; wide characters count twice."""
    count, used = 1, 0
    for word in text.split():
        width = len(word) if word.isascii() else sum(2 if east_asian_width(c) in "WF" else 1 for c in word)
        if used and used + 1 + width > letters:
            count, used = count + 1, 0
        if width > letters:
            count += (width - 1) // letters
            used = width % letters or letters
        else:
            used += width + (1 if used else 0)
    return count
