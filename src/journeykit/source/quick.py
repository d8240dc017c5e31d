"""Plain data from a text at once, without places: for the many maps nobody has to be shown a place in.

`yaml-rs` parses about nine times as fast as the C parser of PyYAML, but tells no places, types its scalars, and takes
a few texts that libyaml refuses. So its answer counts only where it is certain to be what the nodes would have given:
whatever raises the least doubt is left to them, and with it every fault and its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from journeykit.source.build import MAX_DEPTH, MAX_NODES, is_harmless

try:
    from yaml_rs import loads
except ImportError:  # the extra `fast` is not installed
    loads = None

#: The text begins with a plain key or a comment: no directive, tag, anchor, byte order mark, list or indent.
_BEGINS = re.compile(r"(---\n)?[A-Za-z#]")
#: What separates a scalar from what is before it.
_SEP = r"\s\[{,"
#: What raises a doubt: a letter, and what has to stand around it. Seen from one letter, it is found fastest.
_DOUBTS = tuple(
    (letter, re.compile(re.escape(letter) + around))
    for letter, around in {
        # Blanks and line ends of another kind, and what no text has.
        "\t": "", "\r": "", "\x85": "", "\u2028": "", "\u2029": "", "\ufeff": "", "\ufffe": "", "\uffff": "",
        # Several documents, and numbers as 15e-1; directives; merges; escaped line breaks.
        "-": r"(?:(?<=\n-)--|(?<=[0-9.][eE]-))", "%": r"(?<=\n%)", "<": r"(?=<)", "\\": r"(?=\n)",
        # Anchors, aliases, tags, complex keys; empty keys, and a value right after a key in quotation marks.
        "&": rf"(?<=[{_SEP}]&)\S", "*": rf"(?<=[{_SEP}]\*)\S", "!": rf"(?<=[{_SEP}]!)", "?": rf"(?<=[{_SEP}]\?)",
        ":": rf"(?<=[{_SEP}\"']:)(?:\S|(?<=[{_SEP}]:))",
        # Block scalars that say how far they are indented.
        "|": rf"(?<=[{_SEP}]\|)[-+]?[0-9]", ">": rf"(?<=[{_SEP}]>)[-+]?[0-9]",
        # Truths and numbers that are written in another way than their value is: True, 007, 0x1F, -0, +1, 1_000, …
        "T": r"(?=rue|RUE)", "F": r"(?=alse|ALSE)", "+": rf"(?<=[{_SEP}]\+)",
        "0": rf"(?:(?<=[{_SEP}]0)[0-9xobXOB_]|(?<=[{_SEP}]-0)(?!\.))",
        "_": rf"(?:(?<=[{_SEP}0-9.+\-_]_)(?![a-df-zA-DF-Z])|(?<=[eE]_)[0-9_])",
        # … .5, 1.50, 12.5e1, and the end of a document.
        ".": rf"(?:(?<=[{_SEP}+\-]\.)[0-9iInN_.]|(?<=[0-9]\.)(?:[0-9]{{8}}|[0-9_]*[eE]|[0-9]*0 *(?:[,\]}}\n#]|\Z)))",
    }.items()
)  # fmt: skip
#: What UTF-8 may be made of: no control characters, neither of ASCII nor, with a regular expression, beyond it.
_BYTES = bytes(byte for byte in range(256) if byte == 10 or 32 <= byte < 127 or byte >= 128)
_CONTROLS = re.compile(rb"\xc2[\x80-\x9f]")
#: How a value begins that says nothing, or would be a block scalar if it did not stand between brackets.
_NOT_SURE = frozenset({"", "|", ">"})
_ODD_IN_KEYS = re.compile(r"[ \n|>]")
#: A fraction that can have been written in one way only, and a number of which so much is certain.
_FRACTION = re.compile(r"-?(0|[1-9][0-9]{0,6})\.[0-9]{0,6}[1-9]")
_NUMBER = re.compile(rf"-?[0-9]{{1,30}}|{_FRACTION.pattern}")


class _DoubtError(Exception):
    """What was parsed may not be what the nodes would give."""


def plain_data(text: str, content: bytes) -> dict[str, Any] | None:
    """The data of a YAML mapping as `Build` makes it from nodes; None in the least doubt.

    `content` is the text in UTF-8.
    """
    # So short a text cannot hold too many values.
    if loads is None or len(text) > MAX_NODES or not is_harmless(text) or _is_doubtful(text, content):
        return None
    try:
        data = loads(text, parse_datetime=False)
        if not isinstance(data, dict):
            return None
        _mapping(data, 1)
    except (ValueError, TypeError, _DoubtError):
        return None
    return data


def _is_doubtful(text: str, content: bytes) -> bool:
    if not _BEGINS.match(text):
        return True
    if content.translate(None, _BYTES) or (len(content) > len(text) and _CONTROLS.search(content)):
        return True
    return any(letter in text and doubt.search(text) for letter, doubt in _DOUBTS)


def _keys(parsed: dict[str, Any]) -> str:
    """The keys one after the other; a doubt of such as are no text (`TypeError`) or may go on over several lines."""
    names = "".join(parsed)
    if not names.isidentifier() and _ODD_IN_KEYS.search(names):
        raise _DoubtError
    return names


def _mapping(parsed: dict[str, Any], depth: int) -> None:
    """Make what a mapping holds texts, but below `x-…` keys."""
    if "x-" not in _keys(parsed):
        _texts(parsed, parsed.items(), depth)
        return
    for name, value in parsed.items():
        if name[:2] == "x-":
            _typed(value, depth)
        else:
            _texts(parsed, [(name, value)], depth)


def _texts(parsed: Any, parts: Iterable[tuple[Any, Any]], depth: int) -> None:
    """Make parts of a mapping or a list the texts that stand in the file, in place, for most are that already."""
    if depth > MAX_DEPTH:
        raise _DoubtError
    for place, value in parts:
        kind = value.__class__
        if kind is str:
            said = value.strip()
            if said[:1] in _NOT_SURE:
                raise _DoubtError
            if said is not value:
                parsed[place] = said
        elif kind is list:
            _texts(value, enumerate(value), depth + 1)
        elif kind is dict:
            _mapping(value, depth + 1)
        elif kind is int or (kind is float and _FRACTION.fullmatch(repr(value))):
            parsed[place] = repr(value)
        elif kind is bool:
            parsed[place] = "true" if value else "false"
        else:
            raise _DoubtError


def _typed(value: Any, depth: int) -> None:
    """Raise a doubt of what a value below an `x-…` key is, or holds; it keeps its type."""
    kind = value.__class__
    if kind is dict:
        _keys(value)
    if depth > MAX_DEPTH or value is None or (kind in (int, float) and not _NUMBER.fullmatch(repr(value))):
        raise _DoubtError
    if kind in (dict, list):
        for part in value.values() if kind is dict else value:
            _typed(part, depth + 1)
