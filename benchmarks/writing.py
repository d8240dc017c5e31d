"""Writes data as YAML in the many ways people do: block and flow, plain and quoted, folded texts, comments."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from random import Random
from typing import Any

from benchmarks.sayings import COMMENTS

_WIDTH = 130
_UNSAFE = re.compile(r"^$|^[?:,\[\]{}#&*!|>'\"%@`\s]|^-(\s|$)|: |:$| #|\s$|^(~|null|Null|NULL)$|\n")
#: The question mark is safe, but PyYAML's parser in Python, which others use, stumbles over it.
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}?]")


def write(data: Mapping[str, Any], rng: Random, indent: int = 0) -> list[str]:
    """The lines of a mapping in block style. The same random state gives the same lines."""
    lines: list[str] = []
    for key, value in data.items():
        lines += _pair(key, value, rng, indent)
    return lines


def _pair(key: str, value: Any, rng: Random, indent: int) -> list[str]:
    margin = " " * indent
    head = f"{margin}{key}:"
    if isinstance(value, str):
        return _text(head, value, rng, indent)
    flow = _flow(value, rng)
    if flow is not None and len(head) + len(flow) < _WIDTH and rng.random() < _love_of_flow(value):
        return [f"{head} {flow}"]
    if isinstance(value, Mapping):
        return [head, *write(value, rng, indent + 2)]
    lines = [head]
    for item in value:
        if rng.random() < 0.02:
            lines.append(f"{margin}  # {rng.choice(COMMENTS)}")
        lines += _item(item, rng, indent + 2)
    return lines


def _item(item: Any, rng: Random, indent: int) -> list[str]:
    dash = f"{' ' * indent}- "
    if isinstance(item, str):
        return [dash + _scalar(item, rng)]
    flow = _flow(item, rng)
    if flow is not None and len(dash) + len(flow) < _WIDTH and rng.random() < _love_of_flow(item):
        return [dash + flow]
    lines = write(item, rng, indent + 2)
    return [dash + lines[0].lstrip(), *lines[1:]]


def _text(head: str, text: str, rng: Random, indent: int) -> list[str]:
    if "\n" in text:
        return [f"{head} |", *(f"{' ' * indent}  {line}" for line in text.splitlines())]
    if len(head) + len(text) > _WIDTH - 6:
        wrapped = textwrap.wrap(text, _WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False)
        return [f"{head} >-", *(f"{' ' * indent}  {line}" for line in wrapped)]
    comment = f"  # {rng.choice(COMMENTS)}" if rng.random() < 0.015 else ""
    return [f"{head} {_scalar(text, rng)}{comment}"]


def _scalar(text: str, rng: Random, in_flow: bool = False) -> str:
    safe = not _UNSAFE.search(text) and not (in_flow and _UNSAFE_IN_FLOW.search(text))
    if safe and rng.random() > 0.04:
        return text
    if "'" not in text and rng.random() < 0.3:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _flow(value: Any, rng: Random) -> str | None:
    """The value in flow style on one line; None where that would not be readable."""
    if isinstance(value, str):
        return None if "\n" in value or len(value) > 70 else _scalar(value, rng, in_flow=True)
    if isinstance(value, Mapping):
        parts = {key: _flow(item, rng) for key, item in value.items()}
        return (
            None if None in parts.values() else "{" + ", ".join(f"{key}: {part}" for key, part in parts.items()) + "}"
        )
    items = [_flow(item, rng) for item in value]
    return None if None in items else "[" + ", ".join(str(item) for item in items) + "]"


def _love_of_flow(value: Any) -> float:
    """How readily people write a value on one line: short lists and small mappings they do."""
    if isinstance(value, Mapping):
        return 0.9 if len(value) <= 4 else 0.75 if len(value) <= 9 else 0
    return 0.9 if all(isinstance(item, str) and len(item) < 24 for item in value) else 0
