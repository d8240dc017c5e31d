"""Dates and lengths of time."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from journeykit.model.values.base import UnfitError, Value, plain, shown
from journeykit.model.values.words import NO, YES, YesNo

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
#: The year first, and so beyond doubt: 2026/3/2.
_NEARLY = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", re.ASCII)


@dataclass(frozen=True)
class CalendarDate:
    """A day, a month or a year: the span from its `first` to its `last` day."""

    first: date
    last: date
    text: str = field(compare=False)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Dated(Value):
    """A date written as `2026-03-02`, `2026-03` or `2026`."""

    def read(self, raw: Any) -> CalendarDate:
        hint = "write a day, a month or a year: 2026-03-02, 2026-03 or 2026"
        text = plain(raw, "a date", hint)
        match = _DATE.fullmatch(text)
        if not match:
            raise UnfitError(f"{shown(raw)} is not a date", hint, mend=self._meant(text))
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            first = date(year or 0, month or 1, day or 1)
            if day:
                last = first
            elif month:
                last = first.replace(day=monthrange(first.year, first.month)[1])
            else:
                last = date(first.year, 12, 31)
        except (ValueError, OverflowError):
            raise UnfitError(f"{shown(raw)} is not a day of the calendar", hint) from None
        return CalendarDate(first, last, text)

    def _meant(self, text: str) -> str | None:
        """The date that another way of writing it means beyond doubt."""
        match = _NEARLY.fullmatch(text)
        if match is None:
            return None
        meant = "-".join(part.zfill(2) for part in match.groups() if part)
        try:
            return self.read(meant).text
        except UnfitError:
            return None

    def schema(self) -> dict[str, Any]:
        text = {"type": "string", "pattern": r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"}
        return {"anyOf": [text, {"type": "integer", "minimum": 1, "maximum": 9999}]}

    def label(self) -> str:
        return "date"


def add_months(day: date, months: int) -> date:
    """The same day so many months later, clipped to the month: 31 January and 1 month is 28 February."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return date.max if year > 9999 else date.min
    length = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, length))


_UNITS = {
    "second": (0, 1 / 86400),
    "minute": (0, 1 / 1440),
    "hour": (0, 1 / 24),
    "day": (0, 1),
    "week": (0, 7),
    "month": (1, 0),
    "quarter": (3, 0),
    "year": (12, 0),
}
_SHORT_UNITS = {"sec": "second", "min": "minute", "h": "hour", "hr": "hour"}
_DURATION = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*([A-Za-z]+)")
_ISO_NUMBER = "([0-9]+(?:[.,][0-9]+)?)"
_ISO = re.compile(
    "P(?=[0-9T])(?:#Y)?(?:#M)?(?:#W)?(?:#D)?(?:T(?=[0-9])(?:#H)?(?:#M)?(?:#S)?)?".replace("#", _ISO_NUMBER)
)


@dataclass(frozen=True)
class Duration:
    """A length of time: calendar months, and days of 24 hours. `P90D`, `90 days` and 2160 hours are equal."""

    months: float
    days: float
    text: str = field(compare=False)

    @property
    def in_days(self) -> float:
        """The length in days, a month as a twelfth of 365.25 days."""
        return self.months * 365.25 / 12 + self.days

    def after(self, day: date) -> date:
        """The day this long after another, clipped to the month and to the calendar's end."""
        try:
            return add_months(day, round(self.months)) + timedelta(days=self.days)
        except OverflowError:
            return date.max

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Lasting(Value):
    """A duration: a number and a unit, or ISO 8601."""

    def read(self, raw: Any) -> Duration:
        hint = "write a number and a unit, such as 90 days, 2 weeks, 12 months, or P90D"
        text = plain(raw, "a duration", hint)
        duration = parse_duration(text)
        if duration is None:
            raise UnfitError(f"{shown(raw)} is not a duration", hint)
        return duration

    def schema(self) -> dict[str, Any]:
        units = "|".join(_UNITS)
        return {
            "type": "string",
            "pattern": rf"^([0-9]+(\.[0-9]+)?\s*([{''.join(sorted({u[0].upper() + u[0] for u in _UNITS}))}]"
            rf"[a-zA-Z]*)|P[0-9T].*)$",
            "description": f"a number and a unit ({units.replace('|', ', ')}), or ISO 8601",
        }

    def label(self) -> str:
        return "duration"


@lru_cache(maxsize=1024)
def parse_duration(text: str) -> Duration | None:
    """The duration a text writes, or None."""
    if match := _DURATION.fullmatch(text):
        amount, unit = float(match[1]), match[2].lower()
        unit = _SHORT_UNITS.get(unit, unit if unit in _UNITS else unit.removesuffix("s"))
        if unit not in _UNITS or amount > 1_000_000:
            return None
        months, days = _UNITS[unit]
        return Duration(amount * months, round(amount * days, 9), text)
    if match := _ISO.fullmatch(text):
        if sum(len(group) for group in match.groups() if group) > 12:
            return None
        numbers = (float((group or "0").replace(",", ".")) for group in match.groups())
        years, months, weeks, days, hours, minutes, seconds = numbers
        in_days = weeks * 7 + days + hours / 24 + minutes / 1440 + seconds / 86400
        return Duration(years * 12 + months, round(in_days, 9), text)
    return None


@dataclass(frozen=True)
class Repeating(Value):
    """How often something comes round: a duration, or yes."""

    def read(self, raw: Any) -> Duration | bool:
        hint = "write yes, or how often: 1 month, 2 weeks"
        text = plain(raw, "a duration or yes", hint)
        if text.lower() in YES or text.lower() in NO:
            return text.lower() in YES
        duration = parse_duration(text)
        if duration is None:
            raise UnfitError(f"{shown(raw)} is neither yes nor a duration", hint)
        return duration

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [YesNo().schema(), Lasting().schema()]}

    def label(self) -> str:
        return "duration or yes"
