"""Lengths of time that a map gives, said in the language spoken: 2 weeks, every 2 weeks."""

from __future__ import annotations

import re

from journeykit.model.values import Duration
from journeykit.render.language import ENGLISH, noted_many, say_many, spoken
from journeykit.render.views.words import span_of, span_unit

_WRITTEN = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*([A-Za-z]+)")
_SHORT = {"sec": "second", "min": "minute", "h": "hour", "hr": "hour"}
_LENGTHS = {
    "second": noted_many("{number} second", "{number} seconds"),
    "minute": noted_many("{number} minute", "{number} minutes"),
    "hour": noted_many("{number} hour", "{number} hours"),
    "day": noted_many("{number} day", "{number} days"),
    "week": noted_many("{number} week", "{number} weeks"),
    "month": noted_many("{number} month", "{number} months"),
    "quarter": noted_many("{number} quarter", "{number} quarters"),
    "year": noted_many("{number} year", "{number} years"),
}
_RHYTHMS = {
    "second": noted_many("every second", "every {number} seconds"),
    "minute": noted_many("every minute", "every {number} minutes"),
    "hour": noted_many("every hour", "every {number} hours"),
    "day": noted_many("every day", "every {number} days"),
    "week": noted_many("every week", "every {number} weeks"),
    "month": noted_many("every month", "every {number} months"),
    "quarter": noted_many("every quarter", "every {number} quarters"),
    "year": noted_many("every year", "every {number} years"),
}


def _parted(duration: Duration) -> tuple[float, str]:
    """The number and the unit of a length as written; of one in the notation of machines, those that read best."""
    match = _WRITTEN.fullmatch(duration.text.strip())
    if match is None:
        return span_unit(duration.in_days)
    name = match[2].lower()
    unit = _SHORT.get(name, _SHORT.get(name.removesuffix("s"), name.removesuffix("s")))
    return float(match[1]), unit


def length(duration: Duration | None) -> str:
    """A length of time; in English as its author wrote it. Nothing for none."""
    if duration is None:
        return ""
    if spoken() == ENGLISH:
        return span_of(duration.in_days) if duration.text.upper().startswith("P") else duration.text
    number, unit = _parted(duration)
    return say_many(*_LENGTHS[unit], number)


def rhythm(duration: Duration | None) -> str:
    """How often something comes round: every year, every 2 weeks. Nothing for none."""
    if duration is None:
        return ""
    number, unit = _parted(duration)
    return say_many(*_RHYTHMS[unit], number)
