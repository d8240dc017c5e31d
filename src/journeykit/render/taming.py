"""Text from a map made harmless: nothing in it steers a terminal or turns a line around."""

from __future__ import annotations

import re

#: What could steer a terminal or turn a line around: control characters, line separators, direction overrides and
#: isolates, halves of surrogate pairs.
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")


def tame(text: str) -> str:
    """The text with every character that could steer a terminal shown as its escape, such as `\\x1b`."""
    return _STEERING.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def one_line(text: str) -> str:
    """The text of a map as it is shown: tame, on one line, with single blanks."""
    return tame(_BLANKS.sub(" ", text).strip())
