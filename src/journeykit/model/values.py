"""The values a map holds: how each is read from text, what it means, how a JSON Schema says it.

Every scalar of a map arrives as the text its author wrote. A field says with an annotation of this module
how that text is read, so one place knows the wanted form, the message and the schema of each kind of value.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, ClassVar

from pydantic_core import core_schema

#: A number as YAML 1.2 writes it, with the minus sign of typesetters understood.
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", re.ASCII)
_YES = frozenset({"true", "yes", "on"})
_NO = frozenset({"false", "no", "off"})


class UnfitError(ValueError):
    """A value that its field cannot take.

    `code` is the rule it breaks (`JK003` wrong form, `JK005` out of scale); `hint` shows the wanted form.
    """

    def __init__(self, message: str, hint: str, code: str = "JK003") -> None:
        super().__init__(message)
        self.message, self.hint, self.code = message, hint, code


def shown(value: object) -> str:
    """The value as a message quotes it: on one line, and cut when long."""
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    text = " ".join(str(value).split())
    return f"'{text if len(text) <= 60 else text[:59] + '…'}'"


def article(noun: str) -> str:
    """A noun with its article: an action, a stage."""
    return f"{'an' if noun[:1] in 'aeio' else 'a'} {noun}"


@lru_cache(maxsize=1024)
def number(text: str) -> int | float | None:
    """The number a text writes, whole where it is whole; None where it writes none."""
    plain = text.replace("−", "-")
    if not _NUMBER.fullmatch(plain) or len(plain) > 40:
        return None
    value = float(plain)
    if value in (float("inf"), float("-inf")):
        return value
    return int(value) if value.is_integer() else value


class Value:
    """The base of all annotations: Pydantic calls `read` with the text, and takes what it returns."""

    wanted: ClassVar[str] = "text"
    example: ClassVar[str] = ""

    def read(self, raw: Any) -> Any:
        """The value that the text means; raises `UnfitError`."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """The value as JSON Schema, as an editor sees it: YAML has read numbers and booleans already."""
        raise NotImplementedError

    def label(self) -> str:
        """The value in the reference table of the documentation."""
        return self.wanted

    def core(self) -> core_schema.CoreSchema:
        """How Pydantic reads it: by calling `read`; natively where reading only lets through or refuses.

        What is refused natively is read once more by `read`, for its message.
        """
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return self.core()


def _plain(raw: Any, wanted: str, hint: str) -> str:
    if not isinstance(raw, str):
        raise UnfitError(f"expected {wanted}, found {shown(raw)}", hint)
    return raw


@dataclass(frozen=True)
class Words(Value):
    """Text as the author wrote it: `no`, `12:30` and `0755` stay what they are."""

    def read(self, raw: Any) -> str:
        return _plain(raw, "text", "write one text here")

    def core(self) -> core_schema.CoreSchema:
        return core_schema.str_schema(strict=True)

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"]}

    def label(self) -> str:
        return "text"


@dataclass(frozen=True)
class Identifier(Value):
    """A written id: letters, marks, digits, `-`, `_` and `.`."""

    def read(self, raw: Any) -> str:
        text = _plain(raw, "an id", "write letters, digits, '-', '_' and '.' only")
        if not is_identifier(text):
            raise UnfitError(f"{shown(text)} is not an id", "write letters, digits, '-', '_' and '.' only, no blanks")
        return text

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number"], "pattern": r"^[^\s!-,/:-@\[-\^`{-~]+$"}

    def label(self) -> str:
        return "id"


_ASCII_ID = re.compile(r"[A-Za-z0-9._-]+")


def is_identifier(text: str) -> bool:
    """Whether a text holds only what a written id may hold."""
    if text.isascii():
        return _ASCII_ID.fullmatch(text) is not None
    from unicodedata import category

    return bool(text) and all(c in "-_." or category(c)[0] in "LM" or category(c) == "Nd" for c in text)


@dataclass(frozen=True)
class OneOf(Value):
    """A word of a list; with `open`, another word is kept too."""

    words: tuple[str, ...]
    open: bool = False

    def core(self) -> core_schema.CoreSchema:
        return core_schema.str_schema(strict=True) if self.open else core_schema.literal_schema(list(self.words))

    def read(self, raw: Any) -> str:
        wanted = ", ".join(self.words)
        text = _plain(raw, f"one of {wanted}", f"write one of {wanted}")
        if text not in self.words and not self.open:
            from journeykit.model.nearest import nearest

            guess = nearest(text, self.words)
            hint = f"did you mean `{guess}`? " if guess else ""
            raise UnfitError(f"{shown(text)} is not one of {wanted}", f"{hint}write one of: {wanted}", "JK005")
        return text

    def schema(self) -> dict[str, Any]:
        if self.open:
            return {"anyOf": [{"enum": list(self.words)}, {"type": ["string", "number", "boolean"]}]}
        return {"enum": list(self.words)}

    def label(self) -> str:
        return " \\| ".join(self.words) + (" \\| …" if self.open else "")


@dataclass(frozen=True)
class Scale(Value):
    """A number from `low` to `high`, both included."""

    low: int
    high: int

    def read(self, raw: Any) -> int | float:
        hint = f"write a number from {self.low} to {self.high}"
        value = number(_plain(raw, "a number", hint))
        if value is None:
            raise UnfitError(f"{shown(raw)} is not a number", hint)
        if not self.low <= value <= self.high:
            raise UnfitError(f"{shown(raw)} is outside the scale from {self.low} to {self.high}", hint, "JK005")
        return value

    def schema(self) -> dict[str, Any]:
        text = {"type": "string", "pattern": r"^[-+−]?[0-9]*\.?[0-9]+$"}
        return {"anyOf": [{"type": "number", "minimum": self.low, "maximum": self.high}, text]}

    def label(self) -> str:
        return f"{self.low} to {self.high}".replace("-", "−")


@dataclass(frozen=True)
class Number(Value):
    """Any number; `whole` for counts, `positive` for what must be above 0."""

    whole: bool = False
    positive: bool = False

    def read(self, raw: Any) -> int | float:
        wanted = f"a {'whole ' if self.whole else ''}number{' above 0' if self.positive else ''}"
        value = number(_plain(raw, wanted, f"write {wanted}"))
        if value is None or value in (float("inf"), float("-inf")):
            raise UnfitError(f"{shown(raw)} is not a number", f"write {wanted}")
        if self.whole and not isinstance(value, int):
            raise UnfitError(f"{shown(raw)} is not a whole number", f"write {wanted}")
        if (self.positive and value <= 0) or (self.whole and value < 0):
            raise UnfitError(f"{shown(raw)} is too small", f"write {wanted}", "JK005")
        return value

    def schema(self) -> dict[str, Any]:
        bound: dict[str, Any] = {"exclusiveMinimum": 0} if self.positive else {"minimum": 0} if self.whole else {}
        text = {"type": "string", "pattern": r"^[-+−]?[0-9]*\.?[0-9]+$"}
        return {"anyOf": [{"type": "integer" if self.whole else "number", **bound}, text]}

    def label(self) -> str:
        return "whole number" if self.whole else "number above 0" if self.positive else "number"


@dataclass(frozen=True)
class Quantity(Value):
    """A metric's number; `%` may follow it where per cent is meant."""

    def read(self, raw: Any) -> int | float:
        hint = "write a number, such as 18, 4.2 or 61%"
        text = _plain(raw, "a number", hint)
        value = number(text.removesuffix("%").rstrip())
        if value is None or value in (float("inf"), float("-inf")):
            raise UnfitError(f"{shown(raw)} is not a number", hint)
        return value

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^[-+−]?[0-9]*\.?[0-9]+ ?%?$"}]}

    def label(self) -> str:
        return "number"


@dataclass(frozen=True)
class YesNo(Value):
    """True or false, in any of YAML's old and new words for it."""

    def read(self, raw: Any) -> bool:
        text = _plain(raw, "yes or no", "write yes or no").lower()
        if text in _YES or text in _NO:
            return text in _YES
        raise UnfitError(f"{shown(raw)} is neither yes nor no", "write yes or no")

    def schema(self) -> dict[str, Any]:
        words = [w for word in sorted(_YES | _NO) for w in (word, word.capitalize(), word.upper())]
        return {"anyOf": [{"type": "boolean"}, {"enum": words}]}

    def label(self) -> str:
        return "yes/no"


@dataclass(frozen=True)
class Reason(Value):
    """Yes, no, or yes with its reason in two words or more."""

    def read(self, raw: Any) -> bool | str:
        hint = "write yes, no, or the reason in two words or more"
        text = _plain(raw, "yes, no or a reason", hint)
        if text.lower() in _YES or text.lower() in _NO:
            return text.lower() in _YES
        if len(text.split()) < 2:
            raise UnfitError(f"{shown(raw)} is neither yes nor no, and too short for a reason", hint)
        return text

    def schema(self) -> dict[str, Any]:
        words = [w for word in sorted(_YES | _NO) for w in (word, word.capitalize(), word.upper())]
        return {"anyOf": [{"type": "boolean"}, {"enum": words}, {"type": "string", "pattern": r"\S\s+\S"}]}

    def label(self) -> str:
        return "yes/no or the reason"


@dataclass(frozen=True)
class ShareOf(Value):
    """A part of a whole, read from `31%` or `0.31` as a number from 0 to 1."""

    def read(self, raw: Any) -> float:
        hint = "write a share such as 31% or 0.31"
        text = _plain(raw, "a share", hint)
        percent = text.endswith("%")
        value = number(text.removesuffix("%").rstrip())
        if value is None:
            raise UnfitError(f"{shown(raw)} is not a share", hint)
        # Dividing the text's own digits keeps 31% equal to 0.31.
        share = float(value) / 100 if percent else float(value)
        if not 0 <= share <= 1:
            if value > 1 and not percent and value <= 100:
                hint = f"write {value}% if per cent is meant"
            raise UnfitError(f"{shown(raw)} is not between 0 and 100 %", hint, "JK005")
        return share

    def schema(self) -> dict[str, Any]:
        return {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 1},
                {"type": "string", "pattern": r"^\+?([0-9]*\.?[0-9]+) ?%?$"},
            ]
        }

    def label(self) -> str:
        return "share"


# --- dates ---------------------------------------------------------------------------------------------------------

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


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
        text = _plain(raw, "a date", hint)
        match = _DATE.fullmatch(text)
        if not match:
            raise UnfitError(f"{shown(raw)} is not a date", hint)
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


# --- durations -----------------------------------------------------------------------------------------------------

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
_ISO = re.compile(
    r"P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?",
    re.ASCII,
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
        text = _plain(raw, "a duration", hint)
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
        years, months, weeks, days, hours, minutes, seconds = (int(group or 0) for group in match.groups())
        in_days = weeks * 7 + days + hours / 24 + minutes / 1440 + seconds / 86400
        return Duration(years * 12 + months, round(in_days, 9), text)
    return None


@dataclass(frozen=True)
class Repeating(Value):
    """How often something comes round: a duration, or yes."""

    def read(self, raw: Any) -> Duration | bool:
        hint = "write yes, or how often: 1 month, 2 weeks"
        text = _plain(raw, "a duration or yes", hint)
        if text.lower() in _YES or text.lower() in _NO:
            return text.lower() in _YES
        duration = parse_duration(text)
        if duration is None:
            raise UnfitError(f"{shown(raw)} is neither yes nor a duration", hint)
        return duration

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [YesNo().schema(), Lasting().schema()]}

    def label(self) -> str:
        return "duration or yes"


# --- money ---------------------------------------------------------------------------------------------------------

_AMOUNT = re.compile(r"([-+−]?[0-9]+(?:\.[0-9]+)?)\s*([A-Z]{3})")


@dataclass(frozen=True)
class Amount:
    """An amount of money in one currency."""

    number: float
    currency: str
    text: str = field(compare=False)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Money(Value):
    """An amount: a number and the three letters of a currency."""

    def read(self, raw: Any) -> Amount:
        hint = "write a number and a currency of three letters, such as 40000 EUR"
        text = _plain(raw, "an amount", hint)
        match = _AMOUNT.fullmatch(text)
        value = number(match[1]) if match else None
        if match is None or value is None:
            raise UnfitError(f"{shown(raw)} is not an amount", hint)
        return Amount(value, match[2], text)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^[-+−]?[0-9]+(\.[0-9]+)?\s*[A-Z]{3}$"}

    def label(self) -> str:
        return "amount"


# --- references ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Reference(Value):
    """A reference to an element of the kind `to`, by its id or by a text whose slug that is."""

    to: str

    def read(self, raw: Any) -> str:
        whose = article(self.to)
        return _plain(raw, f"the id of {whose}", f"write the id of {whose}; describe it in its library, not here")

    def core(self) -> core_schema.CoreSchema:
        return core_schema.str_schema(strict=True)

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"]}

    def label(self) -> str:
        return self.to
