"""How pictures say numbers, dates and lists, in the language spoken. The map's own texts stay as written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from math import floor
from unicodedata import east_asian_width

from journeykit.model.values import CalendarDate
from journeykit.render.language import ENGLISH, noted, noted_many, say, say_many, spoken

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "ps", "sd", "ug", "ur", "yi"})
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
    if spoken() != ENGLISH:
        from babel.numbers import format_decimal

        text = format_decimal(round(number, digits) + 0.0, "#,##0." + "#" * digits, locale=spoken())
        return text.replace("-", "−")
    text = f"{round(number, digits):,.{digits}f}"
    text = text.rstrip("0").rstrip(".") if digits else text
    return text.replace("-", "−") if text not in ("-0", "") else "0"


def tenths(number: float) -> str:
    """A number with one digit, also where that is none: 2.0."""
    if spoken() != ENGLISH:
        from babel.numbers import format_decimal

        return format_decimal(round(number, 1) + 0.0, "#,##0.0", locale=spoken()).replace("-", "−")
    return f"{round(number, 1) + 0.0:,.1f}".replace("-", "−")


def signed(score: float) -> str:
    """A score with its sign: −2, 0, +1.5."""
    text = plain(score, 1)
    return text if score <= 0 or text == "0" else f"+{text}"


def percent(share: float) -> str:
    """A share from 0 to 1 in per cent: whole from 1 % on, with a digit below."""
    value = share * 100
    return say("{number}%", number=plain(value, 0 if value >= 1 else 1))


def day(when: CalendarDate | date) -> str:
    """A date as people write it: 2 Mar 2026, Mar 2026, 2026."""
    parts = "yMMMd"
    if isinstance(when, CalendarDate):
        if when.first != when.last:
            parts = "y" if (when.last - when.first).days > 31 else "yMMM"
        when = when.first
    if spoken() != ENGLISH:
        from babel.dates import format_skeleton

        return format_skeleton(parts, when, locale=spoken())
    day_of = f"{when.day} " if "d" in parts else ""
    return f"{day_of}{_MONTHS[when.month - 1]} {when.year}" if "M" in parts else str(when.year)


def human(word: str) -> str:
    """A word of a closed list as people read it: social-proof becomes social proof."""
    return say(word.replace("-", " ").replace("_", " "))


def joined(items: Iterable[str]) -> str:
    """Items in a sentence: a, b and c."""
    if spoken() != ENGLISH:
        from babel.lists import format_list

        return format_list(list(items), locale=spoken())
    *head, last = list(items) or [""]
    return f"{', '.join(head)} and {last}" if head else last


#: What happens behind what the customer does, by the lane it stands in.
_LANES = {
    "frontstage": noted("Frontstage"),
    "backstage": noted("Backstage"),
    "support": noted("Support"),
    "physical": noted("Physical evidence"),
}


def lane_name(key: str) -> str:
    """The name of a lane of the service blueprint."""
    return say(_LANES[key])


#: What stands between items side by side, where it is no comma with a blank.
_COMMAS = {"ar": "، ", "ja": "、"}


def commas(items: Iterable[str]) -> str:
    """Items side by side, with the comma of the language spoken: a, b, c."""
    return _COMMAS.get(spoken(), ", ").join(items)


#: A length of time by its unit: how many days it is, from how many days on it is used, its names.
_UNITS = (
    (365.25, 730, *noted_many("{number} year", "{number} years")),
    (30.4375, 120, *noted_many("{number} month", "{number} months")),
    (7, 14, *noted_many("{number} week", "{number} weeks")),
    (1, 1, *noted_many("{number} day", "{number} days")),
    (1 / 24, 1 / 24, *noted_many("{number} hour", "{number} hours")),
    (1 / 1440, 0, *noted_many("{number} minute", "{number} minutes")),
)


def _span(days: float) -> tuple[float, str, str]:
    size, _, one, many = next(unit for unit in _UNITS if days >= unit[1])
    number = days / size
    return round(number, 1 if size >= 1 and number < 10 else 0), one, many


def span_of(days: float) -> str:
    """A length of time in the largest unit that keeps it readable: 3 days, 12 weeks."""
    number, one, many = _span(days)
    return say_many(one, many, number)


def span_unit(days: float) -> tuple[float, str]:
    """A length of time as a number and the unit's English name: 12 and week."""
    number, one, _ = _span(days)
    return number, one.removeprefix("{number} ")


def days(number: int) -> str:
    """So many days."""
    return say_many("{number} day", "{number} days", number)


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def times(number: int) -> str:
    """How often, in a word; nothing for once."""
    return "" if number == 1 else say("twice") if number == 2 else say_many("{number} time", "{number} times", number)


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
