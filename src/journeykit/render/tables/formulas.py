"""Texts that a spreadsheet would take for a formula, made into texts."""

from __future__ import annotations

import re

#: How a formula begins, also in the full-width forms that some spreadsheets take for it, and behind blanks and signs
#: that nobody sees.
_FORMULA = re.compile("[\\s\u200b-\u200f\u2060\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r]")
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?", re.ASCII)


def harmless(text: str) -> str:
    """The text, behind a quotation mark where a spreadsheet would run it; a text that is a number stays one."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
