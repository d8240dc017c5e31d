"""Numbers: on a scale, as counts, in per cent, as shares, as money."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from journeykit.model.values.base import UnfitError, Value, plain, shown

#: A number as YAML 1.2 writes it, with the minus sign of typesetters understood.
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", re.ASCII)


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


@dataclass(frozen=True)
class Scale(Value):
    """A number from `low` to `high`, both included."""

    low: int
    high: int

    def read(self, raw: Any) -> int | float:
        hint = f"write a number from {self.low} to {self.high}"
        value = number(plain(raw, "a number", hint))
        if value is None:
            raise UnfitError(f"{shown(raw)} is not a number", hint)
        if not self.low <= value <= self.high:
            raise UnfitError(f"{shown(raw)} is outside the scale from {self.low} to {self.high}", hint, "JK005")
        return value

    def schema(self) -> dict[str, Any]:
        # What stands in quotation marks is held to the scale too; its ends are single digits.
        below = f"[{max(self.low, 0)}-{self.high - 1}]"
        inside = rf"{below}?\.[0-9]+|{below}" if self.low <= 0 else rf"{below}(\.[0-9]+)?"
        sign = "[-+−]?" if self.low < 0 else r"\+?"
        text = {"type": "string", "pattern": rf"^{sign}0*({inside}|{self.high}(\.0+)?)$"}
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
        value = number(plain(raw, wanted, f"write {wanted}"))
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
        text = plain(raw, "a number", hint)
        value = number(text.removesuffix("%").rstrip())
        if value is None or value in (float("inf"), float("-inf")):
            raise UnfitError(f"{shown(raw)} is not a number", hint)
        return value

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^[-+−]?[0-9]*\.?[0-9]+ ?%?$"}]}

    def label(self) -> str:
        return "number"


@dataclass(frozen=True)
class ShareOf(Value):
    """A part of a whole, read from `31%` or `0.31` as a number from 0 to 1."""

    def read(self, raw: Any) -> float:
        hint = "write a share such as 31% or 0.31"
        text = plain(raw, "a share", hint)
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
                {"type": "string", "pattern": r"^\+?0*([0-9]{0,2}\.[0-9]+|[0-9]{1,2}|100(\.0+)?) *%$"},
                {"type": "string", "pattern": r"^\+?0*(0?\.[0-9]+|[01](\.0+)?)$"},
            ]
        }

    def label(self) -> str:
        return "share"


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
        text = plain(raw, "an amount", hint)
        match = _AMOUNT.fullmatch(text)
        value = number(match[1]) if match else None
        if match is None or value is None:
            raise UnfitError(f"{shown(raw)} is not an amount", hint)
        return Amount(value, match[2], text)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^[-+−]?[0-9]+(\.[0-9]+)?\s*[A-Z]{3}$"}

    def label(self) -> str:
        return "amount"
