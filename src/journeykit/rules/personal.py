"""Finding personal data in a text: e-mail addresses, telephone numbers, numbers of payment cards.

Dates, prices, decimals, ids, ticket numbers and books' numbers look alike and are none; what can be told apart by its
form is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["e-mail address", "telephone number", "card number"]


@dataclass(frozen=True)
class Hit:
    """A piece of personal data: what it is, and from where to where it stands in the text."""

    kind: Kind
    start: int
    end: int
    text: str

    @property
    def masked(self) -> str:
        """The piece as it may be told in a log: enough to know it by, too little to use."""
        if self.kind == "e-mail address":
            return f"{self.text[0]}…{self.text[self.text.index('@') :]}"
        return f"{self.text[:3]}…{self.text[-2:]}"


def personal_data(text: str, content: bytes | None = None) -> Iterator[Hit]:
    """The personal data in a text, e-mail addresses first; quick where there is none.

    `content` is the text in UTF-8, where that is at hand.
    """
    if "@" in text:
        yield from _addresses(text)
    if _has_long_number(text.encode("utf-8", "replace") if content is None else content):
        yield from _numbers(text)


# --- e-mail addresses ------------------------------------------------------------------------------------------------

_LONGEST_LOCAL_PART = 64
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?P<top>[^\W\d_]{2,24})(?![\w-])")
#: What follows an `@` in the names of pictures: `shoe@2x.png`.
_FILES = frozenset({"png", "jpg", "jpeg", "gif", "svg", "webp"})


def _addresses(text: str) -> Iterator[Hit]:
    at = text.find("@")
    while at >= 0:
        start = at
        while start and at - start < _LONGEST_LOCAL_PART and (text[start - 1].isalnum() or text[start - 1] in "._%+-'"):
            start -= 1
        while start < at and text[start] in ".'-":
            start += 1
        domain = _DOMAIN.match(text, at + 1)
        if start < at and domain and domain["top"].lower() not in _FILES:
            yield Hit("e-mail address", start, domain.end(), text[start : domain.end()])
        at = text.find("@", at + 1)


# --- telephone and card numbers --------------------------------------------------------------------------------------

#: What may stand between the groups of a number, and the bytes of it in UTF-8.
_BETWEEN = " \u00a0\u2009\u202f()./\u2010\u2011\u2013-"
_DROPPED = bytes(set(_BETWEEN.encode()))
_DIGITS_ALIKE = bytes(0x30 if 0x30 <= byte <= 0x39 else byte for byte in range(256))
_LONG = b"0" * 9

#: Digits in groups, with at most three signs between two of them.
_RUN = re.compile(rf"[+(]{{0,2}}[0-9]+(?:[{re.escape(_BETWEEN)}]{{1,3}}[0-9]+)*")
_WIDE = re.compile(r"\s[/–-]\s|\s{2,}|\s(?=\(0)")
_GROUP = re.compile(r"[0-9]+")
#: A sign of these right before a number makes it a part of an id, an address of the web, or a decimal.
_NO_START_AFTER = frozenset("-_./#=,&?@'")
_GOES_ON = re.compile(r"[-_/.:,#=]?\w")
_AMOUNT_AFTER = re.compile(r"\s?(?:[€$£¥%‰]|[A-Z]{3}\b)")
_DATE = re.compile(
    r"(?:[0-3]?[0-9]([./-])[01]?[0-9]\1(?:[0-9]{4}|[0-9]{2})|[0-9]{4}([./-])[0-9]{2}\2[0-9]{2})(?![0-9./-])"
)
_HOURS = re.compile(r"[0-2]?[0-9](?:\.[0-5][0-9])?\s?[-–]\s?[0-2]?[0-9](?:\.[0-5][0-9])?(?![0-9.-])")
_DECIMAL = re.compile(r"\+?(?:0|[1-9][0-9]*)\.[0-9]+")
#: How the thirteen digits of a book begin.
_BOOKS = ("978", "979")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def _has_long_number(content: bytes) -> bool:
    """Whether nine digits follow each other with nothing between them but what may group them."""
    return _LONG in content.translate(_DIGITS_ALIKE, _DROPPED)


def _numbers(text: str) -> Iterator[Hit]:
    for run in _RUN.finditer(text):
        if run.end() - run.start() < len(_LONG):
            continue
        begin, written = run.start(), run[0]
        if _is_inside(text, begin, run.end()):
            continue
        if kind := _kind(written, text, run.end()):
            yield Hit(kind, begin, run.end(), written)
            continue
        # Two numbers beside each other, such as `030 1234567 / 030 7654321`.
        place = 0
        for wide in [*_WIDE.finditer(written), None]:
            end = wide.start() if wide else len(written)
            part = written[place:end]
            if part != written and (kind := _kind(part, text, begin + end)):
                yield Hit(kind, begin + place, begin + end, part)
            place = wide.end() if wide else end


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether a number is a part of something longer: an id, an address of the web, a word."""
    before = text[start - 1] if start else " "
    return before.isalnum() or before in _NO_START_AFTER or _GOES_ON.match(text, end) is not None


def _kind(written: str, text: str, end: int) -> Kind | None:
    groups = _GROUP.findall(written)
    digits = "".join(groups)
    if _is_card(written, groups, digits):
        return "card number"
    if not 9 <= len(digits) <= 15 or len(set(digits)) < 3 or _AMOUNT_AFTER.match(text, end):
        return None
    plus = written.lstrip("(").startswith("+")
    if not plus and not (digits[0] == "0" and len(groups) > 1):
        return None
    if groups[0] == "0" or _DATE.match(written) or _HOURS.match(written) or _DECIMAL.fullmatch(written):
        return None
    # Pairs of digits are a number where one sign stands between all of them, else dates or times.
    pairs = all(len(group) == 2 for group in groups)
    if not plus and pairs and (len(set(_GROUP.sub("", written))) > 1 or digits.startswith("00")):
        return None
    return "telephone number"


def _is_card(written: str, groups: list[str], digits: str) -> bool:
    """Whether it is a card's number: 13 to 19 digits, whole or in groups that begin with four, and its check holds."""
    if not 13 <= len(digits) <= 19 or len(set(digits)) == 1 or (len(digits) == 13 and digits.startswith(_BOOKS)):
        return False
    if len(groups) > 1:
        signs = set(_GROUP.sub("", written))
        if len(signs) > 1 or not signs <= {" ", "-", "\u00a0"} or len(groups[0]) != 4:
            return False
        if all(_YEAR.fullmatch(group) for group in groups):
            return False
    elif not written.isdigit():
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
